import Application
import Domain
import Messages
import Storage

/// What the engine must know of one kind of subject. Its value lives in the subject's own area.
struct ReviewSubject {
    let kind: ReviewKind
    /// Whether it can be returned for revision.
    let isReturnable: Bool
    /// One line that says what it is.
    let title: (_ subject: UInt64, Snapshot) throws -> String
    /// Throws when this decision cannot be made now: outside the level's window.
    let check: (ReviewRecord, ReviewDecision, WriteContext) throws -> Void
    /// What a decision brings about, `record` being as it is after it. What it throws refuses this row alone.
    let decided: (_ record: ReviewRecord, ReviewDecision, WriteContext) throws -> Void
}
