import Application
import Messages
import Storage

/// A session's present state.
struct LiveSession: Sendable {
    let expires: Int64
    /// With present roles.
    var person: PersonCaller
}

extension Accounts {
    /// Returns the session; nil if it, or its account, is gone or disabled. Read in every transaction of a call, so that
    /// a role that is taken, or whose organisation is closed, is missing from the next command on (ACC-12).
    func liveSession(_ id: UInt64, _ snapshot: Snapshot) throws -> LiveSession? {
        var acting: SessionHolder?
        var expires: Int64 = 0
        let session = try liveSessions.find(snapshot, id) {
            var found: LiveSession?
            try snapshot.query(
                """
                SELECT s.person, s.expires_ms, s.organisation, a.must_change, g.role, g.organisation, o.closed
                FROM session s LEFT JOIN account a ON a.person = s.person AND a.disabled_ms = 0
                LEFT JOIN role_grant g ON g.person = s.person LEFT JOIN organisation o ON o.id = g.organisation
                WHERE s.id = ?1 ORDER BY g.role, g.organisation
                """, id
            ) { row in
                let (person, organisation) = (row.id(0), row.id(2))
                if organisation != 0 {
                    acting = SessionHolder(person: person, organisation: organisation, mustChange: false)
                    expires = row.integer(1)
                    return
                }
                guard !row.isNull(3) else { return }
                var session =
                    found
                    ?? LiveSession(
                        expires: row.integer(1),
                        person: PersonCaller(id: person, session: id, grants: [], mustChangePassword: row.bool(3)))
                let isClosed = !row.isNull(6) && row.bool(6)
                // A role of a newer server's gives nothing here, and takes no other away.
                if let role = row.enumerationIfKnown(4, Role.self), !isClosed {
                    session.person.grants.append(Grant(role: role, organisation: row.id(5)))
                }
                found = session
            }
            return found
        }
        guard let acting else { return session }
        // An organisation's roles depend on too many tables for a cache.
        guard let holder = try holder(person: acting.person, organisation: acting.organisation, snapshot) else {
            return nil
        }
        return LiveSession(
            expires: expires,
            person: PersonCaller(
                id: holder.person, session: id, grants: try grants(of: holder, snapshot), mustChangePassword: false))
    }
}
