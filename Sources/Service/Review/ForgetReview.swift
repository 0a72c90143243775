import Application
import Domain
import Messages
import Storage

extension Service {
    /// ACC-11e: takes a subject back where nobody has decided it, and forgets the line that said what it was. Who decided
    /// what, and why, stays.
    func forgetReview(_ kind: ReviewKind, _ subject: UInt64, _ context: WriteContext) throws {
        let record = try ReviewRecord(kind, subject, context.transaction)
        if !ReviewLifecycle.table.final.contains(record.progress.state) {
            try withdrawReview(kind, subject, context)
        }
        try context.transaction.execute(
            "UPDATE review SET title = '' WHERE kind = ?1 AND subject = ?2", kind.rawValue, subject)
    }
}
