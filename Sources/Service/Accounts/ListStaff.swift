import Application
import Domain
import Messages
import Storage

extension Accounts {
    /// ACC-12a: the accounts that have a role: everywhere, or over an organisation that the caller acts for.
    func listAccounts(_ request: ListAccountsRequest, _ context: ReadContext) throws -> ListAccountsReply {
        let (call, snapshot) = (context.call, context.snapshot)
        guard call.answers(for: request.organisation) else { throw Refusal(.notAllowed) }
        let find = try SoughtText(request.find, field: "find").pattern
        let page = try listPage(request.limit, by: \.self) { limit in
            request.organisation == 0
                ? try snapshot.all(.staff, request.after, find, limit) { $0.id(0) }
                : try snapshot.all(.staffOfOrganisation, request.after, find, limit, request.organisation) {
                    $0.id(0)
                }
        }
        return ListAccountsReply(
            accounts: try page.elements.compactMap { try staffAccount($0, call, snapshot) }, next: page.next ?? 0)
    }

    /// ACC-12a: one account; anybody's, for platform administrators.
    func getAccount(_ request: GetAccountRequest, _ context: ReadContext) throws -> GetAccountReply {
        let account = try shownAccount(request.whose, context.call, context.snapshot)
        return GetAccountReply(account: try staffAccount(account.person, context.call, context.snapshot))
    }

    /// An account as the caller is told of it; nil for a person without one.
    func staffAccount(_ person: UInt64, _ call: Call, _ snapshot: Snapshot) throws -> StaffAccount? {
        guard var account = try snapshot.first(StaffAccount.one, person, body: StaffAccount.columns.read) else {
            return nil
        }
        account.roles = try grantedRoles(of: person, snapshot).map(\.role).filter {
            call.answers(for: $0.organisation)
        }
        return account
    }
}

extension StaffAccount {
    fileprivate static let columns = Columns(
        """
        a.person, a.name, p.name, a.disabled_ms, a.must_change,
        (SELECT max(k.last_ms) FROM known_source k WHERE k.person = a.person)
        """
    ) { row in
        let (person, account, name) = (row.id(), row.text(), row.text())
        let (disabled, mustChange, last) = (row.integer(), row.bool(), row.integerOrNil())
        return StaffAccount(
            person: person, account: account, name: name, disabledMs: disabled, lastLoginMs: last ?? 0,
            mustChangePassword: mustChange)
    }

    fileprivate static let one = SQL(
        "SELECT \(columns) FROM account a JOIN person p ON p.id = a.person WHERE a.person = ?1")
}

extension SQL {
    /// An empty text is part of every name. The order of the tables is said: staff are few beside all who have accounts.
    private static let named: SQL = """
        a.person = g.person AND p.id = g.person
        AND (lower(a.name) LIKE lower(?2) ESCAPE '!' OR lower(p.name) LIKE lower(?2) ESCAPE '!')
        """

    fileprivate static let staff = SQL(
        """
        SELECT g.person FROM role_grant g CROSS JOIN account a CROSS JOIN person p
        WHERE g.person > ?1 AND \(named) GROUP BY g.person ORDER BY g.person LIMIT ?3
        """)

    fileprivate static let staffOfOrganisation = SQL(
        """
        SELECT g.person FROM role_grant g CROSS JOIN account a CROSS JOIN person p
        WHERE g.organisation = ?4 AND g.person > ?1 AND \(named) GROUP BY g.person ORDER BY g.person LIMIT ?3
        """)
}
