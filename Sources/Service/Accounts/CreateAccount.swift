import Application
import Crypto
import Domain
import Messages
import Storage

extension Accounts {
    /// Creates a staff account with roles.
    func createAccount(_ request: CreateAccountRequest, _ context: WriteContext) throws -> CreateAccountReply {
        let transaction = context.transaction
        let name = try AccountName.chosen(request.name)
        let personName = try PersonName.checked(request.personName, field: "person_name")
        let phone = request.phone.isEmpty ? nil : try MobileNumber(request.phone)
        guard try !transaction.exists(.accountIsNamed, name.text) else {
            throw Refusal(.alreadyExists, field: "name")
        }
        if let phone, try transaction.exists("SELECT 1 FROM person WHERE phone_hash = ?1", people.phoneHash(phone)) {
            throw Refusal(.alreadyExists, field: "phone")
        }
        let person = try people.insertPerson(
            People.PersonDetails(name: personName, phone: phone, identity: nil, unit: "", title: ""), context)
        let password = try people.insertAccount(person, name: name.text, context)
        for grant in request.roles { try insert(grant, for: person, transaction) }
        context.auditDetail =
            "person \(person): "
            + request.roles.map { "\($0.role.identifier)@\($0.organisation)" }.joined(separator: ", ")
        return CreateAccountReply(person: person, initialPassword: password)
    }

    private func insert(_ grant: RoleGrant, for person: UInt64, _ transaction: Transaction) throws {
        if grant.organisation == 0 {
            guard grant.role?.isPlatformWide == true else { throw Refusal(.invalid, field: "roles.organisation") }
        } else {
            let seat = try organisations.organisation(grant.organisation, field: "roles.organisation", transaction)
            guard let kind = seat.kind, grant.role?.seats.contains(kind) == true else {
                throw Refusal(.invalid, field: "roles")
            }
        }
        guard let role = grant.role else { throw Refusal(.invalid, field: "roles") }
        try transaction.execute(
            "INSERT INTO role_grant (person, role, organisation) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            person, role.rawValue, grant.organisation)
    }

    /// Makes first passwords for an offering's trainees; skips those with an account.
    func invite(_ request: InviteRequest, _ context: WriteContext) throws -> InviteReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering.base, context.transaction)
        let wanted = Set(request.numbers)
        let rows = try transaction.all(
            """
            SELECT r.person, r.number, p.name, a.name FROM roster r JOIN person p ON p.id = r.person
            LEFT JOIN account a ON a.person = r.person WHERE r.offering = ?1 ORDER BY r.person
            """, offering.id
        ) { (person: $0.id(0), number: $0.text(1), name: $0.text(2), account: $0.textOrNil(3)) }
        let chosen = wanted.isEmpty ? rows : rows.filter { wanted.contains($0.number) }
        // The error names its position: the text may be a phone.
        let known = Set(rows.map(\.number))
        if let missing = request.numbers.firstIndex(where: { !known.contains($0) }) {
            throw Refusal(.notOnRoster, field: "numbers \(missing + 1)")
        }
        var reply = InviteReply()
        for one in chosen {
            guard one.account == nil else {
                reply.already += 1
                continue
            }
            let account = AccountName.given(to: one.person)
            let password = try people.insertAccount(one.person, name: account, context)
            reply.invitations.append(
                Invitation(number: one.number, personName: one.name, account: account, initialPassword: password))
        }
        context.auditDetail = "\(reply.invitations.count) accounts of offering \(offering.id)"
        return reply
    }
}
