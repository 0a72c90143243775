import Application
import Crypto
import Foundation
import Messages
import Storage
import Wire

@testable import Service

/// A server with what most tests need, made once through the protocol and copied for every test: two bases with their
/// administrators, an approved offering of one day at the first with five questions and twelve people on its roster, and one at the other.
final class World {
    let server: TestServer
    let made: Made

    /// Ids and passwords of the fixture.
    struct Made: Sendable {
        var base: UInt64 = 0
        var otherBase: UInt64 = 0
        var programme: UInt64 = 0
        var project: UInt64 = 0
        var courses: [UInt64] = []
        var offering: UInt64 = 0
        var otherOffering: UInt64 = 0
        /// By account name.
        var passwords: [String: String] = [:]
        var sessions: [String: [UInt8]] = [:]
        var persons: [String: UInt64] = [:]
        /// The twelve people of the roster, by number N01 … N12.
        var people: [String: UInt64] = [:]
    }

    static let password = "harvest-moon-77"
    static let phones = (1...12).map { "138000000\($0 < 10 ? "0" : "")\($0)" }
    /// People 1 and 2 have ID numbers.
    static let identities = ["11010519491231002X", "440524198001010013"]
    static let names = ["张三", "欧阳娜娜", "阿卜杜拉·买买提", "李雷", "韩梅梅", "王小明", "赵一", "钱二", "孙三", "周四", "吴五", "郑六"]
    static let numbers = (1...12).map { "N\($0 < 10 ? "0" : "")\($0)" }

    /// Midnight of the activity date in Shanghai, UTC milliseconds.
    static let midnight = TestServer.nine - 9 * 3_600_000

    /// - Parameter sms: sends text messages; nil by default.
    init(
        sms: TextSender? = nil, identityProvider: IdentityProvider? = nil,
        payments: [PaymentChannel: PaymentGateway] = [:], invoices: InvoiceIssuer? = nil,
        challengesOrganisations: Bool = true
    ) throws {
        let (image, made) = try Self.foundation.get()
        server = try TestServer(
            copying: image, sms: sms, identityProvider: identityProvider, payments: payments,
            invoices: invoices, challengesOrganisations: challengesOrganisations)
        self.made = made
    }

    private init(founding server: TestServer, _ made: Made) {
        self.server = server
        self.made = made
    }

    var clock: Clock { server.clock }
    var offering: UInt64 { made.offering }

    /// Returns a logged-in person's connection: `admin`, `officer`, `adjudicator`, `keeper` of the base, `stranger` of
    /// the other base, or a trainee by number.
    func client(_ account: String) throws -> Client {
        guard let session = made.sessions[account] else { throw Missing(what: "a session of \(account)") }
        let client = server.connect()
        let _: LoginReply = try client.call(.accountsResumeSession, ResumeSessionRequest(session: session))
        return client
    }

    func person(_ number: String) throws -> UInt64 {
        guard let person = made.people[number] else { throw Missing(what: number) }
        return person
    }

    static func roster(_ rows: Range<Int> = 0..<12, heading: String = "编号,姓名,手机号,身份证号,单位,职称") -> [UInt8] {
        let lines = rows.map { row in
            let identity = row < identities.count ? identities[row] : ""
            return "\(numbers[row]),\(names[row]),\(phones[row]),\(identity),第一人民医院,主治医师"
        }
        return Array(([heading] + lines).joined(separator: "\r\n").utf8) + [13, 10]
    }

    // Made once

    private static let foundation: Result<(Data, Made), any Error> = Result { try found() }

    private static func found() throws -> (Data, Made) {
        let server = try TestServer()
        var made = Made()
        let admin = server.connect()
        // The administrator's first password comes from chance that the founding was given.
        try change("admin", to: password, of: server)
        let login: LoginReply = try admin.call(.accountsLogin, LoginRequest(name: "admin", password: password))
        made.sessions["admin"] = login.session
        made.persons["admin"] = login.person?.id ?? 0
        made.passwords["admin"] = password

        made.base = try admin.organisation(.base, "第一培训基地")
        made.otherBase = try admin.organisation(.base, "第二培训基地")
        for (name, role, organisation) in [
            ("officer", Role.committeeOfficer, 0), ("adjudicator", .adjudicator, 0),
            ("keeper", .baseAdmin, made.base), ("stranger", .baseAdmin, made.otherBase),
        ] {
            let account: CreateAccountReply = try admin.call(
                .accountsCreateAccount,
                CreateAccountRequest(
                    name: name, personName: "员工\(name.count)",
                    roles: [RoleGrant(role: role, organisation: organisation)]))
            made.persons[name] = account.person
            made.passwords[name] = account.initialPassword
            try change(name, to: nil, of: server)
            let login: LoginReply = try server.connect().call(
                .accountsLogin, LoginRequest(name: name, password: account.initialPassword))
            made.sessions[name] = login.session
        }

        let programme: CreateProgrammeReply = try admin.call(
            .programmesCreateProgramme,
            CreateProgrammeRequest(
                name: "湖南省继续医学教育", preset: "hunan-cme",
                // Units and their people, and evaluations, have tests of their own.
                changes: [
                    PolicySwitch(name: "identityEvidence", value: "self-declared"),
                    PolicySwitch(name: "evaluationGates", value: "none"),
                ]))
        made.programme = programme.programme?.id ?? 0
        let project: CreateProjectReply = try admin.call(
            .projectsCreateProject, CreateProjectRequest(project: Self.project(owner: made.base, category: .i)))
        made.project = project.project?.id ?? 0
        made.courses = project.project?.courses.map(\.id) ?? []
        made.offering = try open(at: made.base, made, admin, day: TestServer.day)
        let other: CreateProjectReply = try admin.call(
            .projectsCreateProject,
            CreateProjectRequest(project: Self.project(owner: made.otherBase, number: "HN-2026-002", category: .i)))
        made.otherOffering = try open(
            at: made.otherBase, made, admin, day: TestServer.day, project: other.project?.id)
        for offering in [made.offering, made.otherOffering] { try admin.prepareQuestions(of: offering) }
        let upload = try admin.upload(roster(), to: made.offering)
        guard upload.added == 12 else { throw Missing(what: "the roster: \(upload.bad)") }
        let entries: ListRosterReply = try admin.call(
            .projectsListRoster, ListRosterRequest(offering: made.offering))
        for entry in entries.entries { made.people[entry.number] = entry.person }

        let invited: InviteReply = try admin.call(
            .accountsInvite, InviteRequest(offering: made.offering, numbers: Array(numbers.prefix(3))))
        for invitation in invited.invitations {
            try change(invitation.account, to: nil, of: server)
            let login: LoginReply = try server.connect().call(
                .accountsLogin, LoginRequest(name: invitation.account, password: invitation.initialPassword))
            made.sessions[invitation.number] = login.session
            made.passwords[invitation.number] = invitation.initialPassword
        }
        try server.forgetMessages()
        return (try server.image(), made)
    }

