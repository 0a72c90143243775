/// The id of one log, 16 bytes: one device key in one epoch, or one branch of a forked log.
package struct LogID: Hashable, Comparable, Sendable {
    /// The 16 bytes read big endian, so that numeric order is byte order.
    package let raw: UInt128

    @inlinable package init(raw: UInt128) { self.raw = raw }

    /// `nil` unless there are exactly 16 bytes.
    @inlinable package init?(_ bytes: Span<UInt8>) {
        guard let raw = UInt128(bigEndianBytes: bytes) else { return nil }
        self.raw = raw
    }

    /// `nil` unless there are exactly 16 bytes.
    @inlinable package init?(_ bytes: [UInt8]) { self.init(bytes.span) }

    @inlinable package var bytes: [UInt8] { raw.bigEndianBytes }

    @inlinable package static func < (a: LogID, b: LogID) -> Bool { a.raw < b.raw }
}

/// The first 16 bytes of a batch's hash. A reference into another log carries it, so that it identifies the branch its
/// author had seen even if the fork is detected much later.
package struct BatchTag: Hashable, Comparable, Sendable {
    package let raw: UInt128

    @inlinable package init(raw: UInt128) { self.raw = raw }

    /// `nil` unless there are exactly 16 bytes.
    @inlinable package init?(_ bytes: Span<UInt8>) {
        guard let raw = UInt128(bigEndianBytes: bytes) else { return nil }
        self.raw = raw
    }

    /// `nil` unless there are exactly 16 bytes.
    @inlinable package init?(_ bytes: [UInt8]) { self.init(bytes.span) }

    @inlinable package var bytes: [UInt8] { raw.bigEndianBytes }

    @inlinable package static func < (a: BatchTag, b: BatchTag) -> Bool { a.raw < b.raw }
}

extension LogID: CustomStringConvertible {
    package var description: String { raw.hex }
}

extension BatchTag: CustomStringConvertible {
    package var description: String { raw.hex }
}

extension UInt128 {
    @usableFromInline init?(bigEndianBytes bytes: Span<UInt8>) {
        guard bytes.count == 16 else { return nil }
        self = 0
        for index in bytes.indices { self = self << 8 | UInt128(bytes[index]) }
    }

    @usableFromInline var bigEndianBytes: [UInt8] {
        (0..<16).map { UInt8(truncatingIfNeeded: self >> (120 - 8 * $0)) }
    }

    var hex: String {
        let digits = String(self, radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }
}
