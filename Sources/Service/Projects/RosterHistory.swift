import Application
import Domain
import Messages
import Storage

// PRJ-8b: rosters change by hand, by file, by bookings and by walk-ins, and people who are found to be one; the old stays here.
extension Projects {
    /// Notes what became of somebody's place on a roster. To be called by whoever changes it.
    /// - Parameters:
    ///   - number: after the change.
    ///   - before: the number or the name that it replaced.
    func note(
        _ event: RosterEvent, of person: UInt64, in offering: UInt64, number: String, before: String = "",
        reason: String = "", _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        let by: UInt64 = if case .person(let person) = context.call.caller { person.id } else { 0 }
        try transaction.execute(
            """
            INSERT INTO roster_change (id, offering, at_ms, event, person, number, before, changed_by, reason)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """, transaction.newID(), offering, context.now, event.rawValue, person, number, before, by, reason)
    }

    func rosterHistory(_ request: RosterHistoryRequest, _ context: ReadContext) throws -> RosterHistoryReply {
        let snapshot = context.snapshot
        let offering = try OfferingRecord(request.offering, snapshot)
        try context.call.requireAuthority(over: offering, snapshot)
        let page = try listPage(request.limit, by: \.id) { limit in
            let (last, read) = (before(request.after), RosterChange.columns.read)
            return request.person == 0
                ? try snapshot.all(RosterChange.ofOffering, offering.id, last, limit, body: read)
                : try snapshot.all(RosterChange.ofPerson, offering.id, last, limit, request.person, body: read)
        }
        return RosterHistoryReply(changes: page.elements, next: page.next ?? 0)
    }

    /// ACC-11e: an old name is no part of a register.
    func forgetRosterNames(of person: UInt64, _ transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE roster_change SET before = '' WHERE person = ?1 AND event = ?2", person,
            RosterEvent.renamed.rawValue)
    }
}

extension RosterChange {
    fileprivate static let columns = Columns(
        "c.id, c.at_ms, c.event, c.person, p.name, c.number, c.before, c.changed_by, b.name, c.reason"
    ) { row in
        RosterChange(
            id: row.id(), atMs: row.integer(), event: try row.enumeration(), person: row.id(), name: row.text(),
            number: row.text(), before: row.text(), by: row.id(), byName: row.textOrNil() ?? "", reason: row.text())
    }

    private static let from: SQL = """
        FROM roster_change c JOIN person p ON p.id = c.person LEFT JOIN person b ON b.id = c.changed_by
        """

    fileprivate static let ofOffering = SQL(
        "SELECT \(columns) \(from) WHERE c.offering = ?1 AND c.id < ?2 ORDER BY c.id DESC LIMIT ?3")

    fileprivate static let ofPerson = SQL(
        """
        SELECT \(columns) \(from) WHERE c.person = ?4 AND c.offering = ?1 AND c.id < ?2 ORDER BY c.id DESC LIMIT ?3
        """)
}
