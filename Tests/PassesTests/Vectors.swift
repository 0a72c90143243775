import Foundation

/// The lines of a vector file: a word that says what to do, and the rest.
struct Vectors {
    struct Line: CustomStringConvertible {
        let number: Int
        let verb: String
        let rest: String

        var description: String { "line \(number): \(verb) \(rest)" }

        /// The first `count` words and what follows them, spaces included.
        func words(_ count: Int) -> [String] {
            rest.split(separator: " ", maxSplits: count, omittingEmptySubsequences: false).map(String.init)
        }
    }

    let lines: [Line]

    /// Reads `Protocol/Vectors/passes/<name>.txt`; a file that is missing fails the test that asks for it.
    init(_ name: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Protocol/Vectors/passes").standardizedFileURL
        let text = try String(contentsOf: folder.appendingPathComponent("\(name).txt"), encoding: .utf8)
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            return Line(number: index + 1, verb: String(parts[0]), rest: parts.count > 1 ? String(parts[1]) : "")
        }
    }
}

func bytes(_ hex: String) -> [UInt8] {
    guard hex != "-" else { return [] }
    let digits = hex.compactMap { UInt8(String($0), radix: 16) }
    precondition(digits.count == hex.count && digits.count % 2 == 0, "not hexadecimal: \(hex)")
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
