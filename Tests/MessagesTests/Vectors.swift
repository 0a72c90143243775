import Foundation

/// The golden bytes in Protocol/Vectors/messages. A file that is missing or holds no block is a failure.
enum Vectors {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("../../Protocol/Vectors/messages").standardized

    struct Missing: Error {
        var name: String
    }

    /// Names of the message types that have vectors.
    static func names() throws -> Set<String> {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return Set(files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) })
    }

    /// All blocks of a type, the oldest first.
    static func of(_ name: String) throws -> [[UInt8]] {
        let text = try String(contentsOf: folder.appendingPathComponent(name + ".txt"), encoding: .utf8)
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("hex:") }
        guard !lines.isEmpty else { throw Missing(name: name) }
        return try lines.map { try bytes(hex: $0.dropFirst(4).drop { $0 == " " }, name) }
    }

    private static func bytes(hex: Substring, _ name: String) throws -> [UInt8] {
        let digits = Array(hex)
        guard digits.count.isMultiple(of: 2) else { throw Missing(name: name) }
        return try stride(from: 0, to: digits.count, by: 2).map { place in
            guard let byte = UInt8(String(digits[place...place + 1]), radix: 16) else { throw Missing(name: name) }
            return byte
        }
    }
}
