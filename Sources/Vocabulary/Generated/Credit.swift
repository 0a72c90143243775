// Generated from Protocol/credit.proto by `make generate`; change that and generate again.

package enum AwardState: Int32, Word {
    case pending = 1
    case effective = 2
    case reversed = 3
    case notValid = 4
    case lapsed = 5
}

package enum ExportKind: Int32, Word {
    case awards = 1
    case eligible = 2
    case scans = 3
    case analysis = 4
    case scores = 5
}

/// CRD-2: what became of an award. Entries are added and never changed; the state of an award is that of its last
/// entry.
package enum CreditEvent: Int32, Word {
    case awarded = 1
    /// by hand, which is not valid
    case entered = 2
    /// its report was approved
    case effective = 3
    case reversed = 4
    /// though what came later speaks against it
    case kept = 5
    /// its report was rejected
    case lapsed = 6
    /// awarded to an instructor
    case taught = 7
}

package enum CreditStepKind: Int32, Word {
    case membership = 1
    case window = 2
    case decision = 3
    case exam = 4
    case evaluation = 5
    case certificate = 6
    case report = 7
}
