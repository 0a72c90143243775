/// Rice codes: the quotient in unary (that many ones, then a zero), the remainder in `k` bits. Best for values with a
/// geometric distribution, such as the gaps between ids or steady arrivals.
///
/// A quotient of 24 or more is written as 24 ones and 64 raw bits, so that an outlier costs 11 bytes and not megabytes.
enum RiceCode {
    static let escape = 24
    static let orders = 0...40

    /// Returns the order that takes the fewest bits for these values (the lowest of equals), and those bits.
    static func best(_ values: borrowing [UInt64]) -> (order: Int, bits: Int) {
        cheapest(orders: orders, values) { value, order in
            let quotient = value >> UInt64(order)
            return quotient < UInt64(escape) ? Int(quotient) + 1 + order : escape + 64 + order
        }
    }
}

/// Exponential Golomb codes: for w = value + 2^k of n + k + 1 bits, n ones, a zero, then the low n + k bits of w. Best
/// where short gaps and long breaks mix, as in a day of classes; a Rice code would spend bits for the breaks on every
/// gap.
///
/// At most 32 ones; a column with a larger value uses another encoding.
enum GolombCode {
    static let longest = 32
    static let orders = 0...40

    /// Returns the order that takes the fewest bits for these values (the lowest of equals), and those bits. Nil if no
    /// order can encode them all.
    static func best(_ values: borrowing [UInt64]) -> (order: Int, bits: Int)? {
        let unwritable = 1 << 40
        let found = cheapest(orders: orders, values) { value, order in
            let (sum, overflow) = value.addingReportingOverflow(1 << UInt64(order))
            let extra = 63 - sum.leadingZeroBitCount - order
            return overflow || extra > longest ? unwritable : 2 * extra + 1 + order
        }
        return found.bits < unwritable ? found : nil
    }
}

/// Tries each order up to the first that spans the largest value; beyond it every code only grows.
@inline(__always)
private func cheapest(
    orders: ClosedRange<Int>, _ values: borrowing [UInt64], cost: (UInt64, Int) -> Int
) -> (order: Int, bits: Int) {
    var largest: UInt64 = 0
    for index in values.indices { largest |= values[index] }
    let enough = min(orders.upperBound, 64 - largest.leadingZeroBitCount)
    var found = (order: 0, bits: Int.max)
    for order in 0...enough {
        var bits = 0
        for index in values.indices {
            bits += cost(values[index], order)
            if bits >= found.bits { break }
        }
        if bits < found.bits { found = (order, bits) }
    }
    return found
}
