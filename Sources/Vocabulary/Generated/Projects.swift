// Generated from Protocol/projects.proto by `make generate`; change that and generate again.

package enum ProjectLevel: Int32, Word {
    case national = 1
    case provincial = 2
    case city = 3
}

package enum CreditCategory: Int32, Word {
    case i = 1
    case ii = 2
}

package enum ProjectState: Int32, Word {
    case open = 1
    /// no more runs are entered or submitted; those there are stay
    case withdrawn = 2
}

/// PRJ-4a.
package enum Modality: Int32, Word {
    case inPerson = 1
    case online = 2
    case blended = 3
}

/// PRJ-4b, PRJ-4c: the documents of an offering: JPEG pictures of ≤ 5 MiB, one of a kind. Where the programme has lead
/// days, notice and
/// agenda are needed to submit it, and the supervision statement unless it is in person.
package enum OfferingDocumentKind: Int32, Word {
    case notice = 1
    case agenda = 2
    /// of credit for those who take part online
    case supervision = 3
}

package enum OfferingState: Int32, Word {
    case draft = 1
    case submitted = 2
    case approved = 3
    case rejected = 4
    case cancelled = 5
    /// for revision; changed and submitted again
    case returned = 6
}

/// PRJ-9a: the runs of a project.
package enum RunState: Int32, Word {
    case notRegistered = 1
    /// for approval
    case waiting = 2
    case returned = 3
    case approved = 4
    /// another may be registered in its place
    case rejected = 5
    /// over, and the programme asks for no report
    case held = 6
    case reportDue = 7
    /// the report waits for its review
    case reported = 8
    /// the report was decided on
    case closed = 9
}

/// PRJ-8b: what became of a roster, the newest first.
package enum RosterEvent: Int32, Word {
    case added = 1
    case renamed = 2
    case renumbered = 3
    case removed = 4
}