    /// A password set behind the server's back, as the tests' hundred logins must not each cost a real hash;
    /// `nil` keeps it and asks for no change.
    private static func change(_ account: String, to password: String?, of server: TestServer) throws {
        try server.database.write { transaction in
            try transaction.execute("UPDATE account SET must_change = 0 WHERE name = ?1", account)
            guard let password else { return }
            guard let cost = PasswordHash.Cost(memoryKiB: 8, passes: 1) else { throw Missing(what: "a cost") }
            let record = try PasswordHash(
                password: Array(password.utf8), salt: [UInt8](repeating: 3, count: PasswordHash.saltSize), cost: cost
            ).record
            try transaction.execute("UPDATE account SET password = ?2 WHERE name = ?1", account, record)
        }
    }

    static func project(
        owner: UInt64, number: String = "HN-2026-001", category: CreditCategory = .ii
    ) -> Project {
        Project(
            number: number, name: "心肺复苏新进展", level: .provincial, category: category, hoursTenths: 60, creditsTenths: 20,
            owner: owner,
            courses: [
                Course(name: "理论", hoursTenths: 40, creditsTenths: 15),
                Course(name: "操作", hoursTenths: 20, creditsTenths: 5),
            ])
    }

    /// One activity date with a window from 08:00 to 12:00, submitted and approved.
    static func open(
        at base: UInt64, _ made: Made, _ admin: Client, day: Int32, project: UInt64? = nil
    ) throws -> UInt64 {
        var draft = draft(at: base, made, day: day)
        draft.project = project ?? draft.project
        let created: OfferingReply = try admin.call(
            .projectsCreateOffering, CreateOfferingRequest(offering: draft))
        let id = created.offering?.id ?? 0
        let _: OfferingReply = try admin.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: id))
        try admin.decide(.offering, id, .approve)
        return id
    }

    static func draft(at base: UInt64, _ made: Made, day: Int32) -> Offering {
        Offering(
            programme: made.programme, project: made.project, base: base, title: "第一期",
            dates: [ActivityDate(day: day, hoursTenths: 60)],
            windows: [Window(day: day, fromMinute: 480, toMinute: 720)], passMarkHundredths: 6000, codePeriodS: 60)
    }
}

extension TestServer {
    /// Lets nobody have been told of what a test has prepared.
    func forgetMessages() throws {
        try database.write { transaction in
            try transaction.execute("DELETE FROM message")
            try transaction.execute("DELETE FROM message_waiting")
        }
    }
}

extension Client {
    func organisation(_ kind: OrganisationKind, _ name: String, parent: UInt64 = 0) throws -> UInt64 {
        let reply: CreateOrganisationReply = try call(
            .organisationsCreateOrganisation, CreateOrganisationRequest(kind: kind, name: name, parent: parent))
        return reply.organisation?.id ?? 0
    }

    func region(_ level: RegionLevel, _ name: String, under parent: UInt64 = 0) throws -> UInt64 {
        let reply: CreateOrganisationReply = try call(
            .organisationsCreateOrganisation,
            CreateOrganisationRequest(kind: .region, name: name, parent: parent, level: level))
        return reply.organisation?.id ?? 0
    }

    @discardableResult
    func catalogue(_ kind: CatalogueKind, _ code: String, _ name: String) throws -> UInt64 {
        let reply: SaveCatalogueEntryReply = try call(
            .organisationsSaveCatalogueEntry,
            SaveCatalogueEntryRequest(entry: CatalogueEntry(kind: kind, code: code, name: name)))
        return reply.entry?.id ?? 0
    }
}
