import Messages
import Storage
import Testing
import Wire

@Suite struct OrganisationLoginTests {
    @Test("ACC-7a the first login of an organisation must add a responsible person, and choose a password")
    func first() throws {
        let world = try World()
        let client = world.server.connect()
        let initial = try world.organisationAccount(world.made.base, "base-one")
        let opened = try client.open("Base-One", initial)
        #expect(opened.mustAddPerson && opened.mustChangePassword && opened.people.isEmpty)
        #expect(opened.organisation == world.made.base && opened.organisationName == "第一培训基地")
        #expect(opened.expiresMs == world.clock.now + 600_000)
        // Nobody, no code, no session.
        try refused(.notFound, field: "person") { try client.askForCode(opened.ticket, 0) }
        try refused(.notFound, field: "person") { try client.finish(opened.ticket, 0, "123456", Office.password) }
        try refused(.invalid) { try client.addFirst("", Office.phone, opened.ticket) }
        try refused(.invalid) { try client.addFirst(Office.name, "1392222", opened.ticket) }

        let added = try client.addFirst(Office.name, Office.phone, opened.ticket)
        #expect(added.name == Office.name && added.phone == "139****0001")
        let code = try world.code(opened.ticket, added.person, client)
        try refused(.passwordChangeRequired, field: "new_password") {
            try client.finish(opened.ticket, added.person, code)
        }
        try refused(.weakPassword) { try client.finish(opened.ticket, added.person, code, "base-one") }
        try refused(.weakPassword) { try client.finish(opened.ticket, added.person, code, initial) }
        let login = try client.finish(opened.ticket, added.person, code, Office.password)
        #expect(login.person?.id == added.person && login.organisation == world.made.base && login.phoneBound)
        #expect(!login.mustChangePassword)

        world.clock.advance(minutes: 1)
        let later = world.server.connect()
        try refused(.wrongCredentials) { try later.open("base-one", initial) }
        let again = try later.open("base-one", Office.password)
        #expect(!again.mustAddPerson && !again.mustChangePassword)
        #expect(again.people == [Responsible(person: added.person, name: Office.name, phone: "139****0001")])
    }

    @Test("ACC-7a the password alone adds only the first person, and not with a ticket of before")
    func onlyFirst() throws {
        let world = try World()
        let client = world.server.connect()
        let ticket = try client.open("base-one", world.organisationAccount(world.made.base, "base-one")).ticket
        let first = try client.addFirst(Office.name, Office.phone, ticket)
        try refused(.wrongState) { try client.addFirst(Office.otherName, Office.otherPhone, ticket) }
        try client.finish(ticket, first.person, world.code(ticket, first.person, client), Office.password)
        try refused(.ticketInvalid, field: "ticket") {
            try client.addFirst(Office.otherName, Office.otherPhone, ticket)
        }
        let next = try world.server.connect().open("base-one", Office.password).ticket
        try refused(.wrongState) { try client.addFirst(Office.otherName, Office.otherPhone, next) }
    }

    @Test("ACC-7a whoever has the phone already is linked, and nobody by a mistyped digit")
    func linked() throws {
        let world = try World()
        let client = world.server.connect()
        let ticket = try client.open("base-one", world.organisationAccount(world.made.base, "base-one")).ticket
        try refused(.invalid, field: "name") { try client.addFirst(Office.name, World.phones[3], ticket) }
        let linked = try client.addFirst(World.names[3], World.phones[3], ticket)
        #expect(try linked.person == world.person("N04"))
    }

    @Test("ACC-7b wrong passwords are throttled and locked, of an organisation and of a name that none has alike")
    func throttled() throws {
        for name in ["base-one", "nobodys"] {
            let world = try World()
            let password = try world.organisationAccount(world.made.base, "base-one")
            let guesser = world.server.connect(from: "198.51.100.7")
            for turn in 1...5 { try refused(.wrongCredentials) { try guesser.open(name, "guess-number-\(turn)") } }
            world.clock.advance(ms: 999)
            try refused(.locked) { try guesser.open(name, password) }
            for turn in 6...10 {
                world.clock.advance(s: 1 << Int64(turn - 6))
                try refused(.wrongCredentials) { try guesser.open(name, "guess-number-\(turn)") }
            }
            world.clock.advance(s: 15 * 60 - 1)
            try refused(.locked) { try guesser.open(name, password) }
            // Elsewhere nobody is held up.
            try world.server.connect(from: "203.0.113.9").open("base-one", password)
            world.clock.advance(s: 1)
            if name == "base-one" { try guesser.open(name, password) }
        }
    }

