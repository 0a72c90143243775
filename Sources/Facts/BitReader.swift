/// Reads bit fields, least significant bit first, from the bytes of one column.
///
/// Reading past the end yields zeros and never traps; `finish` reports it. A loop over a column therefore needs one
/// check at its end instead of one per value; the row count, which the caller knows, bounds it.
struct BitReader: ~Escapable {
    private let bytes: Span<UInt8>
    /// In bits. A column holds at most 65,536 values of at most 129 bits, so this cannot overflow.
    private var position = 0

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>) {
        self.bytes = bytes
    }

    /// Returns at least 57 bits from the position on, the first in the lowest bit; zeros beyond the end.
    @inline(__always)
    private func window() -> UInt64 {
        let byte = position >> 3
        let shift = UInt64(truncatingIfNeeded: position & 7)
        if byte &+ 8 <= bytes.count {
            // The guard above ensures that eight bytes exist from here.
            let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: byte, as: UInt64.self)
            return UInt64(littleEndian: word) &>> shift
        }
        var word: UInt64 = 0
        var place: UInt64 = 0
        var index = byte
        while index < bytes.count {
            word |= UInt64(bytes[index]) &<< place
            place &+= 8
            index &+= 1
        }
        return word &>> shift
    }

    /// Reads the next `width` bits, 0 … 64.
    @inline(__always)
    mutating func read(_ width: Int) -> UInt64 {
        if width <= 56 {
            let value = window() & (1 &<< UInt64(truncatingIfNeeded: width) &- 1)
            position &+= width
            return value
        }
        let low = window() & 0xFFFF_FFFF
        position &+= 32
        let high = window() & (1 &<< UInt64(truncatingIfNeeded: width &- 32) &- 1)
        position &+= width &- 32
        return low | high &<< 32
    }

    /// Reads one Rice code: the quotient in unary, the remainder in `k` bits (0 … 40). Nil if the value exceeds 64
    /// bits.
    @inline(__always)
    mutating func readRice(_ k: Int) -> UInt64? {
        let word = window()
        let ones = (~word).trailingZeroBitCount
        if ones < RiceCode.escape {
            let taken = ones &+ 1
            if taken &+ k <= 56 {
                position &+= taken &+ k
                let rest = word &>> UInt64(truncatingIfNeeded: taken)
                let mask: UInt64 = 1 &<< UInt64(truncatingIfNeeded: k) &- 1
                return UInt64(truncatingIfNeeded: ones) &<< UInt64(truncatingIfNeeded: k) | (rest & mask)
            }
            position &+= taken
            return UInt64(truncatingIfNeeded: ones) &<< UInt64(truncatingIfNeeded: k) | read(k)
        }
        position &+= RiceCode.escape
        let quotient = read(64)
        let remainder = read(k)
        guard k == 0 || quotient >> UInt64(64 - k) == 0 else { return nil }
        return quotient << UInt64(k) | remainder
    }

    /// Reads one exponential Golomb code of order `k` (0 … 40). Nil if the value exceeds 64 bits.
    @inline(__always)
    mutating func readGolomb(_ k: Int) -> UInt64? {
        let word = window()
        let extra = (~word).trailingZeroBitCount
        let width = extra &+ k
        guard extra <= GolombCode.longest, width < 64 else { return nil }
        let base: UInt64 = 1 &<< UInt64(truncatingIfNeeded: width)
        let offset: UInt64 = 1 &<< UInt64(truncatingIfNeeded: k)
        let taken = extra &+ 1
        if taken &+ width <= 56 {
            position &+= taken &+ width
            return base &+ ((word &>> UInt64(truncatingIfNeeded: taken)) & (base &- 1)) &- offset
        }
        position &+= taken
        return base &+ read(width) &- offset
    }

    /// Returns whether everything was read and nothing beyond the end, and the last byte's padding is zero.
    func finish() -> Bool {
        guard position <= bytes.count &* 8, (position &+ 7) >> 3 == bytes.count else { return false }
        return position & 7 == 0 || bytes[bytes.count &- 1] >> UInt8(truncatingIfNeeded: position & 7) == 0
    }

    /// Returns the bytes read, rounded up to whole ones. Nil if that exceeds the end or the padding is not zero.
    func wholeBytes() -> Int? {
        let count = (position &+ 7) >> 3
        guard count <= bytes.count else { return nil }
        if position & 7 != 0, bytes[count &- 1] >> UInt8(truncatingIfNeeded: position & 7) != 0 { return nil }
        return count
    }
}
