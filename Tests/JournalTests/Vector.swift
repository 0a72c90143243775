import Causality
import Facts
import Foundation
import Journal
import Testing

/// A golden example in a folder of `Protocol/Vectors`: lines of `key: value`, the bytes last and wrapped.
struct Vector: Sendable, CustomTestStringConvertible {
    struct Unreadable: Error { let reason: String }

    let name: String
    let kind: String
    let lines: [(key: String, value: String)]
    let bytes: [UInt8]

    var testDescription: String { name }

    init(_ text: String) throws {
        var lines: [(key: String, value: String)] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("  "), let last = lines.indices.last {
                lines[last].value += line.dropFirst(2)
                continue
            }
            guard let colon = line.firstIndex(of: ":") else { throw Unreadable(reason: String(line)) }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            lines.append((String(line[..<colon]), String(value)))
        }
        func only(_ key: String) -> String { lines.first { $0.key == key }?.value ?? "" }
        self.lines = lines
        name = only("name")
        kind = only("kind")
        bytes = try Self.bytes(only("bytes"))
    }

    /// All vectors of a kind. Empty only when the folder is gone, which `VectorTests` takes for a failure.
    static func all(_ kind: String, in folder: String = "journal") -> [Vector] {
        let place = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Protocol/Vectors/\(folder)")
        let files = (try? FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.compactMap { file in
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
            return try? Vector(text)
        }.filter { $0.kind == kind }
    }

    func text(_ key: String) throws -> String {
        guard let line = lines.first(where: { $0.key == key }) else { throw Unreadable(reason: "\(name): no \(key)") }
        return line.value
    }

    func values(_ key: String) -> [String] { lines.filter { $0.key == key }.map(\.value) }

    func has(_ key: String) -> Bool { lines.contains { $0.key == key } }

    func number<Number: FixedWidthInteger>(_ key: String) throws -> Number {
        guard let number = Number(try text(key)) else { throw Unreadable(reason: "\(name): \(key)") }
        return number
    }

    func data(_ key: String) throws -> [UInt8] { try Self.bytes(try text(key)) }

    func log(_ key: String) throws -> LogID {
        guard let log = LogID(try data(key)) else { throw Unreadable(reason: "\(name): \(key)") }
        return log
    }

    func hash(_ key: String) throws -> BatchHash { try Self.hash(try text(key)) }

    static func hash(_ hex: String) throws -> BatchHash {
        guard let hash = BatchHash(try bytes(hex)) else { throw Unreadable(reason: hex) }
        return hash
    }

    static func bytes(_ hex: String) throws -> [UInt8] {
        let digits = Array(hex.utf8)
        guard digits.count % 2 == 0 else { throw Unreadable(reason: "odd hex") }
        return try stride(from: 0, to: digits.count, by: 2).map { index in
            guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) else {
                throw Unreadable(reason: "not hex")
            }
            return byte
        }
    }

    /// `key=value key=value` of a line; a key may repeat.
    static func fields(_ line: String) throws -> [(key: String, value: String)] {
        try line.split(separator: " ").map { field in
            guard let equals = field.firstIndex(of: "=") else { throw Unreadable(reason: String(field)) }
            return (String(field[..<equals]), String(field[field.index(after: equals)...]))
        }
    }
}
