import Application
import Domain
import Messages
import Storage

extension Identities {
    /// ACC-9: lists a unit's people, by key.
    func listMembers(_ request: ListMembersRequest, _ context: ReadContext) throws -> ListMembersReply {
        try context.call.requireAuthority(over: request.unit, context.snapshot)
        let call = context.call
        // Scans one index range either way.
        let page = try listPage(request.limit, by: \.person) { limit in
            if let state = request.state {
                try context.snapshot.all(
                    Member.ofUnitInState, request.unit, state.rawValue, request.after, limit
                ) { try member($0, call) }
            } else {
                try context.snapshot.all(Member.ofUnit, request.unit, request.after, limit) { try member($0, call) }
            }
        }
        return ListMembersReply(members: page.elements, next: page.next ?? 0)
    }

    func member(_ person: UInt64, of unit: UInt64, _ context: WriteContext) throws -> Member? {
        let call = context.call
        return try context.transaction.first(Member.one, unit, person) { try member($0, call) }
    }

    /// From `Member.columns`.
    private func member(_ row: borrowing Row, _ call: Call) throws -> Member {
        let person = row.id()
        return Member(
            person: person, name: row.text(),
            phone: try row.bytesOrNil().map { try people.decryptPhone($0, of: person).masked } ?? "",
            idNumber: try row.bytesOrNil().map { shownIdentity(try people.decryptIDNumber($0, of: person), to: call) }
                ?? "",
            title: row.text(), state: try row.enumeration(), byPerson: row.bool(), changedMs: row.integer(),
            participantNumber: row.idOrNil() == nil ? "" : ParticipantNumber(of: person).description)
    }

    /// Returns the caller's units.
    func myUnits(_ request: MyUnitsRequest, _ context: ReadContext) throws -> MyUnitsReply {
        try units(of: context.call.person().id, context.snapshot)
    }

    func units(of person: UInt64, _ snapshot: Snapshot) throws -> MyUnitsReply {
        MyUnitsReply(
            units: try snapshot.all(
                """
                SELECT m.unit, o.name, m.state, m.by_person FROM membership m JOIN organisation o ON o.id = m.unit
                WHERE m.person = ?1 ORDER BY m.unit
                """, person
            ) {
                MyUnit(
                    unit: $0.id(0), name: $0.text(1),
                    state: try $0.enumeration(2), byPerson: $0.bool(3))
            })
    }
}

extension Member {
    private static let columns: SQL =
        "m.person, p.name, p.phone_sealed, p.id_number_sealed, p.title, m.state, m.by_person, m.changed_ms, a.person"

    private static let from: SQL = """
        FROM membership m JOIN person p ON p.id = m.person LEFT JOIN account a ON a.person = m.person
        """

    fileprivate static let one = SQL("SELECT \(columns) \(from) WHERE m.unit = ?1 AND m.person = ?2")

    fileprivate static let ofUnit = SQL(
        "SELECT \(columns) \(from) WHERE m.unit = ?1 AND m.person > ?2 ORDER BY m.person LIMIT ?3")

    fileprivate static let ofUnitInState = SQL(
        """
        SELECT \(columns) \(from) WHERE m.unit = ?1 AND m.state = ?2 AND m.person > ?3 ORDER BY m.person LIMIT ?4
        """)
}
