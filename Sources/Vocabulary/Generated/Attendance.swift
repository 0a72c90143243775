// Generated from Protocol/attendance.proto by `make generate`; change that and generate again.

package enum ScanState: Int32, Word {
    case counted = 1
    /// joins an earlier one of the same window
    case `repeat` = 2
    case outsideWindow = 3
    case outsideDates = 4
    /// needs a decision; see `code`
    case flagged = 5
    case voided = 6
    /// a person decided that it does not count
    case discarded = 7
    /// a person decided that it belongs to another offering
    case elsewhere = 8
}

/// What the time of a record rests on.
package enum TimeBasis: Int32, Word {
    /// the server's clock, or contacts with it
    case measured = 1
    /// the device's wall clock, which contacts before and after vouch for
    case clocksWord = 2
    /// an attendance file says so
    case asserted = 3
    /// nothing bounds it on both sides
    case unknown = 4
    /// a person decided when it was
    case decided = 5
}

/// A person's answer about one recorded check-in. Numbers 1 to 7 stand in the facts of kind 6 (README 4.8). There are
/// three
/// questions: whether it counts, whose it is, and to which offering it belongs. Each has an answer of its own.
package enum Ruling: Int32, Word {
    /// although it is flagged; with a time, at that time
    case counts = 1
    case doesNotCount = 2
    case isPerson = 3
    case belongsToOffering = 4
    /// whether it counts is open again
    case countOpen = 5
    /// whose it is, is open again
    case personOpen = 6
    /// to which offering it belongs is open again
    case offeringOpen = 7
}

package enum WalkInState: Int32, Word {
    case taken = 1
    /// no credit before a person decides
    case flagged = 2
    /// by a person
    case confirmed = 3
    /// off the roster
    case rejected = 4
}

package enum WalkInRuling: Int32, Word {
    /// is who they say; where the ID number is somebody else's, without it
    case confirm = 1
    /// is the person who is known by this ID number
    case isKnown = 2
    case reject = 3
}
