import Application
import Domain
import Messages
import Storage

extension Reviews {
    /// Ends whatever review there is of a subject that is given up: an undecided one is withdrawn, and an approval is kept in
    /// the history.
    func endReview(_ kind: ReviewKind, _ subject: UInt64, _ context: WriteContext) throws {
        guard try isReviewed(kind, subject, context.transaction) else { return }
        switch try ReviewRecord(kind, subject, context.transaction).progress.state {
        case .waiting, .returned: try withdrawReview(kind, subject, context)
        case .approved: try giveUpReview(kind, subject, context)
        case .rejected, .withdrawn: break
        }
    }

    /// Whether a review of it was ever opened.
    func isReviewed(_ kind: ReviewKind, _ subject: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.exists("SELECT 1 FROM review WHERE kind = ?1 AND subject = ?2", kind.rawValue, subject)
    }

    /// ACC-11e: withdraws an undecided subject, and deletes its title. Decisions and their reasons remain.
    func forgetReview(_ kind: ReviewKind, _ subject: UInt64, _ context: WriteContext) throws {
        let record = try ReviewRecord(kind, subject, context.transaction)
        switch record.progress.state {
        case .waiting, .returned: try withdrawReview(kind, subject, context)
        case .approved, .rejected, .withdrawn: break
        }
        try context.transaction.execute(
            "UPDATE review SET title = '' WHERE kind = ?1 AND subject = ?2", kind.rawValue, subject)
    }
}
