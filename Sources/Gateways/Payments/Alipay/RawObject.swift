/// The fields of a JSON object with their bytes as they came: Alipay signs those, and to write them anew would change them.
struct RawObject {
    /// The value of each name, from its first byte to its last.
    let fields: [String: ArraySlice<UInt8>]

    private enum Fault: Error { case malformed }

    /// Returns nil for anything else, a name that comes twice, and names with escapes. Values are not looked into further
    /// than to find where they end.
    init?(_ bytes: [UInt8]) {
        var scanner = Scanner(bytes: bytes)
        guard let fields = try? scanner.object() else { return nil }
        self.fields = fields
    }

    private struct Scanner {
        let bytes: [UInt8]
        var index = 0

        private mutating func next() throws -> UInt8 {
            guard index < bytes.count else { throw Fault.malformed }
            defer { index += 1 }
            return bytes[index]
        }

        private mutating func skipBlanks() {
            while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
        }

        private mutating func take(_ byte: UInt8) throws {
            skipBlanks()
            guard try next() == byte else { throw Fault.malformed }
        }

        mutating func object() throws -> [String: ArraySlice<UInt8>] {
            var fields: [String: ArraySlice<UInt8>] = [:]
            try take(UInt8(ascii: "{"))
            while true {
                skipBlanks()
                let name = try string().dropFirst().dropLast()
                try take(UInt8(ascii: ":"))
                skipBlanks()
                let value = try value()
                guard !name.contains(UInt8(ascii: "\\")), let text = String(validating: name, as: UTF8.self),
                    fields.updateValue(value, forKey: text) == nil
                else { throw Fault.malformed }
                skipBlanks()
                switch try next() {
                case UInt8(ascii: ","): continue
                case UInt8(ascii: "}"):
                    skipBlanks()
                    guard index == bytes.count else { throw Fault.malformed }
                    return fields
                default: throw Fault.malformed
                }
            }
        }

        /// With its quotes.
        private mutating func string() throws -> ArraySlice<UInt8> {
            let start = index
            guard try next() == UInt8(ascii: "\"") else { throw Fault.malformed }
            while true {
                switch try next() {
                case UInt8(ascii: "\""): return bytes[start..<index]
                case UInt8(ascii: "\\"): _ = try next()
                default: continue
                }
            }
        }

        private mutating func value() throws -> ArraySlice<UInt8> {
            let start = index
            var depth = 0
            while index < bytes.count {
                switch bytes[index] {
                case UInt8(ascii: "\""): _ = try string()
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    depth += 1
                    index += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    guard depth > 0 else { return bytes[start..<index] }
                    depth -= 1
                    index += 1
                case UInt8(ascii: ","):
                    guard depth > 0 else { return bytes[start..<index] }
                    index += 1
                default: index += 1
                }
            }
            throw Fault.malformed
        }
    }
}
