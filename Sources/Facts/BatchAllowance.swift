/// How many facts the bytes of a body pay for. A column that repeats itself says 65,536 facts in three bytes; what such
/// facts cost everybody else must follow what was sent. The facts beyond are kept with their batch and never read.
///
/// A pure function of the bytes: every reader stops at the same fact.
package enum BatchAllowance {
    /// What a body pays for: its own bytes, and those of the signature that comes with it.
    package static func units(ofBytes count: Int) -> Int { count + 64 }

    /// A check-in costs its reader one number, every other kind a look at what stands around it.
    @inline(__always)
    static func cost(ofKind kind: UInt64) -> Int { kind == FactKind.checkIn.number ? 1 : 3 }

    /// Each offering after a batch's first: a row of its own in the journal.
    static let costOfOffering = 12

    /// The facts, first to last, that `units` pay for.
    /// - Parameter rows: as many of them as the columns hold.
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

    /// The cost of these facts to a reader.
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