    @Test(
        "ACC-7b a password is only looked at with a solved puzzle, where the site asks for one",
        arguments: [true, false])
    func challenge(isAsked: Bool) throws {
        let world = try World(challengesOrganisations: isAsked)
        let password = try world.organisationAccount(world.made.base, "base-one")
        let client = world.server.connect()
        let bare = OpenOrganisationLoginRequest(name: "base-one", password: password)
        guard isAsked else {
            let _: OpenOrganisationLoginReply = try client.call(.accountsOpenOrganisationLogin, bare)
            return
        }
        func open(_ solution: Solution?) throws -> OpenOrganisationLoginReply {
            var request = bare
            request.solution = solution
            return try client.call(.accountsOpenOrganisationLogin, request)
        }
        let solution = try client.solved()
        try refused(.challengeWrong) { try open(nil) }
        _ = try open(solution)
        try refused(.challengeSpent) { try open(solution) }
    }

    @Test(
        "ACC-12b whoever acts for an organisation no longer: their connection closes, and their enrolment codes enrol nothing"
    )
    func removed() throws {
        let world = try World()
        let (office, _) = try world.office(world.made.base, "base-one")
        let other = try office.addResponsible(world.made.base, Office.otherName, Office.otherPhone)
        world.clock.advance(minutes: 1)
        let (second, _) = try world.enter("base-one", as: other)
        let _: CreateEnrolmentCodeReply = try second.call(
            .terminalsCreateEnrolmentCode, CreateEnrolmentCodeRequest(base: world.made.base, name: "东门"))
        try office.removeResponsible(world.made.base, other)
        #expect(second.goodbye?.code == .sessionExpired)
        #expect(office.goodbye == nil)
        #expect(try world.server.count("SELECT COUNT(*) FROM enrolment_code") == 0)
    }

    @Test("ACC-7b a code of another organisation, of another person or for another purpose is refused")
    func foreignCodes() throws {
        let world = try World()
        let (office, login) = try world.office(world.made.base, "base-one")
        let person = try #require(login.person).id
        let other = try office.addResponsible(world.made.base, Office.otherName, Office.otherPhone)
        let elsewhere = try world.client("admin").organisation(.unit, "第一人民医院")
        let otherTicket = try world.server.connect().open("unit-one", world.organisationAccount(elsewhere, "unit-one"))
            .ticket
        let client = world.server.connect()
        try client.addFirst(Office.name, Office.phone, otherTicket)
        world.clock.advance(minutes: 1)
        let ticket = try client.open("base-one", Office.password).ticket

        let ofOther = try world.code(ticket, other, client)
        try refused(.smsCodeSpent) { try client.finish(ticket, person, ofOther) }
        let elsewheres = try world.code(otherTicket, person, client)
        try refused(.smsCodeSpent) { try client.finish(ticket, person, elsewheres) }
        world.clock.advance(minutes: 1)
        let recovering = try world.code(Office.phone, .register, client)
        try refused(.smsCodeSpent) { try client.finish(ticket, person, recovering) }
        world.clock.advance(minutes: 1)
        let right = try world.code(ticket, person, client)
        try refused(.smsCodeWrong) { try client.finish(ticket, person, right == "000000" ? "000001" : "000000") }
        // Nor is this one good for anything else.
        try refused(.smsCodeWrong) { try client.finish(ticket, other, right) }
        try refused(.ticketInvalid, field: "ticket") {
            try client.finish([UInt8](repeating: 1, count: 90), person, right)
        }
        try client.finish(ticket, person, right)
        try refused(.smsCodeSpent) { try world.server.connect().finish(ticket, person, right) }
        // Nobody asks for one without a ticket.
        try refused(.invalid, field: "purpose") { try client.askForCode(Office.phone, .organisationLogin) }
        try refused(.challengeWrong) {
            try client.raw(
                .accountsSendOrganisationCode,
                SendOrganisationCodeRequest(ticket: ticket, person: person).serialized(), key: client.freshKey())
        }
    }

    @Test("ACC-7b a ticket is good for ten minutes", arguments: [(-1, true), (0, false), (1, false)])
    func ticket(second: Int64, isGood: Bool) throws {
        let world = try World()
        let (_, login) = try world.office(world.made.base, "base-one")
        let person = try #require(login.person).id
        world.clock.advance(minutes: 1)
        let client = world.server.connect()
        let ticket = try client.open("base-one", Office.password).ticket
        world.clock.advance(minutes: 8)
        let code = try world.code(ticket, person, client)
        world.clock.advance(s: 120 + second)
        if isGood {
            try client.finish(ticket, person, code)
        } else {
            try refused(.ticketInvalid, field: "ticket") { try client.finish(ticket, person, code) }
            try refused(.ticketInvalid, field: "ticket") { try client.askForCode(ticket, person) }
            try refused(.ticketInvalid, field: "ticket") { try client.addFirst(Office.name, Office.phone, ticket) }
        }
    }

