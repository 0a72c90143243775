/// Where a loop keeps a connection. What is done in one turn is done under one access to it, so that what the handler
/// borrows needs no further check.
final class Slot {
    var connection: ServedConnection
    /// In the loop's list of connections to settle.
    var isTouched = false
    /// In the loop's list of connections to read again.
    var isDue = false

    init(_ connection: consuming ServedConnection) {
        self.connection = connection
    }
}

/// What is still to be done with a connection after a part of its turn.
struct Followup: OptionSet {
    let rawValue: UInt8

    /// Send what it says, before the loop waits again.
    static let settle = Followup(rawValue: 1)
    /// Read on, after the others have had their turn.
    static let read = Followup(rawValue: 2)
}
