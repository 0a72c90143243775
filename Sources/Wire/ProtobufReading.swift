// The fields of proto3: varint, fixed, length-delimited. Varints need not be in their shortest form.
extension ByteReader {
    @inlinable package mutating func readUInt64() throws(DecodeError) -> UInt64 { try readLooseVarint() }

    @inlinable package mutating func readUInt32() throws(DecodeError) -> UInt32 {
        UInt32(truncatingIfNeeded: try readLooseVarint())
    }

    @inlinable package mutating func readInt64() throws(DecodeError) -> Int64 {
        Int64(bitPattern: try readLooseVarint())
    }

    @inlinable package mutating func readInt32() throws(DecodeError) -> Int32 {
        Int32(truncatingIfNeeded: try readLooseVarint())
    }

    @inlinable package mutating func readBool() throws(DecodeError) -> Bool { try readLooseVarint() != 0 }

    @inlinable @_lifetime(copy self) package mutating func readDelimited() throws(DecodeError) -> Span<UInt8> {
        try readSpan(try readLooseVarint())
    }

    @inlinable package mutating func readBytesField() throws(DecodeError) -> [UInt8] {
        try readBytes(try readLooseVarint())
    }

    @inlinable package mutating func readString() throws(DecodeError) -> String {
        let span = try readDelimited()
        do {
            return String(copying: try UTF8Span(validating: span))
        } catch {
            throw .badUTF8
        }
    }

    /// A number this side does not know reads as the enum's zero.
    @inlinable package mutating func readEnum<Value: RawRepresentable<Int32>>(
        _ unknown: Value
    ) throws(DecodeError) -> Value {
        Value(rawValue: try readInt32()) ?? unknown
    }

    /// A message field; a second one merges into the first, as proto3 demands.
    @inlinable package mutating func readMessage<Value: Message>(
        into earlier: Value?, depth: Int
    ) throws(DecodeError) -> Value {
        var value = earlier ?? Value()
        try value.merge(try readDelimited(), depth: depth + 1)
        return value
    }

    /// A packed repeated field.
    @inlinable package mutating func readPacked<Value>(
        into values: inout [Value], _ read: (inout ByteReader) throws(DecodeError) -> Value
    ) throws(DecodeError) {
        var reader = ByteReader(try readDelimited())
        while !reader.isAtEnd { values.append(try read(&reader)) }
    }

    /// Passes over the value of a field; groups are refused.
    @usableFromInline mutating func skipField(_ tag: UInt64) throws(DecodeError) {
        guard tag >> 3 != 0, tag < 1 << 32 else { throw .badTag }
        switch tag & 7 {
        case 0: _ = try readLooseVarint()
        case 1: _ = try readFixed64()
        case 2: _ = try readDelimited()
        case 5: _ = try readFixed32()
        default: throw .badTag
        }
    }
}
