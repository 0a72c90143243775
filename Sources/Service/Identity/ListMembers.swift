import Application
import Domain
import Messages
import Storage

extension Identities {
    /// ACC-9: a unit's people, by key.
    func listMembers(_ request: ListMembersRequest, _ context: ReadContext) throws -> ListMembersReply {
        try context.call.requireAuthority(over: request.unit, context.snapshot)
        let limit = pageLimit(request.limit)
        let call = context.call
        // One range of an index either way.
        let members =
            request.state == .unspecified
            ? try context.snapshot.all(
                """
                SELECT m.person, p.name, p.phone_sealed, p.id_number_sealed, p.title, m.state, m.by_person, m.changed_ms
                FROM membership m JOIN person p ON p.id = m.person WHERE m.unit = ?1 AND m.person > ?2
                ORDER BY m.person LIMIT ?3
                """, request.unit, request.after, limit
            ) { try member($0, call) }
            : try context.snapshot.all(
                """
                SELECT m.person, p.name, p.phone_sealed, p.id_number_sealed, p.title, m.state, m.by_person, m.changed_ms
                FROM membership m JOIN person p ON p.id = m.person WHERE m.unit = ?1 AND m.state = ?4 AND m.person > ?2
                ORDER BY m.person LIMIT ?3
                """, request.unit, request.after, limit, request.state.rawValue
            ) { try member($0, call) }
        return ListMembersReply(members: members, next: members.count == limit ? members.last?.person ?? 0 : 0)
    }

    func member(_ person: UInt64, of unit: UInt64, _ context: WriteContext) throws -> Member? {
        let call = context.call
        return try context.transaction.first(
            """
            SELECT m.person, p.name, p.phone_sealed, p.id_number_sealed, p.title, m.state, m.by_person, m.changed_ms
            FROM membership m JOIN person p ON p.id = m.person WHERE m.unit = ?1 AND m.person = ?2
            """, unit, person
        ) { try member($0, call) }
    }

    private func member(_ row: borrowing Row, _ call: Call) throws -> Member {
        let person = row.id(0)
        return Member(
            person: person, name: row.text(1),
            phone: try row.bytesOrNil(2).map { try people.decryptPhone($0, of: person).masked } ?? "",
            idNumber: try row.bytesOrNil(3).map { shownIdentity(try people.decryptIDNumber($0, of: person), to: call) }
                ?? "",
            title: row.text(4), state: try row.enumeration(5),
            byPerson: row.bool(6), changedMs: row.integer(7))
    }

    /// The caller's own units.
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
