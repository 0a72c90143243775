import Application
import Domain
import Messages
import Storage

extension Leaves {
    /// ACC-11e: deletes the reasons of a person's leave. The excuse remains, because attendance depends on it.
    func forgetLeave(of person: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        for leave in try transaction.all(
            "SELECT id FROM leave WHERE person = ?1 ORDER BY id", person, body: { $0.id(0) })
        {
            try reviews.forgetReview(.leave, leave, context)
        }
        try transaction.execute(
            "UPDATE leave SET state = ?2 WHERE person = ?1 AND state = ?3", person,
            LeaveLifecycle.table.next(.waiting, .cancel).rawValue, LeaveState.waiting.rawValue)
        try transaction.execute("UPDATE leave SET reason = '', decision_reason = '' WHERE person = ?1", person)
    }
}
