import Messages
import Testing

// What the people responsible for an organisation do.

enum Office {
    static let password = "lantern-field-88"
    static let otherPassword = "granite-heron-31"
    static let phone = "13922220001"
    static let otherPhone = "13922220002"
    static let name = "刘主任"
    static let otherName = "陈主任"
}

extension World {
    /// The account's first password.
    func organisationAccount(_ organisation: UInt64, _ name: String) throws -> String {
        let reply: CreateOrganisationAccountReply = try client("admin").call(
            .accountsCreateOrganisationAccount, CreateOrganisationAccountRequest(organisation: organisation, name: name)
        )
        return reply.initialPassword
    }

    /// Makes an organisation's account whose first person has logged in and chosen ``Office/password``.
    func office(
        _ organisation: UInt64, _ name: String, _ personName: String = Office.name, _ phone: String = Office.phone
    ) throws -> (client: Client, login: LoginReply) {
        let client = server.connect()
        let opened = try client.open(name, organisationAccount(organisation, name))
        let person = try client.addFirst(personName, phone, opened.ticket).person
        return (
            client,
            try client.finish(opened.ticket, person, code(opened.ticket, person, client), Office.password)
        )
    }

    /// Requests a code to a responsible person's phone, and reads it.
    func code(_ ticket: [UInt8], _ person: UInt64, _ client: Client) throws -> String {
        try client.askForCode(ticket, person)
        return try lastCode()
    }

    /// Makes the whole login of a responsible person.
    func enter(
        _ name: String, as person: UInt64, password: String = Office.password, _ client: Client? = nil
    ) throws -> (client: Client, login: LoginReply) {
        let client = client ?? server.connect()
        let opened = try client.open(name, password)
        return (client, try client.finish(opened.ticket, person, code(opened.ticket, person, client)))
    }
}

extension Client {
    @discardableResult
    func open(_ name: String, _ password: String) throws -> OpenOrganisationLoginReply {
        try call(
            .accountsOpenOrganisationLogin,
            OpenOrganisationLoginRequest(name: name, password: password, solution: solved()))
    }

    @discardableResult
    func addFirst(_ name: String, _ phone: String, _ ticket: [UInt8]) throws -> Responsible {
        let reply: AddFirstResponsibleReply = try call(
            .accountsAddFirstResponsible, AddFirstResponsibleRequest(ticket: ticket, name: name, phone: phone))
        return try #require(reply.responsible)
    }

    @discardableResult
    func askForCode(_ ticket: [UInt8], _ person: UInt64) throws -> SendSmsCodeReply {
        try call(
            .accountsSendOrganisationCode,
            SendOrganisationCodeRequest(ticket: ticket, person: person, solution: solved()))
    }

    @discardableResult
    func finish(
        _ ticket: [UInt8], _ person: UInt64, _ code: String, _ newPassword: String = ""
    ) throws -> LoginReply {
        try call(
            .accountsFinishOrganisationLogin,
            FinishOrganisationLoginRequest(ticket: ticket, person: person, code: code, newPassword: newPassword))
    }

    func responsible(_ organisation: UInt64) throws -> [Responsible] {
        let reply: ListResponsibleReply = try call(
            .accountsListResponsible, ListResponsibleRequest(organisation: organisation))
        return reply.people
    }

    @discardableResult
    func addResponsible(_ organisation: UInt64, _ name: String, _ phone: String) throws -> UInt64 {
        let reply: AddResponsibleReply = try call(
            .accountsAddResponsible, AddResponsibleRequest(organisation: organisation, name: name, phone: phone))
        return try #require(reply.responsible).person
    }

    func removeResponsible(_ organisation: UInt64, _ person: UInt64) throws {
        let _: RemoveResponsibleReply = try call(
            .accountsRemoveResponsible, RemoveResponsibleRequest(organisation: organisation, person: person))
    }

    func change(_ old: String, _ new: String) throws {
        let _: ChangeOrganisationPasswordReply = try call(
            .accountsChangeOrganisationPassword,
            ChangeOrganisationPasswordRequest(oldPassword: old, newPassword: new))
    }

    func resume(_ session: [UInt8]) throws -> LoginReply {
        try call(.accountsResumeSession, ResumeSessionRequest(session: session))
    }
}
