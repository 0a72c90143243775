import Application
import Messages
import Storage
import Wire

extension Notices {
    /// NOT-2: leaves a message for a person, in the transaction of its cause.
    /// - Parameter details: the facts of its text, in the order of its kind.
    func notify(
        _ person: UInt64, _ kind: MessageKind, subject: UInt64, details: [String], _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO message (id, person, kind, subject, details, created_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """, id, person, kind.rawValue, subject, MessageDetails(texts: details).serialized(), context.now)
        try transaction.execute(
            "INSERT INTO message_waiting (person, message, device, held_until_ms) VALUES (?1, ?2, ?3, 0)",
            person, id, [UInt8]())
        let connections = context.connections
        context.afterCommit { connections.send(.messageWaiting(id), to: person) }
    }
}

extension Event {
    /// A hint that messages up to this one wait for the person (NOT-2).
    static func messageWaiting(_ message: UInt64) -> Event { Event(kind: .messageWaiting, position: message) }
}
