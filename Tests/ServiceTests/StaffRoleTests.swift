import Domain
import Messages
import Testing
import Wire

/// ACC-12: roles given and taken.
@Suite struct StaffRoleTests {
    private static let named = AccountChoice(account: "clerk")

    @Test("ACC-12a staff are listed page by page, found by part of a name, and shown with where their roles are")
    func list() throws {
        let world = try World()
        let (admin, made) = (try world.client("admin"), world.made)
        let everybody = ["admin", "officer", "adjudicator", "keeper", "stranger"]
        #expect(try admin.staff(limit: 2).map(\.account) == everybody)
        #expect(try admin.staff("KEEP").map(\.account) == ["keeper"])
        #expect(try admin.staff("员工7").map(\.account) == ["officer"])
        #expect(try admin.staff(of: made.base).map(\.account) == ["keeper"])
        try admin.grant(AccountChoice(account: "keeper"), .examiner, over: made.otherBase)
        #expect(try admin.staff(of: made.otherBase, limit: 1).map(\.account) == ["keeper", "stranger"])
        for limit: UInt32 in [1, 2, 500] {
            #expect(try admin.staff(limit: limit).map(\.account) == everybody, "two roles are one person")
        }
        let keeper = try admin.staffAccount(AccountChoice(account: "keeper"))
        #expect(
            keeper.roles == [
                RoleGrant(role: .baseAdmin, organisation: made.base, organisationName: "第一培训基地"),
                RoleGrant(role: .examiner, organisation: made.otherBase, organisationName: "第二培训基地"),
            ])
        #expect(keeper.disabledMs == 0 && keeper.lastLoginMs == TestServer.nine)
        #expect(try admin.staffAccount(AccountChoice(person: keeper.person)) == keeper)
        // Somebody without a role is shown, and not listed.
        #expect(try admin.staffAccount(AccountChoice(person: world.person("N01"))).roles.isEmpty)
        try refused(.notFound, field: "account") { try admin.staffAccount(AccountChoice(account: "nobody-here")) }
        for whose in [AccountChoice(), AccountChoice(account: "keeper", person: keeper.person)] {
            try refused(.invalid, field: "account") { try admin.staffAccount(whose) }
        }
    }

    @Test("ACC-12a administrators of an organisation see its staff, with the roles over it, and learn of nobody else")
    func ofOrganisation() throws {
        let world = try World()
        let made = world.made
        try world.employ("clerk", (.examiner, made.base), (.examiner, made.otherBase))
        let keeper = try world.client("keeper")
        #expect(try keeper.staff(of: made.base).map(\.account) == ["keeper", "clerk"])
        #expect(try keeper.staff(of: made.base).allSatisfy { $0.roles.map(\.organisation) == [made.base] })
        #expect(try keeper.staffAccount(Self.named).roles.map(\.organisation) == [made.base])
        try refused(.notAllowed) { try keeper.staff(of: made.otherBase) }
        try refused(.notAllowed) { try keeper.staff() }
        for name in ["stranger", "admin", "nobody-here"] {
            try refused(.notAllowed) { try keeper.staffAccount(AccountChoice(account: name)) }
        }
        // A committee without a place is no administrator of the platform.
        try refused(.notAllowed) { try world.client("officer").staff() }
        try refused(.notAllowed) { try world.client("officer").grant(Self.named, .committeeOfficer) }
    }

    @Test("ACC-12a administrators of a base give its roles, examiners and instructors, and none that reaches farther")
    func given() throws {
        let world = try World()
        let made = world.made
        try world.employ("clerk")
        let keeper = try world.client("keeper")
        for role in [Role.baseAdmin, .examBaseAdmin, .examiner, .instructor] {
            #expect(try keeper.grant(Self.named, role, over: made.base).roles.contains { $0.role == role })
        }
        for role in [Role.adjudicator, .providerAdmin] {
            try refused(.notAllowed, field: "role") { try keeper.grant(Self.named, role, over: made.base) }
        }
        try refused(.notAllowed) { try keeper.grant(Self.named, .examiner, over: made.otherBase) }
        try refused(.notAllowed) { try keeper.grant(Self.named, .platformAdmin) }
        let admin = try world.client("admin")
        try refused(.invalid, field: "role") { try admin.grant(Self.named, .unitAdmin, over: made.base) }
        try refused(.invalid, field: "role.organisation") { try admin.grant(Self.named, .baseAdmin) }
        try refused(.notFound, field: "role.organisation") { try admin.grant(Self.named, .baseAdmin, over: 999) }
        try refused(.notFound, field: "account") {
            try admin.grant(AccountChoice(account: "nobody-here"), .examiner, over: made.base)
        }
    }

    @Test("ACC-12a a role that is given counts at once, once, and its person is told in both languages")
    func told() throws {
        let world = try World()
        let made = world.made
        let person = try world.employ("clerk")
        let clerk = try world.login("clerk")
        let roster = ListRosterRequest(offering: made.offering).serialized()
        #expect(try clerk.code(.projectsListRoster, roster) == .notAllowed)
        let keeper = try world.client("keeper")
        for _ in 1...2 { try keeper.grant(Self.named, .baseAdmin, over: made.base) }
        #expect(try clerk.code(.projectsListRoster, roster) == nil)
        try keeper.revoke(Self.named, .baseAdmin, over: made.base, reason: "调往他处")
        let told: ListMessagesReply = try clerk.call(.noticesListMessages, ListMessagesRequest())
        #expect(told.messages.map(\.kind) == [.accountChanged, .accountChanged] && told.messages[0].subject == person)
        let english = told.messages.map(\.text).sorted()
        #expect(
            english == [
                "Your account was changed: role given, base administrator, 第一培训基地",
                "Your account was changed: role taken, base administrator, 第一培训基地, 调往他处",
            ])
        clerk.locale = "zh"
        let chinese: ListMessagesReply = try clerk.call(.noticesListMessages, ListMessagesRequest())
        #expect(chinese.messages.map(\.text).contains("您的账号有变动：撤销角色，基地管理员，第一培训基地，调往他处"))
        try refused(.notFound, field: "role") { try keeper.revoke(Self.named, .baseAdmin, over: made.base) }
        try refused(.invalid, field: "reason") {
            try keeper.revoke(AccountChoice(account: "keeper"), .baseAdmin, over: made.base, reason: " ")
        }
    }

    /// A command that the role alone allows, about its own organisation; nil for a role that allows none.
    private func command(of role: Role, _ districts: Districts) throws -> (Method, [UInt8])? {
        let probe = try PermissionTests.probes(districts).first {
            $0.method.rule.allows.contains(role) && $0.method.rule.effect == .mutates && $0.items == nil
                && (try? districts.staff[role]?.code($0.method, $0.request(districts.own).serialized())) != .notAllowed
        }
        return try probe.map { ($0.method, try $0.request(districts.own).serialized()) }
    }

    @Test(
        "ACC-12b a role that is taken is gone in the session under way and in a command that waits, and given back is there",
        arguments: Districts.roles)
    func taken(role: Role) throws {
        let districts = try Districts(World())
        let (world, own) = (districts.world, districts.own)
        let client = try #require(districts.staff[role])
        let command = try command(of: role, districts)
        // These have no command of their own: the marks of examiners are tested below.
        #expect((command == nil) == [.examiner, .instructor].contains(role))
        #expect(try client.whoAmI().roles.map(\.role) == [role])

        let admin = try world.client("admin")
        let whose = AccountChoice(account: "staff\(role.rawValue)")
        let revoking = admin.begin(
            .accountsRevokeRole,
            RevokeRoleRequest(
                whose: whose, role: RoleGrant(role: role, organisation: own.seat(of: role)), reason: "离职"
            ).serialized())
        // Let in while the role was there; its turn comes after.
        let waiting = command.map { client.begin($0.0, $0.1) }
        #expect(world.server.executor.waits == (command == nil ? 1 : 2))
        admin.settle()
        client.settle()
        #expect(admin.answer(revoking)?.failure == nil && admin.answer(revoking)?.isOver == true)
        if let waiting, let command {
            #expect(client.answer(waiting)?.failure?.code == .notAllowed)
            #expect(try client.code(command.0, command.1) == .notAllowed)
        }
        #expect(try client.whoAmI().roles.isEmpty)
        #expect(client.goodbye == nil, "a session outlasts its roles")
        try admin.grant(whose, role, over: own.seat(of: role))
        // The first call since: the connection has not asked who its caller is.
        if let command { #expect(try client.code(command.0, command.1) != .notAllowed) }
        #expect(try client.whoAmI().roles.map(\.role) == [role])
    }

    @Test("ACC-12b, SYN-9 marks of an examiner before the role was taken count, and later ones do not")
    func marks() throws {
        let world = try World()
        let examiner = try world.employ("clerk", (.examiner, world.made.base))
        let door = try Door(in: world)
        try door.score(world.person("N01"), 8800, by: examiner, offering: world.offering, assigned: false)
        #expect(try door.sync()[0].quarantined.isEmpty)
        world.clock.advance(minutes: 1)
        try world.client("keeper").revoke(Self.named, .examiner, over: world.made.base)
        world.clock.advance(minutes: 1)
        #expect(try world.score(of: "N01").valueHundredths == 8800)
        try door.score(world.person("N02"), 9000, by: examiner, offering: world.offering, assigned: false)
        #expect(try door.sync()[0].quarantined.map(\.code) == [.actorNotAssigned])
    }

    @Test("ACC-12b the last platform administrator who can log in keeps the role and the account")
    func last() throws {
        let world = try World()
        let admin = try world.client("admin")
        let own = AccountChoice(account: "admin")
        try refused(.wrongState) { try admin.revoke(own, .platformAdmin) }
        try world.employ("second", (.platformAdmin, 0))
        let second = AccountChoice(account: "second")
        try admin.disable(second)
        try refused(.wrongState) { try admin.revoke(own, .platformAdmin) }
        try refused(.wrongState) { try admin.close(world.made.passwords["admin"] ?? "") }
        try admin.enable(second)
        #expect(try admin.revoke(own, .platformAdmin).roles.isEmpty)
        #expect(try admin.code(.accountsListAudit) == .notAllowed)
    }

    @Test("ACC-12c nobody gets a role over a closed organisation")
    func closed() throws {
        let world = try World()
        try world.employ("clerk")
        let admin = try world.client("admin")
        let _: CreateOrganisationReply = try admin.call(
            .organisationsChangeOrganisation,
            ChangeOrganisationRequest(
                organisation: Organisation(id: world.made.base, name: "第一培训基地", trains: true, closed: true)))
        try refused(.wrongState, field: "role") { try admin.grant(Self.named, .examiner, over: world.made.base) }
    }
}
