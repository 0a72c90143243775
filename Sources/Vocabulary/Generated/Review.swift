// Generated from Protocol/review.proto by `make generate`; change that and generate again.

/// What is reviewed. A subject is named by its kind and its own id (an application's, an offering's).
package enum ReviewKind: Int32, Word {
    case refund = 8
    case booking = 7
    case application = 1
    case identity = 2
    case membership = 3
    case leave = 4
    case offering = 5
    case phoneChange = 6
    /// of an approved offering
    case offeringChange = 12
    /// a record from outside
    case outside = 13
    /// post-activity, or a supplement of one
    case report = 9
}

/// Who decides: the unit or base itself, or the provider on whose premises something is held, the commission of exactly
/// that region, a committee or an identity reviewer whose
/// region reaches it, a platform administrator.
package enum ReviewLevel: Int32, Word {
    case unit = 1
    case county = 2
    case city = 3
    case province = 4
    case base = 5
    case committee = 6
    case identity = 7
    case platform = 8
}

package enum ReviewState: Int32, Word {
    case waiting = 1
    case approved = 2
    case rejected = 3
    /// for revision
    case returned = 4
    /// by who submitted it, also after it was approved
    case withdrawn = 5
}

package enum ReviewAction: Int32, Word {
    case submit = 1
    case approve = 2
    /// needs a reason
    case reject = 3
    /// for revision; needs a reason
    case `return` = 4
    /// to the level that returned it
    case resubmit = 5
    case withdraw = 6
}
