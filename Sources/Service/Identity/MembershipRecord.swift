import Application
import Domain
import Messages
import Storage

/// A person's membership of a unit.
struct MembershipRecord {
    let unit: UInt64
    let person: UInt64
    /// The id of the latest request, the subject of its review.
    let id: UInt64
    let state: MembershipState

    init?(unit: UInt64, person: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(
            "SELECT id, state FROM membership WHERE unit = ?1 AND person = ?2", unit, person
        ) { (id: $0.id(0), state: try $0.enumeration(1, MembershipState.self)) }
        guard let found else { return nil }
        (self.unit, self.person, id, state) = (unit, person, found.id, found.state)
    }

    init?(id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first("SELECT unit, person FROM membership WHERE id = ?1", id) {
            (unit: $0.id(0), person: $0.id(1))
        }
        guard let found else { return nil }
        try self.init(unit: found.unit, person: found.person, snapshot)
    }
}

extension Identities {
    /// Returns the name of an active unit; throws `notFound` for any other id.
    func unitName(_ unit: UInt64, _ snapshot: Snapshot) throws -> String {
        let name = try snapshot.first(
            .nameOfOpenOrganisation, unit,
            OrganisationKind.unit.rawValue
        ) { $0.text(0) }
        guard let name else { throw Refusal(.notFound, field: "unit") }
        return name
    }

    /// ACC-9: asks for a membership, also for one that has ended; the unit decides.
    /// - Returns: false if it was already asked for or confirmed.
    @discardableResult
    func askMembership(unit: UInt64, person: UInt64, byPerson: Bool, _ context: WriteContext) throws -> Bool {
        let transaction = context.transaction
        if let known = try MembershipRecord(unit: unit, person: person, transaction) {
            guard known.state == .ended else { return false }
            _ = try MembershipLifecycle.table.next(known.state, .ask)
        }
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO membership (unit, person, id, state, by_person, changed_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (unit, person) DO UPDATE SET id = ?3, state = ?4, by_person = ?5, changed_ms = ?6
            """, unit, person, id, MembershipState.asked.rawValue, byPerson, context.now)
        try reviews.openReview(
            membershipReview, subject: id, container: unit, person: person,
            stops: [ReviewStop(level: .unit, organisation: unit)], context)
        return true
    }

    /// Advances a membership and notifies its person.
    func transition(
        _ membership: MembershipRecord, by event: MembershipEvent, reason: String, _ context: WriteContext
    ) throws {
        let state = try MembershipLifecycle.table.next(membership.state, event)
        try context.transaction.execute(
            "UPDATE membership SET state = ?3, changed_ms = ?4 WHERE unit = ?1 AND person = ?2", membership.unit,
            membership.person, state.rawValue, context.now)
        let name = try context.transaction.first(.nameOfOrganisation, membership.unit) {
            $0.text(0)
        }
        try notices.notify(
            membership.person, .membershipDecided, subject: membership.id, details: [name ?? "", "\(state)", reason],
            context)
    }

    /// ACC-9: the review of a membership, by the unit itself.
    var membershipReview: ReviewSubject {
        ReviewSubject(kind: .membership, isReturnable: false) { subject, snapshot in
            try snapshot.first(
                "SELECT p.name FROM membership m JOIN person p ON p.id = m.person WHERE m.id = ?1", subject
            ) { $0.text(0) } ?? ""
        } check: { _, _, _ in
        } decided: { [self] record, decision, context in
            guard let membership = try MembershipRecord(id: record.subject, context.transaction) else {
                throw Refusal(.notFound, field: "subject")
            }
            try transition(membership, by: decision == .approved ? .confirm : .end, reason: decision.reason, context)
        }
    }
}
