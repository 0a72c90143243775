/// Reads the fields of proto3 messages and of messages nested in them from borrowed bytes.
///
/// A nested message narrows the same reader to its bytes, so that the limits on depth and on elements apply to the
/// whole.
package struct MessageReader: ~Escapable {
    @usableFromInline var bytes: ByteReader
    @usableFromInline var nestingLeft = Limits.nesting
    @usableFromInline var elementsLeft = Limits.elements

    @inlinable @_lifetime(copy bytes)
    package init(_ bytes: Span<UInt8>) { self.bytes = ByteReader(bytes) }

    /// Reads the next field's number and wire type; nil at the end of the message.
    @inlinable
    package mutating func nextTag() throws(DecodeError) -> UInt32? {
        guard !bytes.isAtEnd else { return nil }
        let tag = try bytes.readLooseVarint()
        guard tag >= 8, tag <= UInt64(UInt32.max) else { throw .badTag }
        return UInt32(truncatingIfNeeded: tag)
    }

    /// Skips the value of a field that is unknown, or has an unexpected wire type.
    @inlinable
    package mutating func skip(_ tag: UInt32) throws(DecodeError) {
        switch tag & 7 {
        case 0: _ = try bytes.readLooseVarint()
        case 1: _ = try bytes.readFixed64()
        case 2: _ = try readDelimited()
        case 3: try skipGroup(tag >> 3)
        case 5: _ = try bytes.readFixed32()
        default: throw .badTag
        }
    }

    /// Skips a group up to its end tag. Version 1 never writes groups.
    @usableFromInline
    mutating func skipGroup(_ number: UInt32) throws(DecodeError) {
        guard nestingLeft > 1 else { throw .tooDeep }
        nestingLeft &-= 1
        while let tag = try nextTag() {
            guard tag & 7 == 4 else {
                try skip(tag)
                continue
            }
            guard tag >> 3 == number else { throw .badTag }
            nestingLeft &+= 1
            return
        }
        throw .truncated
    }

    @inlinable
    package mutating func readUInt64() throws(DecodeError) -> UInt64 { try bytes.readLooseVarint() }

    /// Truncates higher bits, as the official runtimes do; so do the reads of all narrower numbers.
    @inlinable
    package mutating func readUInt32() throws(DecodeError) -> UInt32 {
        UInt32(truncatingIfNeeded: try bytes.readLooseVarint())
    }

    @inlinable
    package mutating func readInt64() throws(DecodeError) -> Int64 { Int64(bitPattern: try bytes.readLooseVarint()) }

    @inlinable
    package mutating func readInt32() throws(DecodeError) -> Int32 {
        Int32(truncatingIfNeeded: try bytes.readLooseVarint())
    }

    @inlinable
    package mutating func readBool() throws(DecodeError) -> Bool { try bytes.readLooseVarint() != 0 }

    @inlinable
    package mutating func readFixed64() throws(DecodeError) -> UInt64 { try bytes.readFixed64() }

    @inlinable
    package mutating func readBytes() throws(DecodeError) -> [UInt8] { [UInt8](copying: try readDelimited()) }

    @inlinable
    package mutating func readString() throws(DecodeError) -> String {
        let span = try readDelimited()
        do {
            return String(copying: try UTF8Span(validating: span))
        } catch {
            throw .badUTF8
        }
    }

    /// Reads a singular message field: a second occurrence merges into the first.
    @inlinable
    package mutating func readMessage<Value: Message>(into value: inout Value?) throws(DecodeError) {
        var merged = value ?? Value()
        try readNested(into: &merged)
        value = merged
    }

    @inlinable
    package mutating func readMessage<Value: Message>(appendingTo values: inout [Value]) throws(DecodeError) {
        guard elementsLeft > 0 else { throw .tooLarge }
        elementsLeft &-= 1
        var value = Value()
        try readNested(into: &value)
        values.append(value)
    }

    /// Reads repeated numbers in packed form.
    @inlinable
    package mutating func readPacked<Value>(
        into values: inout [Value], _ readValue: (inout MessageReader) throws(DecodeError) -> Value
    ) throws(DecodeError) {
        let outer = try narrow()
        while !bytes.isAtEnd { values.append(try readValue(&self)) }
        bytes.end = outer
    }

    @inlinable
    mutating func readNested<Value: Message>(into value: inout Value) throws(DecodeError) {
        guard nestingLeft > 1 else { throw .tooDeep }
        nestingLeft &-= 1
        let outer = try narrow()
        try value.merge(from: &self)
        bytes.end = outer
        nestingLeft &+= 1
    }

    /// Reads a length, limits the reader to that many bytes and returns the previous end, which the caller restores.
    @inlinable
    mutating func narrow() throws(DecodeError) -> Int {
        let length = try bytes.readLooseVarint()
        guard length <= UInt64(bytes.remaining) else { throw .truncated }
        let outer = bytes.end
        bytes.end = bytes.position &+ Int(length)
        return outer
    }

    @inlinable @_lifetime(copy self)
    mutating func readDelimited() throws(DecodeError) -> Span<UInt8> {
        try bytes.readSpan(try bytes.readLooseVarint())
    }
}
