/// A loop's box for a connection. The work of one turn is done under one access to it, so that what the handler borrows
/// needs no further check.
final class Slot {
    var connection: ServedConnection
    /// In the loop's list of connections to settle.
    var isTouched = false
    /// In a list of connections to read again.
    var isDue = false
    /// In the list of resting connections.
    var isResting = false

    init(_ connection: consuming ServedConnection) {
        self.connection = connection
    }
}

/// A queue of slots.
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

/// The work left for a connection after a part of its turn.
struct Followup: OptionSet {
    let rawValue: UInt8

    /// Send its output before the loop waits again.
    static let settle = Followup(rawValue: 1)
    /// Read on after the others have had their turn.
    static let read = Followup(rawValue: 2)
    /// Read on after its rest.
    static let rest = Followup(rawValue: 4)
}
