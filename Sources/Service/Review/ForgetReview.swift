import Application
import Domain
import Messages
import Storage

extension Reviews {
    /// ACC-11e: takes a subject back where nobody has decided it, and forgets the line that said what it was. Who decided
    /// what, and why, stays.
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
