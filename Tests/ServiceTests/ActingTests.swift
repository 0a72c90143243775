import Application
import Domain
import Messages
import Testing
import Wire

@testable import Service

/// ACC-7: the abilities of a person who acts for an organisation, and their end.
@Suite struct ActingTests {
    @Test("ACC-7b the session has the roles of the organisation's kind, over that organisation alone")
    func roles() throws {
        let world = try World()
        let admin = try world.client("admin")
        func made(
            _ kind: OrganisationKind, _ name: String, trains: Bool = false, examines: Bool = false,
            employs: Bool = false, provides: Bool = false
        ) throws -> UInt64 {
            let reply: CreateOrganisationReply = try admin.call(
                .organisationsCreateOrganisation,
                CreateOrganisationRequest(
                    kind: kind, name: name, trains: trains, examines: examines, employs: employs, provides: provides))
            return try #require(reply.organisation).id
        }
        let cases: [(UInt64, Set<Role>)] = [
            (try made(.base, "培训", trains: true), [.baseAdmin]),
            (try made(.base, "两者", trains: true, examines: true), [.baseAdmin, .examBaseAdmin]),
            (try made(.unit, "用人", employs: true), [.unitAdmin]),
            (try made(.unit, "主办", provides: true), [.unitAdmin, .providerAdmin]),
            (try made(.commission, "卫健委"), [.commissionOfficer]),
            (try made(.committee, "委员会"), [.committeeOfficer]),
        ]
        for (number, (organisation, roles)) in cases.enumerated() {
            let (client, login) = try world.office(
                organisation, "office-\(number)", Office.name, "1392222100\(number)")
            #expect(Set(login.roles.map(\.role)) == roles)
            #expect(login.roles.allSatisfy { $0.organisation == organisation })
            #expect(login.organisation == organisation)
            let who: LoginReply = try client.call(.accountsWhoAmI, WhoAmIRequest())
            #expect(who.roles == login.roles && who.organisation == organisation)
        }
    }

