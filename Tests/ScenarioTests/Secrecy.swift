import Foundation
import Processes

/// ACC-11: the private data of a scenario, searched for in everything that was printed and written.
struct Secrecy {
    /// The output of one step.
    struct Printed {
        let here: String
        let text: String
    }

    /// The scenario's phones, ID numbers and chosen passwords, which may appear nowhere.
    private var secrets: Set<String> = []
    private var printed: [Printed] = []

    /// Adds the numbers in a file or a command.
    mutating func wrote(_ line: String) { secrets.formUnion(Self.numbers(in: line)) }

    /// Adds an answer: one that is neither a number nor a date may be a password.
    mutating func answered(_ line: String) {
        wrote(line)
        if line.wholeMatch(of: /(?=.*[A-Za-z])(?=.*[0-9])[A-Za-z0-9-]{8,}/) != nil { secrets.insert(line) }
    }

    mutating func printed(_ text: String, _ here: String) { printed.append(Printed(here: here, text: text)) }

    /// - Parameters:
    ///   - values: the scenario's bound names.
    ///   - folder: the site's folder; its keys, and people's own files, are not searched.
    func leaks(_ values: Pattern.Values, in folder: URL) throws -> [String] {
        let told = Set(values.filter { $0.key.hasSuffix("password") || $0.key.hasSuffix("-code") }.values)
        var leaks: [String] = []
        for secret in secrets.union(told).sorted() {
            let places = printed.filter { Self.holds($0.text, secret) }.map(\.here)
            // A first password or a code is printed once, for the person who passes it on.
            if places.count > (told.contains(secret) ? 1 : 0) { leaks.append("\(secret) is printed: \(places)") }
        }
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() {
            let url = folder.appendingPathComponent(path)
            guard !path.hasPrefix("data/keys/"), !path.hasPrefix("here/"),
                try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
            else { continue }
            let bytes = try Data(contentsOf: url)
            for secret in secrets.union(told).sorted() where Self.holds(bytes, secret) {
                leaks.append("\(secret) is written: \(path)")
            }
            if bytes.range(of: Photo.core) != nil { leaks.append("a photo is written: \(path)") }
        }
        return leaks
    }

    static func isIdentityNumber(_ word: String) -> Bool { word.wholeMatch(of: /\d{17}[\dX]/) != nil }

    private static func numbers(in text: String) -> [String] {
        text.split { !$0.isNumber && $0 != "X" }.map(String.init).filter {
            $0.count == 11 && $0.hasPrefix("1") || $0.count == 18
        }
    }

    /// Searches for a whole word, because six digits occur in many longer numbers.
    private static func holds(_ text: String, _ secret: String) -> Bool {
        text.ranges(of: secret).contains { range in
            let before = text[..<range.lowerBound].last
            let after = text[range.upperBound...].first
            return before?.isNumber != true && after?.isNumber != true
        }
    }

    /// Searches for text, or a whole number.
    private static func holds(_ bytes: Data, _ secret: String) -> Bool {
        var rest = bytes
        while let range = rest.range(of: Data(secret.utf8)) {
            let before = range.lowerBound > rest.startIndex ? rest[range.lowerBound - 1] : 0
            let after = range.upperBound < rest.endIndex ? rest[range.upperBound] : 0
            if secret.count > 6 || !isDigit(before) && !isDigit(after) { return true }
            rest = rest[range.upperBound...]
        }
        guard let number = UInt64(secret), number > 1 << 32 else { return false }
        let size = number < 1 << 47 ? 6 : 8
        let stored = (0..<size).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64(size - 1 - $0))) }
        return bytes.range(of: Data(stored)) != nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
