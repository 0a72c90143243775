// Fields of proto3. Singular fields equal to their default are left out by the generated code.
extension ByteWriter {
    @inlinable package mutating func writeField(_ tag: UInt64, fixed32 value: UInt32) {
        writeVarint(tag)
        writeFixed32(value)
    }

    @inlinable package mutating func writeField(_ tag: UInt64, varint value: UInt64) {
        writeVarint(tag)
        writeVarint(value)
    }

    @inlinable package mutating func writeField(_ tag: UInt64, fixed64 value: UInt64) {
        writeVarint(tag)
        writeFixed64(value)
    }

    @inlinable package mutating func writeField(_ tag: UInt64, bytes value: [UInt8]) {
        writeVarint(tag)
        writeVarint(UInt64(value.count))
        bytes += value
    }

    @inlinable package mutating func writeField(_ tag: UInt64, string value: String) {
        writeVarint(tag)
        writeVarint(UInt64(value.utf8.count))
        bytes += value.utf8
    }

    @inlinable package mutating func writeField(_ tag: UInt64, message value: some Message) {
        writeDelimited(tag) { value.serialize(into: &$0) }
    }

    @inlinable package mutating func writeField<Value>(
        _ tag: UInt64, packed values: [Value], _ write: (inout ByteWriter, Value) -> Void
    ) {
        guard !values.isEmpty else { return }
        writeDelimited(tag) { for value in values { write(&$0, value) } }
    }

    /// Writes what `body` writes behind its length; the usual short length is patched in place.
    @inlinable mutating func writeDelimited(_ tag: UInt64, _ body: (inout ByteWriter) -> Void) {
        writeVarint(tag)
        let place = bytes.count
        bytes.append(0)
        body(&self)
        let length = UInt64(bytes.count - place - 1)
        if length < 0x80 {
            bytes[place] = UInt8(length)
        } else {
            var prefix = ByteWriter()
            prefix.writeVarint(length)
            bytes.replaceSubrange(place...place, with: prefix.bytes)
        }
    }
}
