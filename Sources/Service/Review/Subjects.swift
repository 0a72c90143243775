import Application
import Domain
import Messages
import Storage

/// What the engine must know of one kind of subject. Its value lives in the subject's own area.
struct ReviewSubject {
    /// Whether it can be returned for revision.
    let isReturnable: Bool
    /// One line that says what it is.
    let title: (_ subject: UInt64, Snapshot) throws -> String
    /// Throws when this decision cannot be made now: outside the level's window.
    let check: (ReviewRecord, ReviewDecision, WriteContext) throws -> Void
    /// What a decision brings about, `record` being as it is after it. What it throws refuses this row alone.
    let decided: (_ record: ReviewRecord, ReviewDecision, WriteContext) throws -> Void
}

extension Service {
    /// The one table of kinds.
    func subject(of kind: ReviewKind) throws(Refused) -> ReviewSubject {
        switch kind {
        case .identity: identityReview
        case .membership: membershipReview
        case .leave: leaveReview
        case .application: applicationReview
        case .offering: offeringReview
        case .phoneChange: phoneChangeReview
        case .unspecified: throw Refused(.invalid, field: "kind")
        }
    }
}
