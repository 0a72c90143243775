import Application
import Domain
import Messages
import Storage

extension Reviews {
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
