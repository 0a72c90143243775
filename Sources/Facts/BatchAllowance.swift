/// Bounds the facts read from a body by its size. A run-length column describes 65,536 facts in three bytes, so without
/// the bound a small body could cost every reader a lot. Facts beyond it are stored with their batch and never read.
///
/// A pure function of the bytes: every reader stops at the same fact.
package enum BatchAllowance {
    /// The units a body of this many bytes pays for; 64 more for its signature.
    package static func units(ofBytes count: Int) -> Int { count + 64 }

    /// The units one fact costs. A check-in costs a reader one number; every other kind needs a lookup of related
    /// facts.
    @inline(__always)
    static func cost(ofKind kind: UInt64) -> Int { kind == FactKind.checkIn.number ? 1 : 3 }

    /// The units of each offering after a batch's first: each has a row of its own in the journal.
    static let costOfOffering = 12

    /// Returns how many facts, from the first on, `units` pay for.
    /// - Parameter rows: the facts whose columns have been read.
    static func admitted(kinds: Column, offerings: Column, rows: Int, units: Int) -> Int {
        if kinds.values.isEmpty, offerings.values.isEmpty { return min(rows, units / cost(ofKind: kinds.constant)) }
        var left = units
        var last = offerings[0]
        var seen: Set<UInt64> = [last]
        for row in 0..<rows {
            left &-= cost(ofKind: kinds[row])
            let offering = offerings[row]
            if offering != last {
                last = offering
                if seen.insert(offering).inserted { left &-= costOfOffering }
            }
            if left < 0 { return row }
        }
        return rows
    }

    /// Returns the units that these facts cost a reader.
    static func cost(of facts: [Fact]) -> Int {
        var seen: Set<UInt64> = []
        var cost = -costOfOffering
        for fact in facts {
            cost += Self.cost(ofKind: fact.kind.number)
            if seen.insert(fact.offering).inserted { cost += costOfOffering }
        }
        return cost
    }
}
