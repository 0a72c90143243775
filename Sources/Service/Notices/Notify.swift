import Application
import Messages
import Storage
import Wire

extension Service {
    /// NOT-2: leaves a message for a person, in the transaction of what it tells of.
    /// - Parameter details: the facts of its text, in the order its kind gives them.
    func notify(
        _ person: UInt64, _ kind: MessageKind, subject: UInt64, details: [String], _ context: WriteContext
    ) throws {
        try context.transaction.execute(
            """
            INSERT INTO message (id, person, kind, subject, details, created_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """, context.transaction.newID(), person, kind.rawValue, subject,
            MessageDetails(texts: details).serialized(), context.now)
    }
}
