/// The lines of a file by what stands in them: sixteen bytes a line, however long the texts are. Two texts are taken for one
/// if ninety-six bits of their hashes agree.
package struct LineTable: Sendable {
    private struct Slot {
        var head: UInt64 = 0
        var tail: UInt32 = 0
        /// One more than the line; 0 for a free slot.
        var line: UInt32 = 0
    }

    private var slots: [Slot] = []
    private var count = 0

    package init() {}

    package subscript(_ key: some Hashable) -> Int? {
        guard !slots.isEmpty else { return nil }
        let slot = slots[place(of: Self.slot(key, line: 0), in: slots)]
        return slot.line == 0 ? nil : Int(slot.line) - 1
    }

    /// Keeps the line that the key has already.
    package mutating func enter(_ key: some Hashable, line: Int) {
        if (count + 1) * 4 > slots.count * 3 { grow() }
        let slot = Self.slot(key, line: UInt32(line) + 1)
        let place = place(of: slot, in: slots)
        guard slots[place].line == 0 else { return }
        slots[place] = slot
        count += 1
    }

    private static func slot(_ key: some Hashable, line: UInt32) -> Slot {
        var (head, tail) = (Hasher(), Hasher())
        head.combine(key)
        tail.combine(0)
        tail.combine(key)
        return Slot(
            head: UInt64(bitPattern: Int64(head.finalize())), tail: UInt32(truncatingIfNeeded: tail.finalize()),
            line: line)
    }

    /// The place of the key, or the free one where it belongs.
    private func place(of slot: Slot, in slots: [Slot]) -> Int {
        var place = Int(truncatingIfNeeded: slot.head) & (slots.count - 1)
        while slots[place].line != 0, slots[place].head != slot.head || slots[place].tail != slot.tail {
            place = (place + 1) & (slots.count - 1)
        }
        return place
    }

    private mutating func grow() {
        var larger = [Slot](repeating: Slot(), count: max(64, slots.count * 2))
        for slot in slots where slot.line != 0 { larger[place(of: slot, in: larger)] = slot }
        slots = larger
    }
}
