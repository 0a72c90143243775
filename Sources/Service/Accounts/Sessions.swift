import Application
import Crypto
import Domain
import Messages
import Storage

/// One row of the account table.
struct AccountRecord: Sendable {
    let person: UInt64
    let name: String
    let password: [UInt8]
    let mustChange: Bool
    /// ACC-12: nobody logs in with it.
    let isDisabled: Bool
    /// ACC-12: made for somebody to have a role.
    let isForStaff: Bool

    fileprivate static let columns = Columns("person, name, password, must_change, disabled_ms, for_staff") { row in
        AccountRecord(
            person: row.id(), name: row.text(), password: row.bytes(), mustChange: row.bool(),
            isDisabled: row.integer() > 0, isForStaff: row.bool())
    }

    fileprivate static let one = SQL("SELECT \(columns) FROM account WHERE person = ?1")
}

/// The holder of a session.
struct SessionHolder: Sendable {
    let person: UInt64
    /// The organisation for which the person acts, with its roles instead of their own; 0 for themselves.
    let organisation: UInt64
    let mustChange: Bool
}

extension Accounts {
    /// The lifetime of a session: a week; a person who keeps working logs in once a week.
    private static let sessionMs: Int64 = 7 * 86_400_000
    /// `nil` for somebody without an account.
    func account(person: UInt64, _ snapshot: Snapshot) throws -> AccountRecord? {
        try snapshot.first(AccountRecord.one, person, body: AccountRecord.columns.read)
    }

    /// The account of whose phone it is.
    func account(phone: MobileNumber, _ snapshot: Snapshot) throws -> AccountRecord? {
        let person = try snapshot.first(.personByPhone, people.phoneHash(phone)) {
            $0.id(0)
        }
        return try person.flatMap { try account(person: $0, snapshot) }
    }

    /// ACC-5a: finds an account by any kind of login name.
    func account(_ name: LoginName, _ snapshot: Snapshot) throws -> AccountRecord? {
        switch name {
        case .phone(let phone):
            return try account(phone: phone, snapshot)
        case .account(let account):
            let person = try snapshot.first(.personOfAccount, account.text) { $0.id(0) }
            return try person.flatMap { try self.account(person: $0, snapshot) }
        case .identity(let number):
            let person = try snapshot.first(.personByIDNumber, people.idNumberHash(number)) { $0.id(0) }
            return try person.flatMap { try account(person: $0, snapshot) }
        }
    }

    /// Opens a session and makes its person the connection's caller. Remembers their source.
    /// - Throws: `wrongState` for a disabled account, which only its person, having proven to be it, may learn.
    func openSession(for account: AccountRecord, _ context: WriteContext) throws -> LoginReply {
        guard !account.isDisabled else { throw Self.disabled("account") }
        try recordSuccess(loginSubject(person: account.person, context.call), context)
        return try openSession(
            for: SessionHolder(person: account.person, organisation: 0, mustChange: account.mustChange), context)
    }

    func openSession(for holder: SessionHolder, _ context: WriteContext) throws -> LoginReply {
        let transaction = context.transaction
        let token = context.random(32)
        let id = try transaction.newID()
        let expires = context.now + Self.sessionMs
        try transaction.execute(
            """
            INSERT INTO session (id, token_hash, person, created_ms, expires_ms, address, last_used_ms, organisation)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?4, ?7)
            """, id, Digest.hash(.sessionToken, token), holder.person, context.now, expires,
            context.call.peer.address, holder.organisation)
        try sessions.endOldSessions(of: holder.person, context)
        var reply = try loginReply(holder, session: id, expires: expires, context)
        reply.session = token
        return reply
    }

    static func disabled(_ field: String) -> Refusal {
        Refusal(
            .wrongState, field: field, Phrase("disabled; ask who is responsible for it", "账号已停用，请联系其管理人员"))
    }

