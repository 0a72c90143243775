// Generated from Protocol/worklist.proto by `make generate`; change that and generate again.

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
