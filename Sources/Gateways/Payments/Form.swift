/// Fields of `application/x-www-form-urlencoded`.
enum Form {
    /// The most fields of a message.
    private static let limit = 200

    static func encode(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(percent($0.name))=\(percent($0.value))" }.joined(separator: "&")
    }

    static func percent(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }

    /// Decodes once. Returns nil for a name that comes twice, and for what is no UTF-8.
    static func decode(_ body: [UInt8]) -> [String: String]? {
        var fields: [String: String] = [:]
        let pairs = body.split(separator: UInt8(ascii: "&"), maxSplits: limit)
        guard pairs.count <= limit else { return nil }
        for pair in pairs {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decode(parts[0]), let value = decode(parts.count > 1 ? parts[1] : []) else { return nil }
            guard fields.updateValue(value, forKey: name) == nil else { return nil }
        }
        return fields
    }

    private static func decode(_ text: ArraySlice<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            switch text[index] {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                guard text.endIndex - index > 2, let high = hex(text[index + 1]), let low = hex(text[index + 2]) else {
                    return nil
                }
                bytes.append(high << 4 | low)
                index += 2
            case let byte: bytes.append(byte)
            }
            index += 1
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// `name=value` of all fields, sorted by the bytes of their names: what Alipay and UnionPay sign.
    static func signed(_ fields: [String: String], without names: Set<String>) -> [UInt8] {
        let sorted = fields.filter { !names.contains($0.key) }.sorted {
            $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        }
        return Array(sorted.map { "\($0.key)=\($0.value)" }.joined(separator: "&").utf8)
    }
}
