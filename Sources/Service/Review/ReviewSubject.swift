import Application
import Domain
import Messages
import Storage

/// The properties of one kind of subject; each is defined in the subject's own area.
struct ReviewSubject {
    let kind: ReviewKind
    /// Whether it can be returned for revision.
    let isReturnable: Bool
    /// Returns a one-line title.
    let title: (_ subject: UInt64, Snapshot) throws -> String
    /// Throws if this decision cannot be made now, for example outside the level's window.
    let check: (ReviewRecord, ReviewDecision, WriteContext) throws -> Void
    /// Carries out a decision; `record` has the new state. An error refuses this row only.
    let decided: (_ record: ReviewRecord, ReviewDecision, WriteContext) throws -> Void
}