    @Test("ACC-7b the session reaches what is the organisation's and nothing else, not even by the person's own roles")
    func reach() throws {
        let world = try World()
        let made = world.made
        let both: CreateAccountReply = try world.client("admin").call(
            .accountsCreateAccount,
            CreateAccountRequest(
                name: "both", personName: Office.name, phone: Office.phone,
                roles: [RoleGrant(role: .baseAdmin, organisation: made.otherBase)]))
        let (office, login) = try world.office(made.base, "base-one")
        #expect(login.person?.id == both.person)
        #expect(
            try office.code(.projectsListRoster, ListRosterRequest(offering: made.offering).serialized())
                == nil)
        #expect(
            try office.code(.projectsListRoster, ListRosterRequest(offering: made.otherOffering).serialized())
                == .notAllowed)
        #expect(try office.code(.accountsListAudit) == .notAllowed)
        // The same person by their own account.
        let own = try world.login("both")
        #expect(
            try own.code(.projectsListRoster, ListRosterRequest(offering: made.offering).serialized()) == .notAllowed)
        #expect(
            try own.code(.projectsListRoster, ListRosterRequest(offering: made.otherOffering).serialized())
                == nil)
    }

    @Test("PRJ-8c the name of a responsible person is corrected, and the only one is replaced: their sessions end")
    func corrected() throws {
        let world = try World()
        let base = world.made.base
        let (office, login) = try world.office(base, "base-one")
        let person = try #require(login.person).id
        let admin = try world.client("admin")
        func change(_ client: Client, _ person: UInt64, _ name: String, _ phone: String = "") throws -> Responsible? {
            let reply: ChangeResponsibleReply = try client.call(
                .accountsChangeResponsible,
                ChangeResponsibleRequest(organisation: base, person: person, name: name, phone: phone))
            return reply.responsible
        }
        #expect(try change(office, person, "刘主仁")?.name == "刘主仁")
        #expect(try change(office, person, Office.name, Office.phone)?.person == person)
        try refused(.notFound, field: "person") { try change(admin, try world.person("N01"), "张三") }
        let other = try #require(try change(admin, person, Office.otherName, Office.otherPhone))
        #expect(other.person != person && other.name == Office.otherName)
        let left: ListResponsibleReply = try admin.call(
            .accountsListResponsible, ListResponsibleRequest(organisation: base))
        #expect(left.people.map(\.person) == [other.person])
        try refused(.sessionExpired) { try world.server.connect().resume(login.session) }
        #expect(try world.enter("base-one", as: other.person).login.organisation == base)
    }

    @Test("ACC-7b what is done for an organisation is audited as the person's, and so is the login")
    func audited() throws {
        let world = try World()
        let (office, login) = try world.office(world.made.base, "base-one")
        let person = try #require(login.person).id
        try office.addResponsible(world.made.base, Office.otherName, Office.otherPhone)
        let reply: ListAuditReply = try world.client("admin").call(.accountsListAudit, ListAuditRequest(limit: 10))
        let added = try #require(reply.entries.first { $0.method == "Accounts.AddResponsible" })
        #expect(added.caller == Int64(person) && added.callerName == Office.name)
        let finished = try #require(reply.entries.first { $0.method == "Accounts.FinishOrganisationLogin" })
        #expect(finished.detail.hasPrefix("person \(person) for organisation \(world.made.base)"))
        #expect(!reply.entries.contains { $0.detail.contains(Office.phone) || $0.detail.contains(Office.name) })
    }

    @Test("ACC-7b somebody without an account of their own takes the session up again, for a week")
    func resumed() throws {
        let world = try World()
        let (_, login) = try world.office(world.made.base, "base-one")
        world.clock.advance(s: 7 * 86_400 - 1)
        let client = world.server.connect()
        let resumed = try client.resume(login.session)
        #expect(resumed.roles == login.roles && resumed.organisation == world.made.base)
        let who: LoginReply = try client.call(.accountsWhoAmI, WhoAmIRequest())
        #expect(who.person?.name == Office.name && who.expiresMs == login.expiresMs)
        let listed: ListSessionsReply = try client.call(.accountsListSessions, ListSessionsRequest())
        #expect(listed.sessions.map(\.isThis) == [true])
        world.clock.advance(s: 1)
        try refused(.sessionExpired) { try world.server.connect().resume(login.session) }
    }

    @Test("ACC-7b a removed person's sessions end at once, and the others' go on")
    func removed() throws {
        let world = try World()
        let base = world.made.base
        let (office, login) = try world.office(base, "base-one")
        let other = try office.addResponsible(base, Office.otherName, Office.otherPhone)
        try refused(.alreadyExists) { try office.addResponsible(base, Office.otherName, Office.otherPhone) }
        let (second, secondLogin) = try world.enter("base-one", as: other)
        #expect(try second.responsible(base).map(\.person) == [try #require(login.person).id, other])
        try office.removeResponsible(base, other)
        #expect(
            try second.code(.accountsListResponsible, ListResponsibleRequest(organisation: base).serialized())
                != nil)
        try refused(.sessionExpired) { try world.server.connect().resume(secondLogin.session) }
        #expect(try office.responsible(base).count == 1)
        world.clock.advance(minutes: 1)
        let opened = try world.server.connect().open("base-one", Office.password)
        try refused(.notFound, field: "person") { try world.server.connect().askForCode(opened.ticket, other) }
    }

    @Test("ACC-7a the last responsible person is not removed, nor closes their account")
    func last() throws {
        let world = try World()
        let base = world.made.base
        let member = try world.newcomer()
        world.clock.advance(minutes: 1)
        let (office, login) = try world.office(base, "base-one", Office.name, Newcomer.phone)
        let person = try #require(login.person).id
        try refused(.wrongState, field: "person") { try office.removeResponsible(base, person) }
        try refused(.wrongState, field: "person") { try world.client("admin").removeResponsible(base, person) }
        try refused(.wrongState) {
            try member.raw(
                .accountsCloseAccount, CloseAccountRequest(password: Newcomer.password).serialized(),
                key: member.freshKey())
        }
        let other = try office.addResponsible(base, Office.otherName, Office.otherPhone)
        // Who removes themselves is logged out.
        try office.removeResponsible(base, person)
        #expect(try office.code(.accountsWhoAmI) == .notLoggedIn)
        try refused(.wrongState, field: "person") { try world.client("admin").removeResponsible(base, other) }
        try refused(.notFound, field: "person") { try world.client("admin").removeResponsible(base, person) }
    }

    @Test("ACC-7b an organisation that is closed, or has other parts, ends the sessions of who acts for it")
    func changed() throws {
        let world = try World()
        let admin = try world.client("admin")
        let unit = try admin.organisation(.unit, "医院")
        let (office, login) = try world.office(unit, "unit-one")
        func change(_ organisation: Organisation) throws {
            let _: CreateOrganisationReply = try admin.call(
                .organisationsChangeOrganisation, ChangeOrganisationRequest(organisation: organisation))
        }
        try change(Organisation(id: unit, name: "医院改名", employs: true, provides: true))
        #expect(try office.code(.accountsWhoAmI) == nil)
        try change(Organisation(id: unit, name: "医院", employs: true))
        try refused(.sessionExpired) { try world.server.connect().resume(login.session) }
        world.clock.advance(minutes: 1)
        let (inside, again) = try world.enter("unit-one", as: try #require(login.person).id)
        #expect(again.roles.map(\.role) == [.unitAdmin])
        try change(Organisation(id: unit, name: "医院", employs: true, closed: true))
        try refused(.sessionExpired) { try world.server.connect().resume(again.session) }
        // Who was connected is so no more.
        #expect(
            try inside.code(.accountsListResponsible, ListResponsibleRequest(organisation: unit).serialized())
                == .sessionExpired)
        try refused(.wrongCredentials) { try world.server.connect().open("unit-one", Office.password) }
    }

    @Test("ACC-7a at most twenty people are responsible")
    func most() throws {
        let world = try World()
        let admin = try world.client("admin")
        for number in 10...29 { try admin.addResponsible(world.made.base, "负责人", "139333300\(number)") }
        try refused(.wrongState) { try admin.addResponsible(world.made.base, "负责人", "13933330030") }
        #expect(try admin.responsible(world.made.base).count == 20)
    }

    @Test("ACC-11b who is responsible for an organisation stays so as the person whose ID number it is")
    func joined() throws {
        // A provider that says yes is not enough: a reviewer looks.
        let world = try World(identityProvider: IdentityProvider { _, _ in .matches })
        let base = world.made.base
        let number = Papers.number(42)
        let row = "编号,姓名,手机号,身份证号\nN91,来客,\(Office.phone),\(number)\n"
        let upload = try world.client("keeper").upload(Array(row.utf8), to: world.offering)
        #expect(upload.added == 1)
        let (_, login) = try world.office(base, "base-one", "来客", Office.phone)
        let guest = try #require(login.person).id
        let member = try world.newcomer("laike", name: "来客")
        #expect(try member.verify("来客", number).claim == .waiting)
        #expect(try world.client("admin").responsible(base).map(\.person) == [guest])
        let reviewer = try world.reviewer()
        #expect(try reviewer.decide(.identity, reviewer.waiting(.identity), .approve).decided == 1)
        let people = try world.client("admin").responsible(base)
        #expect(people.count == 1 && people.allSatisfy { $0.name == "来客" && $0.person != guest })
        try refused(.sessionExpired) { try world.server.connect().resume(login.session) }
        // The phone was the joined person's; whose number it is has to prove one first.
        let ticket = try world.server.connect().open("base-one", Office.password).ticket
        try refused(.wrongState, field: "person") {
            try world.server.connect().askForCode(ticket, try #require(people.first).person)
        }
    }
}
