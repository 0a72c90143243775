/// Maps people to rows of a roster: an open-addressing table of 4-byte rows, because 100,000 scans look it up 100,000
/// times.
package struct PersonRows: Sendable {
    /// The people by row, as given.
    package let people: [UInt64]
    private let slots: [UInt32]
    private let shift: UInt64

    private static let empty = UInt32.max

    /// - Parameter people: without duplicates; 0 is never found. A duplicate keeps its first row.
    package init(_ people: [UInt64]) {
        self.people = people
        var bits: UInt64 = 3
        while (1 << bits) < people.count * 2 { bits += 1 }
        shift = 64 - bits
        var slots = [UInt32](repeating: Self.empty, count: 1 << Int(bits))
        for (row, person) in people.enumerated() where person != 0 {
            var slot = Self.slot(person, shift)
            while slots[slot] != Self.empty, people[Int(slots[slot])] != person {
                slot = (slot + 1) & (slots.count - 1)
            }
            if slots[slot] == Self.empty { slots[slot] = UInt32(row) }
        }
        self.slots = slots
    }

    package var count: Int { people.count }

    /// Returns nil for a person who is not on the roster.
    package func row(of person: UInt64) -> Int? {
        var slot = Self.slot(person, shift)
        while slots[slot] != Self.empty {
            let row = Int(slots[slot])
            if people[row] == person { return row }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Multiplying by 2⁶⁴/φ spreads consecutive ids over the whole table.
    private static func slot(_ person: UInt64, _ shift: UInt64) -> Int {
        Int((person &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }
}
