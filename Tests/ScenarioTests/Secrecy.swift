import Foundation
import Processes

/// ACC-11: what a scenario's people typed and were given, looked for in everything that was printed and written.
struct Secrecy {
    /// One step's words on its screen.
    struct Printed {
        let here: String
        let text: String
    }

    /// Phones and ID numbers of the scenario, and what its people chose as passwords: nowhere at all.
    private var secrets: Set<String> = []
    private var printed: [Printed] = []

    /// What somebody wrote in a file or a command.
    mutating func wrote(_ line: String) { secrets.formUnion(Self.numbers(in: line)) }

    /// What somebody answered: what is neither a number nor a date may be a password.
    mutating func answered(_ line: String) {
        wrote(line)
        if line.wholeMatch(of: /(?=.*[A-Za-z])(?=.*[0-9])[A-Za-z0-9-]{8,}/) != nil { secrets.insert(line) }
    }

    mutating func printed(_ text: String, _ here: String) { printed.append(Printed(here: here, text: text)) }

    /// - Parameters:
    ///   - values: what the scenario has named.
    ///   - folder: the site's; its keys, and what the people keep in files of their own, are not looked at.
    func leaks(_ values: Pattern.Values, in folder: URL) throws -> [String] {
        let told = Set(values.filter { $0.key.hasSuffix("password") || $0.key.hasSuffix("-code") }.values)
        var leaks: [String] = []
        for secret in secrets.union(told).sorted() {
            let places = printed.filter { Self.holds($0.text, secret) }.map(\.here)
            // A first password or a code is shown to who hands it on.
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

    /// As a word of its own: six digits stand in many a longer number.
    private static func holds(_ text: String, _ secret: String) -> Bool {
        text.ranges(of: secret).contains { range in
            let before = text[..<range.lowerBound].last
            let after = text[range.upperBound...].first
            return before?.isNumber != true && after?.isNumber != true
        }
    }

    /// As text, or as a whole number.
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
