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
        try transaction.execute("UPDATE account SET for_staff = ?2 WHERE person = ?1", person, true)
        for role in request.roles { _ = try give(seat(role, field: "roles", transaction), to: person, context) }
        context.auditDetail =
            "person \(person): "
            + request.roles.map { "\($0.role.identifier)@\($0.organisation)" }.joined(separator: ", ")
        return CreateAccountReply(person: person, initialPassword: password)
    }

    /// Makes first passwords for an offering's trainees; skips those with an account.
    func invite(_ request: InviteRequest, _ context: WriteContext) throws -> InviteReply {
        let roster = try invitedRoster(request.offering, request.numbers, context)
        var reply = InviteReply()
        for one in roster {
            guard one.account == nil else {
                reply.already += 1
                continue
            }
            let account = AccountName.given(to: one.person)
            let password = try people.insertAccount(one.person, name: account, context)
            reply.invitations.append(
                Invitation(number: one.number, personName: one.name, account: account, initialPassword: password))
        }
        context.auditDetail = "\(reply.invitations.count) accounts of offering \(request.offering)"
        return reply
    }
}
