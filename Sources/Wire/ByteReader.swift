/// Reads fixed layouts and varints from borrowed bytes. Every read checks what is left; nothing traps.
package struct ByteReader: ~Escapable {
    @usableFromInline let bytes: Span<UInt8>
    @usableFromInline var position = 0

    @inlinable @_lifetime(copy bytes) package init(_ bytes: Span<UInt8>) { self.bytes = bytes }

    @inlinable package var remaining: Int { bytes.count &- position }

    @inlinable package var isAtEnd: Bool { position == bytes.count }

    @inlinable package mutating func readByte() throws(DecodeError) -> UInt8 {
        guard position < bytes.count else { throw .truncated }
        position &+= 1
        return bytes[position &- 1]
    }

    /// LEB128 of at most 10 bytes in its shortest form.
    @inlinable package mutating func readVarint() throws(DecodeError) -> UInt64 {
        let value = try readAnyVarint()
        guard value.isShortest else { throw .overlongVarint }
        return value.number
    }

    /// A varint in any form of at most 10 bytes, as protobuf allows.
    @inlinable package mutating func readLooseVarint() throws(DecodeError) -> UInt64 {
        try readAnyVarint().number
    }

    @inlinable mutating func readAnyVarint() throws(DecodeError) -> (number: UInt64, isShortest: Bool) {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try readByte()
            guard shift < 63 || (shift == 63 && byte <= 1) else { throw .overlongVarint }
            number |= UInt64(byte & 0x7F) &<< shift
            if byte < 0x80 { return (number, byte != 0 || shift == 0) }
            shift &+= 7
        }
    }

    @inlinable package mutating func readSignedVarint() throws(DecodeError) -> Int64 {
        let raw = try readVarint()
        return Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)
    }

    @inlinable package mutating func readUInt16() throws(DecodeError) -> UInt16 {
        UInt16(truncatingIfNeeded: try readLittleEndian(2))
    }

    @inlinable package mutating func readFixed32() throws(DecodeError) -> UInt32 {
        UInt32(truncatingIfNeeded: try readLittleEndian(4))
    }

    @inlinable package mutating func readFixed64() throws(DecodeError) -> UInt64 {
        try readLittleEndian(8)
    }

    @inlinable mutating func readLittleEndian(_ count: Int) throws(DecodeError) -> UInt64 {
        guard remaining >= count else { throw .truncated }
        var value: UInt64 = 0
        for index in 0..<count { value |= UInt64(bytes[position &+ index]) &<< UInt64(8 &* index) }
        position &+= count
        return value
    }

    /// The next bytes where they lie.
    @inlinable @_lifetime(copy self) package mutating func readSpan(_ count: UInt64) throws(DecodeError) -> Span<UInt8>
    {
        guard count <= UInt64(remaining) else { throw .truncated }
        let span = bytes.extracting(position..<(position &+ Int(count)))
        position &+= Int(count)
        return span
    }

    @inlinable package mutating func readBytes(_ count: UInt64) throws(DecodeError) -> [UInt8] {
        let span = try readSpan(count)
        return unsafe span.withUnsafeBufferPointer { unsafe [UInt8]($0) }
    }

    @inlinable package var remainingSpan: Span<UInt8> {
        @_lifetime(copy self) get { bytes.extracting(position...) }
    }

    @inlinable package func finish() throws(DecodeError) {
        guard isAtEnd else { throw .trailingBytes }
    }
}