    /// Returns the present holder of a session; nil if the account is gone or disabled, or the person is no longer
    /// responsible.
    func holder(person: UInt64, organisation: UInt64, _ snapshot: Snapshot) throws -> SessionHolder? {
        guard organisation == 0 else {
            guard try isResponsible(person, for: organisation, snapshot), try !isDisabled(person, snapshot),
                let account = try OrganisationAccount(of: organisation, snapshot), !account.isClosed
            else { return nil }
            return SessionHolder(person: person, organisation: organisation, mustChange: false)
        }
        guard let account = try account(person: person, snapshot), !account.isDisabled else { return nil }
        return SessionHolder(person: person, organisation: 0, mustChange: account.mustChange)
    }

    /// ACC-12: whether the person's account is disabled; nobody is without one.
    func isDisabled(_ person: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try account(person: person, snapshot)?.isDisabled == true
    }

    /// Makes the person the connection's caller and returns who that is.
    func loginReply(
        _ holder: SessionHolder, session: UInt64, expires: Int64, _ context: WriteContext
    ) throws -> LoginReply {
        let reply = try describe(holder, expires: expires, context.transaction)
        context.become(caller(holder, session: session, reply))
        return reply
    }

    func caller(_ holder: SessionHolder, session: UInt64, _ reply: LoginReply) -> Caller {
        .person(
            PersonCaller(
                id: holder.person, session: session,
                grants: reply.roles.compactMap(Grant.init),
                mustChangePassword: holder.mustChange))
    }

    /// Returns the present grants of a session's holder.
    func grants(of holder: SessionHolder, _ snapshot: Snapshot) throws -> [Grant] {
        try roles(of: holder, snapshot).compactMap(Grant.init)
    }

    func describe(_ holder: SessionHolder, expires: Int64, _ snapshot: Snapshot) throws -> LoginReply {
        let person = try snapshot.first(
            "SELECT name, phone_sealed, phone_bound_ms FROM person WHERE id = ?1", holder.person
        ) { (name: $0.text(0), phone: $0.bytesOrNil(1), boundMs: $0.integer(2)) }
        let phone = try person?.phone.map { try people.decryptPhone($0, of: holder.person) }
        return LoginReply(
            person: Person(
                id: holder.person, name: person?.name ?? "", phone: phone?.masked ?? "",
                participantNumber: ParticipantNumber(of: holder.person).description),
            roles: try roles(of: holder, snapshot), mustChangePassword: holder.mustChange, expiresMs: expires,
            phoneBound: (person?.boundMs ?? 0) > 0, organisation: holder.organisation)
    }

    private func roles(of holder: SessionHolder, _ snapshot: Snapshot) throws -> [RoleGrant] {
        guard holder.organisation == 0 else {
            let organisation = try organisations.organisation(holder.organisation, snapshot)
            return organisation.roles.map {
                RoleGrant(role: $0, organisation: organisation.id, organisationName: organisation.name)
            }
        }
        return try grantedRoles(of: holder.person, snapshot).filter { !$0.isClosed }.map(\.role)
    }

    /// The roles that a person was given. ACC-12c: one over a closed organisation gives no authority.
    func grantedRoles(of person: UInt64, _ snapshot: Snapshot) throws -> [(role: RoleGrant, isClosed: Bool)] {
        try snapshot.all(
            """
            SELECT g.role, g.organisation, o.name, o.closed FROM role_grant g
            LEFT JOIN organisation o ON o.id = g.organisation WHERE g.person = ?1 ORDER BY g.role, g.organisation
            """, person
        ) { row -> (role: RoleGrant, isClosed: Bool)? in
            let (organisation, name) = (row.id(1), row.textOrNil(2) ?? "")
            let isClosed = !row.isNull(3) && row.bool(3)
            return row.enumerationIfKnown(0, Role.self).map {
                (RoleGrant(role: $0, organisation: organisation, organisationName: name), isClosed)
            }
        }.compactMap { $0 }
    }
}

extension Grant {
    /// Nil for a grant without a role, which no row has.
    fileprivate init?(_ grant: RoleGrant) {
        guard let role = grant.role else { return nil }
        self.init(role: role, organisation: grant.organisation)
    }
}
