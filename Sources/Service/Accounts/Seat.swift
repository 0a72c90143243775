import Application
import Messages
import Storage

/// A role over an organisation that can have it, or over the whole platform.
struct Seat {
    let role: Role
    /// Nil for the whole platform.
    let organisation: Organisation?

    var grant: Grant { Grant(role: role, organisation: organisation?.id ?? 0) }
    /// For the audit log.
    var title: AuditDetail { "\(role)@\(grant.organisation)" }
}

extension Accounts {
    /// - Throws: `invalid` for a role that nobody can have there.
    func seat(_ asked: RoleGrant?, field: String, _ snapshot: Snapshot) throws -> Seat {
        guard let asked, let role = asked.role else { throw Refusal(.invalid, field: field) }
        guard asked.organisation != 0 else {
            guard role.isPlatformWide else { throw Refusal(.invalid, field: field + ".organisation") }
            return Seat(role: role, organisation: nil)
        }
        let organisation = try organisations.organisation(asked.organisation, field: field + ".organisation", snapshot)
        guard let kind = organisation.kind, role.seats.contains(kind) else { throw Refusal(.invalid, field: field) }
        return Seat(role: role, organisation: organisation)
    }

    /// Gives the role; returns whether it is new to the person.
    /// - Throws: `wrongState` over an organisation that is closed.
    func give(_ seat: Seat, to person: UInt64, _ context: WriteContext) throws -> Bool {
        guard seat.organisation?.closed != true else {
            throw Refusal(.wrongState, field: "role", Phrase("the organisation is closed", "机构已停用"))
        }
        let isNew =
            try context.transaction.execute(
                "INSERT INTO role_grant (person, role, organisation) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                person, seat.role.rawValue, seat.grant.organisation) == 1
        if isNew, seat.role.marks { try terminals.publishExaminers(of: seat.grant.organisation, context) }
        return isNew
    }

    /// Takes the role, which every later transaction notices. Marks that the person has given as an examiner still count.
    /// - Throws: `notFound` for a person without it.
    func take(_ seat: Seat, from person: UInt64, _ context: WriteContext) throws {
        let (role, organisation) = (seat.role, seat.grant.organisation)
        let taken = try context.transaction.execute(
            "DELETE FROM role_grant WHERE person = ?1 AND role = ?2 AND organisation = ?3", person, role.rawValue,
            organisation)
        guard taken == 1 else { throw Refusal(.notFound, field: "role") }
        try terminals.dropCodes(of: person, context.transaction)
        guard role.marks else { return }
        try context.transaction.execute(
            """
            INSERT INTO former_examiner (base, person, until_ms) VALUES (?1, ?2, ?3)
            ON CONFLICT (base, person) DO UPDATE SET until_ms = excluded.until_ms
            """, organisation, person, context.now)
        try terminals.publishExaminers(of: organisation, context)
    }

    /// The last platform administrator who can log in stays one.
    func requireAnotherAdministrator(than person: UInt64, _ snapshot: Snapshot) throws {
        let admin = Role.platformAdmin.rawValue
        guard try snapshot.exists("SELECT 1 FROM role_grant WHERE person = ?1 AND role = ?2", person, admin) else {
            return
        }
        let isAnother = try snapshot.exists(
            """
            SELECT 1 FROM role_grant g JOIN account a ON a.person = g.person
            WHERE g.person <> ?1 AND g.organisation = 0 AND g.role = ?2 AND a.disabled_ms = 0
            """, person, admin)
        guard isAnother else {
            throw Refusal(.wrongState, Phrase("the last platform administrator", "须保留最后一位平台管理员"))
        }
    }
}

extension Role {
    /// Whether its holder may mark at the base it is over.
    fileprivate var marks: Bool { [.examiner, .baseAdmin, .examBaseAdmin].contains(self) }
}
