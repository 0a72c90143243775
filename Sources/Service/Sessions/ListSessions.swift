import Application
import Domain
import Messages
import Storage

// ACC-5c: sessions.
extension Sessions {
    /// The most sessions of one person; one more ends the least recently used.
    private static let sessionsOfPerson = 50

    func listSessions(_ request: ListSessionsRequest, _ context: ReadContext) throws -> ListSessionsReply {
        let person = try context.call.person()
        let sessions = try context.snapshot.all(
            """
            SELECT id, created_ms, last_used_ms, address FROM session WHERE person = ?1 AND expires_ms > ?2
            ORDER BY id DESC LIMIT 100
            """, person.id, context.now
        ) {
            SessionEntry(
                id: $0.id(0), createdMs: $0.integer(1), lastUsedMs: $0.integer(2), address: $0.text(3),
                isThis: $0.id(0) == person.session)
        }
        return ListSessionsReply(sessions: sessions)
    }

    /// Revokes a session and closes its connections after the commit; revoking the present one logs out.
    func revokeSession(_ request: RevokeSessionRequest, _ context: WriteContext) throws -> RevokeSessionReply {
        let person = try context.call.person()
        let ended = try context.transaction.execute(
            "DELETE FROM session WHERE id = ?1 AND person = ?2", request.session, person.id)
        guard ended == 1 else { throw Refusal(.notFound, field: "session") }
        context.auditDetail = "session \(request.session)"
        // This connection leaves the session before its other connections are closed.
        if request.session == person.session { context.become(.anonymous) }
        closeConnections(of: [request.session], context)
        return RevokeSessionReply()
    }

    /// Ends a person's sessions, all or all but one, and closes their connections.
    func endSessions(of person: UInt64, except kept: UInt64 = 0, _ context: WriteContext) throws {
        let ended = try context.transaction.all(
            "SELECT id FROM session WHERE person = ?1 AND id <> ?2 ORDER BY id", person, kept
        ) { $0.id(0) }
        try context.transaction.execute("DELETE FROM session WHERE person = ?1 AND id <> ?2", person, kept)
        closeConnections(of: ended, context)
    }

    /// Ends the sessions for an organisation: of everybody, or of one person.
    func endSessions(
        for organisation: UInt64, of person: UInt64? = nil, except kept: UInt64 = 0, _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        let ended = try transaction.all(
            """
            SELECT s.id, s.person FROM responsible_person r JOIN session s ON s.person = r.person
            WHERE r.organisation = ?1 AND s.organisation = ?1 AND s.id <> ?2 ORDER BY s.id
            """, organisation, kept
        ) { (id: $0.id(0), person: $0.id(1)) }.filter { person == nil || $0.person == person }
        for session in ended { try transaction.execute(.deleteSession, session.id) }
        closeConnections(of: ended.map(\.id), context)
    }

    /// Ends the least recently used sessions beyond the limit, and closes their connections.
    func endOldSessions(of person: UInt64, _ context: WriteContext) throws {
        let count = try context.transaction.first("SELECT COUNT(*) FROM session WHERE person = ?1", person) {
            $0.int(0)
        }
        let surplus = (count ?? 0) - Self.sessionsOfPerson
        guard surplus > 0 else { return }
        let ended = try context.transaction.all(
            "SELECT id FROM session WHERE person = ?1 ORDER BY last_used_ms, id LIMIT ?2", person, surplus
        ) { $0.id(0) }
        for session in ended { try context.transaction.execute(.deleteSession, session) }
        closeConnections(of: ended, context)
    }

    /// Closes the connections of sessions after the commit.
    func closeConnections(of sessions: [UInt64], _ context: WriteContext) {
        let connections = context.connections
        context.afterCommit { for session in sessions { connections.close(session: session) } }
    }
}
