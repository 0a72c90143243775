/// Reads fixed layouts from borrowed bytes, front to back. Every read is checked against what is left and throws;
/// no input traps. Integers of fixed size are little endian.
package struct ByteReader: ~Escapable {
    @usableFromInline let bytes: Span<UInt8>
    /// The offset from the start of the bytes given.
    @usableFromInline package internal(set) var position: Int
    @usableFromInline var end: Int

    @inlinable @_lifetime(copy bytes)
    package init(_ bytes: Span<UInt8>) {
        self.bytes = bytes
        position = 0
        end = bytes.count
    }

    @inlinable package var remaining: Int { end &- position }

    @inlinable package var isAtEnd: Bool { position == end }

    /// The unread bytes, not copied. Does not advance.
    @inlinable package var remainingSpan: Span<UInt8> {
        @_lifetime(copy self) get { bytes.extracting(position..<end) }
    }

    @inlinable
    package mutating func readByte() throws(DecodeError) -> UInt8 {
        guard position < end else { throw .truncated }
        position &+= 1
        return bytes[position &- 1]
    }

    /// LEB128 in its shortest form, as all fixed layouts demand.
    @inlinable
    package mutating func readVarint() throws(DecodeError) -> UInt64 {
        let start = position
        let value = try readLooseVarint()
        // The last byte of the shortest form is zero only if it is the only one.
        guard bytes[position &- 1] != 0 || position &- start == 1 else { throw .overlongVarint }
        return value
    }

    /// LEB128 in any form of at most 10 bytes, as protobuf allows.
    @inlinable
    package mutating func readLooseVarint() throws(DecodeError) -> UInt64 {
        let first = try readByte()
        return first < 0x80 ? UInt64(first) : try readLongVarint(first)
    }

    /// Kept out of line so that the frequent single byte is inlined and this is not.
    @inlinable @inline(never)
    mutating func readLongVarint(_ first: UInt8) throws(DecodeError) -> UInt64 {
        var value = UInt64(first & 0x7F)
        var shift: UInt64 = 7
        while true {
            let byte = try readByte()
            guard shift < 63 || (shift == 63 && byte <= 1) else { throw .overlongVarint }
            value |= UInt64(byte & 0x7F) &<< shift
            if byte < 0x80 { return value }
            shift &+= 7
        }
    }

    /// A zigzag varint in its shortest form.
    @inlinable
    package mutating func readSignedVarint() throws(DecodeError) -> Int64 {
        let raw = try readVarint()
        return Int64(bitPattern: raw &>> 1) ^ (0 &- Int64(bitPattern: raw & 1))
    }

    @inlinable
    package mutating func readUInt16() throws(DecodeError) -> UInt16 {
        UInt16(truncatingIfNeeded: try readLittleEndian(2))
    }

    @inlinable
    package mutating func readFixed32() throws(DecodeError) -> UInt32 {
        UInt32(truncatingIfNeeded: try readLittleEndian(4))
    }

    @inlinable
    package mutating func readFixed64() throws(DecodeError) -> UInt64 {
        try readLittleEndian(8)
    }

    @inlinable
    mutating func readLittleEndian(_ count: Int) throws(DecodeError) -> UInt64 {
        guard remaining >= count else { throw .truncated }
        var value: UInt64 = 0
        for index in 0..<count { value |= UInt64(bytes[position &+ index]) &<< UInt64(8 &* index) }
        position &+= count
        return value
    }

    /// Returns the next `count` bytes, not copied.
    @inlinable @_lifetime(copy self)
    package mutating func readSpan(_ count: UInt64) throws(DecodeError) -> Span<UInt8> {
        guard count <= UInt64(remaining) else { throw .truncated }
        let start = position
        position &+= Int(count)
        return bytes.extracting(start..<position)
    }

    /// Returns a copy of the next `count` bytes. Allocates only if they are there.
    @inlinable
    package mutating func readBytes(_ count: UInt64) throws(DecodeError) -> [UInt8] {
        [UInt8](copying: try readSpan(count))
    }

    /// Throws `trailingBytes` unless everything was read.
    @inlinable
    package func finish() throws(DecodeError) {
        guard isAtEnd else { throw .trailingBytes }
    }
}

extension [UInt8] {
    /// Copies the bytes of a span.
    @inlinable
    package init(copying span: Span<UInt8>) {
        self = unsafe span.withUnsafeBufferPointer { unsafe [UInt8]($0) }
    }
}
