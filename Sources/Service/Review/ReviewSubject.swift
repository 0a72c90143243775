import Application
import Domain
import Messages
import Storage

/// The properties of one kind of subject; each is defined in the subject's own area.
struct ReviewSubject {
    let kind: ReviewKind
    /// Whether it can be returned for revision.
    let isReturnable: Bool
    /// Nil for what has a form of its own.
    var ask: AskedReview?
    /// Returns a one-line title.
    let title: (_ subject: UInt64, Snapshot) throws -> String
    /// Throws if this decision cannot be made now, for example outside the level's window.
    let check: (ReviewRecord, ReviewDecision, WriteContext) throws -> Void
    /// Carries out a decision; `record` has the new state. An error refuses this row only.
    var decided: (_ record: ReviewRecord, ReviewDecision, WriteContext) throws -> Void
}

/// How a person asks for a decision about something of theirs with a reason alone.
struct AskedReview {
    /// Throws unless the caller may ask for it now; returns where it is decided.
    let check: (_ subject: UInt64, WriteContext) throws -> (container: UInt64, stops: [ReviewStop])
    /// Returns everything of a person's that they may have asked about, for an account that closes.
    let subjects: (_ person: UInt64, Snapshot) throws -> [UInt64]
}
