/// Requests with one number at an edge of its type.
enum AbsurdNumbers {
    private static let edges: [UInt64] = [
        .max, .max - 1, 1 << 63, (1 << 63) - 1, UInt64(UInt32.max), 1 << 31, (1 << 31) - 1,
        UInt64(bitPattern: Int64(Int32.min)),
    ]

    /// Replaces each number of the message, and of the messages in it, by each edge; also each of the first fields that it has not.
    static func variants(of message: [UInt8], depth: Int = 0) -> [[UInt8]] {
        var variants: [[UInt8]] = []
        var fields: Set<UInt64> = []
        var index = 0
        while let tag = varint(message, index) {
            let (field, kind) = (tag.value >> 3, tag.value & 7)
            fields.insert(field)
            var end = tag.end
            switch kind {
            case 0:
                guard let value = varint(message, tag.end) else { return variants }
                end = value.end
                variants += edges.map { Array(message[..<tag.end]) + bytes($0) + message[value.end...] }
            case 1: end += 8
            case 5: end += 4
            case 2:
                guard let length = varint(message, tag.end), length.end + Int(length.value) <= message.count else {
                    return variants
                }
                end = length.end + Int(length.value)
                guard depth < 2 else { break }
                variants += Self.variants(of: Array(message[length.end..<end]), depth: depth + 1).map { part in
                    Array(message[..<tag.end]) + bytes(UInt64(part.count)) + part + message[end...]
                }
            default: return variants
            }
            guard end <= message.count else { return variants }
            index = end
        }
        guard depth == 0 else { return variants }
        for field in 1...UInt64(12) where !fields.contains(field) {
            variants += edges.map { message + bytes(field << 3) + bytes($0) }
        }
        return variants
    }

    private static func varint(_ message: [UInt8], _ start: Int) -> (value: UInt64, end: Int)? {
        var (value, shift, index): (UInt64, UInt64, Int) = (0, 0, start)
        while index < message.count, shift < 64 {
            value |= UInt64(message[index] & 0x7F) << shift
            index += 1
            if message[index - 1] < 0x80 { return (value, index) }
            shift += 7
        }
        return nil
    }

    private static func bytes(_ value: UInt64) -> [UInt8] {
        var (rest, bytes): (UInt64, [UInt8]) = (value, [])
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }
}
