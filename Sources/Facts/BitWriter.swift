/// Writes bit fields, least significant bit first. Pads the last byte with zeros.
struct BitWriter {
    private var bytes: [UInt8] = []
    private var pending: UInt64 = 0
    /// Bits in `pending`, 0 … 7 between writes.
    private var count = 0

    init() {}

    /// Writes the low `width` bits of `value`, 0 … 64.
    mutating func write(_ value: UInt64, width: Int) {
        var rest = value
        var left = width
        while left > 0 {
            let taken = min(left, 8 - count)
            let part = rest & (1 << UInt64(taken) - 1)
            pending |= part << UInt64(count)
            count += taken
            left -= taken
            rest = taken == 64 ? 0 : rest >> UInt64(taken)
            if count == 8 {
                bytes.append(UInt8(truncatingIfNeeded: pending))
                pending = 0
                count = 0
            }
        }
    }

    mutating func writeRice(_ value: UInt64, order: Int) {
        let quotient = value >> UInt64(order)
        if quotient < UInt64(RiceCode.escape) {
            writeOnes(Int(quotient))
            write(0, width: 1)
        } else {
            writeOnes(RiceCode.escape)
            write(quotient, width: 64)
        }
        write(value, width: order)
    }

    /// Writes one exponential Golomb code. `value + 2^order` must fit 64 bits and the code must have at most 32 ones;
    /// `GolombCode.best` ensures both.
    mutating func writeGolomb(_ value: UInt64, order: Int) {
        let sum = value + 1 << UInt64(order)
        let extra = 63 - sum.leadingZeroBitCount - order
        writeOnes(extra)
        write(0, width: 1)
        write(sum, width: extra + order)
    }

    private mutating func writeOnes(_ ones: Int) {
        write(.max, width: ones)
    }

    /// Returns the bytes, the last one padded.
    consuming func finish() -> [UInt8] {
        if count > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
        return bytes
    }
}