    @Test("ACC-7b a new first password ends what the old one gave: tickets and sessions")
    func newFirstPassword() throws {
        let world = try World()
        let (office, login) = try world.office(world.made.base, "base-one")
        let person = try #require(login.person).id
        let ticket = try world.server.connect().open("base-one", Office.password).ticket
        world.clock.advance(minutes: 1)
        let reply: CreateOrganisationAccountReply = try world.client("admin").call(
            .accountsCreateOrganisationAccount, CreateOrganisationAccountRequest(organisation: world.made.base))
        #expect(reply.name == "base-one")
        try refused(.ticketInvalid) { try office.askForCode(ticket, person) }
        try refused(.sessionExpired) { try world.server.connect().resume(login.session) }
        try refused(.wrongCredentials) { try world.server.connect().open("base-one", Office.password) }
        let opened = try world.server.connect().open("base-one", reply.initialPassword)
        #expect(opened.mustChangePassword && !opened.mustAddPerson && opened.people.map(\.person) == [person])
    }

    @Test(
        "ACC-6a, ACC-7b who has logged in for an organisation changes its password; sessions and tickets of the old end"
    )
    func ownPassword() throws {
        let world = try World()
        let (office, login) = try world.office(world.made.base, "base-one")
        let second = try office.addResponsible(world.made.base, Office.otherName, Office.otherPhone)
        let (other, _) = try world.enter("base-one", as: second)
        let ticket = try world.server.connect().open("base-one", Office.password).ticket
        try refused(.wrongCredentials, field: "old_password") { try office.change("not-the-one-1", "granite-heron-31") }
        for weak in ["short-1", "base-one-1", "\(Office.phone)a", Office.password] {
            try refused(.weakPassword, field: "new_password") { try office.change(Office.password, weak) }
        }
        try office.change(Office.password, Office.otherPassword)
        // The session that changed it goes on, for its person and its organisation; every other has ended.
        #expect(try office.responsible(world.made.base).count == 2)
        try refused(.sessionExpired) { try other.responsible(world.made.base) }
        try refused(.ticketInvalid, field: "ticket") { try other.askForCode(ticket, second) }
        try refused(.wrongCredentials) { try world.server.connect().open("base-one", Office.password) }
        world.clock.advance(minutes: 1)
        let again = try world.enter("base-one", as: second, password: Office.otherPassword).login
        #expect(again.organisation == world.made.base && !again.mustChangePassword)
        #expect(try world.server.connect().resume(login.session).organisation == world.made.base)
        let audited: ListAuditReply = try world.client("admin").call(
            .accountsListAudit, ListAuditRequest(method: "Accounts.ChangeOrganisationPassword"))
        #expect(
            audited.entries.map(\.detail) == [
                "organisation \(world.made.base): password changed", "organisation \(world.made.base)",
            ])
    }

    @Test("ACC-6a, ACC-7b only a session for the organisation changes its password, and only that one's")
    func othersPassword() throws {
        let world = try World()
        let (office, _) = try world.office(world.made.base, "base-one")
        _ = try world.organisationAccount(world.made.otherBase, "base-two")
        // The administrator of that base, and of the platform, by accounts of their own.
        for account in ["keeper", "admin", "N01"] {
            try refused(.wrongState) { try world.client(account).change(Office.password, Office.otherPassword) }
        }
        let before = try world.server.read {
            try $0.all("SELECT password FROM organisation_account ORDER BY organisation") { $0.bytes(0) }
        }
        try office.change(Office.password, Office.otherPassword)
        let after = try world.server.read {
            try $0.all("SELECT password FROM organisation_account ORDER BY organisation") { $0.bytes(0) }
        }
        #expect(zip(before, after).count { $0 != $1 } == 1)
        // The person's own password, where they have one, is another thing.
        try refused(.notFound) {
            try office.call(
                .accountsChangePassword,
                ChangePasswordRequest(oldPassword: Office.otherPassword, newPassword: "meadow-lark-55"),
                reply: ChangePasswordReply.self)
        }
    }

    @Test("ACC-5b, ACC-7b guessing an organisation's password to change it is throttled as logging in is")
    func guessedToChange() throws {
        let world = try World()
        let (office, _) = try world.office(world.made.base, "base-one")
        for _ in 1...5 { try refused(.wrongCredentials) { try office.change("not-the-one-1", Office.otherPassword) } }
        world.clock.advance(ms: 999)
        try refused(.locked) { try office.change(Office.password, Office.otherPassword) }
        world.clock.advance(ms: 1)
        try office.change(Office.password, Office.otherPassword)
    }

    @Test("ACC-7a an account is one organisation's, with a name of its own, and never a region's")
    func accounts() throws {
        let world = try World()
        let admin = try world.client("admin")
        let region = try admin.region(.city, "长沙市")
        _ = try world.organisationAccount(world.made.base, "base-one")
        try refused(.alreadyExists, field: "name") { try world.organisationAccount(world.made.otherBase, "base-one") }
        try refused(.invalid, field: "organisation") { try world.organisationAccount(region, "city") }
        try refused(.invalid) { try world.organisationAccount(world.made.otherBase, "") }
        try refused(.notFound) { try world.organisationAccount(999, "nowhere") }
        try refused(.notAllowed) {
            try world.client("keeper").raw(
                .accountsCreateOrganisationAccount,
                CreateOrganisationAccountRequest(organisation: world.made.base, name: "mine").serialized(),
                key: admin.freshKey())
        }
    }
}
