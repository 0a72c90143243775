// Generated from Protocol/outside.proto by `make generate`; change that and generate again.

/// EXM-7: results, contact hours and credits from elsewhere or from before, entered by an organiser.
package enum OutsideState: Int32, Word {
    /// entered, and nobody has accepted it
    case fromOutside = 1
    /// by the commission: its credits and hours are in totals
    case accepted = 2
    case rejected = 3
    /// to be corrected
    case returned = 4
    case withdrawn = 5
}
