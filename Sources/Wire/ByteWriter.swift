/// Appends fixed layouts to bytes it owns. Integers of fixed size are little endian.
package struct ByteWriter: Sendable {
    package var bytes: [UInt8]

    @inlinable
    package init() { bytes = [] }

    @inlinable
    package init(capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    @inlinable
    package mutating func writeByte(_ byte: UInt8) { bytes.append(byte) }

    /// LEB128 in its shortest form.
    @inlinable
    package mutating func writeVarint(_ value: UInt64) {
        if value < 0x80 { bytes.append(UInt8(truncatingIfNeeded: value)) } else { writeLongVarint(value) }
    }

    /// Kept out of line so that the frequent single byte is inlined and this is not. Checks the capacity once for all
    /// bytes.
    @inlinable @inline(never)
    mutating func writeLongVarint(_ value: UInt64) {
        bytes.append(addingCapacity: Limits.varintBytes) { output in
            var value = value
            while value >= 0x80 {
                output.append(UInt8(truncatingIfNeeded: value) | 0x80)
                value &>>= 7
            }
            output.append(UInt8(truncatingIfNeeded: value))
        }
    }

    /// A zigzag varint.
    @inlinable
    package mutating func writeSignedVarint(_ value: Int64) {
        writeVarint(UInt64(bitPattern: (value &<< 1) ^ (value &>> 63)))
    }

    @inlinable
    package mutating func writeUInt16(_ value: UInt16) { writeLittleEndian(UInt64(value), 2) }

    @inlinable
    package mutating func writeFixed32(_ value: UInt32) { writeLittleEndian(UInt64(value), 4) }

    @inlinable
    package mutating func writeFixed64(_ value: UInt64) { writeLittleEndian(value, 8) }

    @inlinable
    mutating func writeLittleEndian(_ value: UInt64, _ count: Int) {
        for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value &>> UInt64(8 &* index))) }
    }

    @inlinable
    package mutating func writeBytes(_ more: [UInt8]) { bytes.append(contentsOf: more) }

    @inlinable
    package mutating func writeBytes(_ more: Span<UInt8>) {
        unsafe more.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Returns the number of bytes that `writeVarint` appends for a value.
    @inlinable
    package static func varintSize(_ value: UInt64) -> Int { (70 &- (value | 1).leadingZeroBitCount) / 7 }
}
