/// Where a loop keeps a connection. What is done in one turn is done under one access to it, so that what the handler
/// borrows needs no further check.
final class Slot {
    var connection: ServedConnection
    /// In the loop's list of connections to settle.
    var isTouched = false
    /// In a list of connections to read again.
    var isDue = false
    /// Among those that rest.
    var isResting = false

    init(_ connection: consuming ServedConnection) {
        self.connection = connection
    }
}

/// Slots in the order they came.
struct SlotQueue {
    private var slots: [Slot] = []
    private var first = 0

    var count: Int { slots.count - first }
    var isEmpty: Bool { count == 0 }

    mutating func append(_ slot: Slot) {
        slots.append(slot)
    }

    var next: Slot? { first < slots.count ? slots[first] : nil }

    mutating func popFirst() -> Slot? {
        guard first < slots.count else { return nil }
        let slot = slots[first]
        first += 1
        if first == slots.count {
            slots.removeAll(keepingCapacity: true)
            first = 0
        } else if first >= 4096, first * 2 >= slots.count {
            slots.removeFirst(first)
            first = 0
        }
        return slot
    }
}

/// What is still to be done with a connection after a part of its turn.
struct Followup: OptionSet {
    let rawValue: UInt8

    /// Send what it says, before the loop waits again.
    static let settle = Followup(rawValue: 1)
    /// Read on, after the others have had their turn.
    static let read = Followup(rawValue: 2)
    /// Read on when it has rested.
    static let rest = Followup(rawValue: 4)
}
