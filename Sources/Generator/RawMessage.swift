import Wire

/// A protobuf message without its schema: the values of each field in order. Enough to read protoc's descriptor set,
/// which has few fields.
struct RawMessage {
    private var varints: [UInt64: [UInt64]] = [:]
    private var delimited: [UInt64: [[UInt8]]] = [:]

    init(_ bytes: [UInt8]) throws(DecodeError) {
        var reader = ByteReader(bytes.span)
        while !reader.isAtEnd {
            let tag = try reader.readLooseVarint()
            switch tag & 7 {
            case 0: varints[tag >> 3, default: []].append(try reader.readLooseVarint())
            case 1: _ = try reader.readFixed64()
            case 2: delimited[tag >> 3, default: []].append(try reader.readBytes(try reader.readLooseVarint()))
            case 5: _ = try reader.readFixed32()
            default: throw .badTag
            }
        }
    }

    func number(_ field: UInt64) -> UInt64 { varints[field]?.last ?? 0 }

    func flag(_ field: UInt64) -> Bool { number(field) != 0 }

    func has(_ field: UInt64) -> Bool { varints[field] != nil || delimited[field] != nil }

    /// Returns a repeated number, packed or not.
    func numbers(_ field: UInt64) throws(DecodeError) -> [UInt64] {
        var all = varints[field] ?? []
        for bytes in delimited[field] ?? [] {
            var reader = ByteReader(bytes.span)
            while !reader.isAtEnd { all.append(try reader.readLooseVarint()) }
        }
        return all
    }

    func text(_ field: UInt64) -> String { String(decoding: delimited[field]?.last ?? [], as: UTF8.self) }

    func message(_ field: UInt64) throws(DecodeError) -> RawMessage? {
        guard let bytes = delimited[field]?.last else { return nil }
        return try RawMessage(bytes)
    }

    func messages(_ field: UInt64) throws(DecodeError) -> [RawMessage] {
        var all: [RawMessage] = []
        for bytes in delimited[field] ?? [] { all.append(try RawMessage(bytes)) }
        return all
    }
}
