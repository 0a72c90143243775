// The fields of a proto3 message. A tag is the field number shifted by three, plus the wire type. A single value equal
// to its default is omitted.
extension ByteWriter {
    @inlinable
    package mutating func field(_ tag: UInt32, _ value: UInt64) {
        guard value != 0 else { return }
        writeVarint(UInt64(tag))
        writeVarint(value)
    }

    @inlinable
    package mutating func field(_ tag: UInt32, _ value: UInt32) { field(tag, UInt64(value)) }

    /// Negative numbers take ten bytes: proto3's `int64` is not zigzag.
    @inlinable
    package mutating func field(_ tag: UInt32, _ value: Int64) { field(tag, UInt64(bitPattern: value)) }

    @inlinable
    package mutating func field(_ tag: UInt32, _ value: Int32) { field(tag, Int64(value)) }

    @inlinable
    package mutating func field(_ tag: UInt32, _ value: Bool) { field(tag, value ? 1 : 0 as UInt64) }

    @inlinable
    package mutating func field(_ tag: UInt32, fixed value: UInt64) {
        guard value != 0 else { return }
        writeVarint(UInt64(tag))
        writeFixed64(value)
    }

    @inlinable
    package mutating func field(_ tag: UInt32, _ value: String) {
        guard !value.isEmpty else { return }
        element(tag, value)
    }

    @inlinable
    package mutating func field(_ tag: UInt32, _ value: [UInt8]) {
        guard !value.isEmpty else { return }
        element(tag, value)
    }

    /// Writes a present message even if it is empty: presence is part of the value.
    @inlinable
    package mutating func field(_ tag: UInt32, _ value: (some Message)?) {
        guard let value else { return }
        element(tag, value)
    }

    /// Writes an element of a repeated field, even if it is empty.
    @inlinable
    package mutating func element(_ tag: UInt32, _ value: String) {
        writeVarint(UInt64(tag))
        let text = value.utf8.span
        writeVarint(UInt64(text.count))
        writeBytes(text)
    }

    @inlinable
    package mutating func element(_ tag: UInt32, _ value: [UInt8]) {
        writeVarint(UInt64(tag))
        writeVarint(UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    @inlinable
    package mutating func element(_ tag: UInt32, _ value: some Message) {
        writeVarint(UInt64(tag))
        writeDelimited { writer in value.serialize(into: &writer) }
    }

    /// Writes repeated numbers in packed form.
    @inlinable
    package mutating func packed<Value>(_ tag: UInt32, _ values: [Value], _ write: (inout ByteWriter, Value) -> Void) {
        guard !values.isEmpty else { return }
        writeVarint(UInt64(tag))
        writeDelimited { writer in
            for value in values { write(&writer, value) }
        }
    }

    /// Writes a length and the bytes that `body` writes. Reserves one byte for the length, which most fit; a longer
    /// length moves the body.
    @inlinable
    mutating func writeDelimited(_ body: (inout ByteWriter) -> Void) {
        let place = bytes.count
        bytes.append(0)
        body(&self)
        let length = UInt64(bytes.count &- place &- 1)
        if length < 0x80 {
            bytes[place] = UInt8(truncatingIfNeeded: length)
        } else {
            var prefix = ByteWriter(capacity: Limits.varintBytes)
            prefix.writeVarint(length)
            bytes.replaceSubrange(place...place, with: prefix.bytes)
        }
    }
}
