internal import Wire

/// Converts elapsed time between ticks since the preceding fact, as encoded, and ticks since the header's time.
enum ElapsedTicks {
    /// Sums the deltas, which are signed (zigzag) in an imported batch. Throws unless every row's time stays within
    /// ±2^53 ms of the header's.
    static func summed(_ deltas: Column, header: BatchHeader, count: Int) throws(DecodeError) -> Column {
        if deltas.values.isEmpty, deltas.constant == 0 { return deltas }
        // A delta spans at most twice the limit, plus a bit for the sign: sums of both stay far from overflow.
        let limit = Int64(FactLimits.integer / header.tickMs)
        var ticks = [UInt64](repeating: deltas.constant, count: count)
        if !deltas.values.isEmpty { ticks = deltas.values }
        var out = ticks.mutableSpan
        var sum: Int64 = 0
        let imported = header.isImported
        for row in 0..<count {
            let raw = out[row]
            guard raw < FactLimits.integer << 2 else { throw .badValue("elapsed") }
            sum &+= imported ? unzigzag(raw) : Int64(truncatingIfNeeded: raw)
            guard sum < limit, sum > -limit else { throw .badValue("elapsed") }
            out[row] = UInt64(bitPattern: sum)
        }
        return Column(values: ticks)
    }

    /// Returns the deltas of ticks since the header's time.
    static func deltas(of ticks: [Int64], imported: Bool) -> [UInt64] {
        var before: Int64 = 0
        return ticks.map { tick in
            defer { before = tick }
            let delta = tick - before
            return imported ? zigzag(delta) : UInt64(delta)
        }
    }

    private static func zigzag(_ value: Int64) -> UInt64 { UInt64(bitPattern: value << 1 ^ value >> 63) }

    private static func unzigzag(_ value: UInt64) -> Int64 {
        Int64(truncatingIfNeeded: value >> 1) ^ -Int64(truncatingIfNeeded: value & 1)
    }
}
