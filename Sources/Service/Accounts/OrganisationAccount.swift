import Application
import Domain
import Messages
import Storage

/// ACC-7: the account with which an organisation's responsible people log in.
struct OrganisationAccount: Sendable {
    let organisation: UInt64
    let name: String
    let password: [UInt8]
    let mustChange: Bool
    let organisationName: String
    let isClosed: Bool

    init?(of organisation: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(
            """
            SELECT a.organisation, a.name, a.password, a.must_change, o.name, o.closed FROM organisation_account a
            JOIN organisation o ON o.id = a.organisation WHERE a.organisation = ?1
            """, organisation
        ) { Self($0) }
        guard let found else { return nil }
        self = found
    }

    init?(name: String, _ snapshot: Snapshot) throws {
        let found = try snapshot.first("SELECT organisation FROM organisation_account WHERE name = ?1", name) {
            $0.id(0)
        }
        guard let found else { return nil }
        try self.init(of: found, snapshot)
    }

    private init(_ row: borrowing Row) {
        organisation = row.id(0)
        name = row.text(1)
        password = row.bytes(2)
        mustChange = row.bool(3)
        organisationName = row.text(4)
        isClosed = row.bool(5)
    }
}

extension Accounts {
    /// ACC-7a: creates the account with a first password, delivered once. An existing account gets a new first
    /// password.
    func createOrganisationAccount(
        _ request: CreateOrganisationAccountRequest, _ context: WriteContext
    ) throws -> CreateOrganisationAccountReply {
        let transaction = context.transaction
        let organisation = try organisations.organisation(request.organisation, transaction)
        guard !organisation.roles.isEmpty else {
            throw Refusal(
                .invalid, field: "organisation", Phrase("nobody acts for a region", "地区不能开设机构账号"))
        }
        guard !organisation.closed else { throw Refusal(.wrongState, field: "organisation") }
        let before = try OrganisationAccount(of: organisation.id, transaction)
        let name =
            try request.name.isEmpty && before != nil ? before?.name ?? "" : AccountName.chosen(request.name).text
        if let holder = try OrganisationAccount(name: name, transaction), holder.organisation != organisation.id {
            throw Refusal(.alreadyExists, field: "name")
        }
        let password = try people.initialPassword(context)
        try transaction.execute(
            """
            INSERT INTO organisation_account (organisation, name, password, must_change) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (organisation) DO UPDATE SET name = excluded.name, password = excluded.password,
            must_change = excluded.must_change
            """, organisation.id, name, password.record, true)
        try sessions.endSessions(for: organisation.id, context)
        context.auditDetail =
            "organisation \(organisation.id): " + (before == nil ? "account made" : "new first password")
        return CreateOrganisationAccountReply(name: name, initialPassword: password.text)
    }
}
