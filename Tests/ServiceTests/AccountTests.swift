import Domain
import Messages
import Storage
import Testing
import Wire

@Suite struct AccountTests {
    @Test(
        "ACC-5a people log in by account name, phone or ID number, however typed",
        arguments: ["N01", " 13800000001", "+86 138-0000-0001", "11010519491231002x"])
    func loginNames(typed: String) throws {
        let world = try World()
        let name = typed == "N01" ? "u\(try world.person("N01"))" : typed
        let client = world.server.connect()
        let reply: LoginReply = try client.call(
            .accountsLogin, LoginRequest(name: name, password: world.made.passwords["N01"] ?? ""))
        #expect(reply.person?.name == "张三")
        #expect(reply.person?.phone == "138****0001")
        #expect(reply.session.count == 32)
        #expect(client.isAuthenticated)
        let me: LoginReply = try client.call(.accountsWhoAmI, WhoAmIRequest())
        #expect(me.person?.id == reply.person?.id)
        #expect(me.session.isEmpty)
    }

    @Test("ACC-5a a wrong password and a name nobody has are told in the same words")
    func wrong() throws {
        let world = try World()
        let client = world.server.connect()
        let failures = try ["keeper", "nobody-here", "13899999999", "\u{0}", ""].map { name in
            try refused(.wrongCredentials) {
                try client.call(
                    .accountsLogin, LoginRequest(name: name, password: "not-the-one-1"), reply: LoginReply.self)
            }
        }
        #expect(Set(failures.map(\.text)).count == 1)
        #expect(!client.isAuthenticated)
        try refused(.notLoggedIn) { try client.call(.accountsWhoAmI, WhoAmIRequest(), reply: LoginReply.self) }
    }

    @Test("ACC-5b from the fifth failure on the wait doubles, the tenth locks for 15 minutes, others are not affected")
    func throttle() throws {
        let world = try World()
        let client = world.server.connect()
        func attempt(_ password: String) throws -> LoginReply {
            try client.call(.accountsLogin, LoginRequest(name: "keeper", password: password))
        }
        let right = world.made.passwords["keeper"] ?? ""
        for failure in 1...10 {
            try refused(.wrongCredentials) { try attempt("wrong-\(failure)") }
            let wait = LoginThrottle.delayMs(after: failure)
            guard wait > 0 else { continue }
            world.clock.advance(ms: wait - 1)
            // The right one is not told from a wrong one while waiting, and hammering makes it no longer.
            #expect(try refused(.locked) { try attempt(right) }.retryable)
            if failure < 10 { world.clock.advance(ms: 1) }
        }
        let other: LoginReply = try client.call(
            .accountsLogin, LoginRequest(name: "stranger", password: world.made.passwords["stranger"] ?? ""))
        #expect(other.session.count == 32)
        world.clock.advance(ms: 1)
        #expect(try attempt(right).session.count == 32)
        try refused(.wrongCredentials) { try attempt("wrong again") }
        #expect(try attempt(right).session.count == 32)
    }

    @Test("ACC-5b a lock leaves an entry in the audit log")
    func lockAudited() throws {
        let world = try World()
        let client = world.server.connect()
        let before = try world.server.count("SELECT COUNT(*) FROM audit")
        for _ in 1...10 {
            world.clock.advance(minutes: 1)
            try refused(.wrongCredentials) {
                try client.call(.accountsLogin, LoginRequest(name: "keeper", password: "wrong"), reply: LoginReply.self)
            }
        }
        #expect(try world.server.count("SELECT COUNT(*) FROM audit") == before + 1)
        let admin = try world.client("admin")
        let reply: ListAuditReply = try admin.call(
            .accountsListAudit, ListAuditRequest(method: "Accounts.Login", limit: 1))
        let entry = try #require(reply.entries.first)
        #expect(entry.atMs == world.clock.now && entry.address.hasPrefix("192.0.2."))
        #expect(entry.outcome == UInt32(ErrorCode.wrongCredentials.rawValue) && entry.detail.hasSuffix("locked"))
    }

    @Test("ACC-5b guesses that cross on many connections are throttled one by one")
    func crossing() throws {
        let world = try World()
        let clients = (1...8).map { _ in world.server.connect(from: "198.51.100.7") }
        let streams = clients.map {
            $0.begin(.accountsLogin, LoginRequest(name: "keeper", password: "wrong").serialized())
        }
        for client in clients { client.settle() }
        let codes = zip(clients, streams).compactMap { $0.answer($1)?.failure?.code }
        #expect(codes.filter { $0 == .wrongCredentials }.count == 5)
        #expect(codes.filter { $0 == .locked }.count == 3)
    }

    @Test("ACC-6a, ACC-6c the initial password opens nothing but its own change, and a change ends other sessions")
    func initialPassword() throws {
        let world = try World()
        let admin = try world.client("admin")
        let created: CreateAccountReply = try admin.call(
            .accountsCreateAccount,
            CreateAccountRequest(
                name: "newcomer", personName: "新人", phone: "13912345678",
                roles: [RoleGrant(role: .baseAdmin, organisation: world.made.base)]))
        let (one, two) = (world.server.connect(), world.server.connect())
        for client in [one, two] {
            let login: LoginReply = try client.call(
                .accountsLogin, LoginRequest(name: "13912345678", password: created.initialPassword))
            #expect(login.mustChangePassword)
        }
        try refused(.passwordChangeRequired) {
            try one.call(
                .projectsListRoster, ListRosterRequest(offering: world.offering), reply: ListRosterReply.self)
        }
        func change(_ old: String, _ new: String) throws -> ChangePasswordReply {
            try one.call(.accountsChangePassword, ChangePasswordRequest(oldPassword: old, newPassword: new))
        }
        try refused(.wrongCredentials) { try change("guess-guess-1", "a-better-one-2") }
        try refused(.weakPassword) { try change(created.initialPassword, created.initialPassword) }
        for weak in ["short1", "password1", "newcomer99", "13912345678a", "aaaaaaaaaaaaaaaaaaaa", "tab\there-1234"] {
            try refused(.weakPassword) { try change(created.initialPassword, weak) }
        }
        _ = try change(created.initialPassword, "a-better-one-2")
        let roster: ListRosterReply = try one.call(
            .projectsListRoster, ListRosterRequest(offering: world.offering))
        #expect(roster.entries.count == 12)
        try refused(.sessionExpired) { try two.call(.accountsWhoAmI, WhoAmIRequest(), reply: LoginReply.self) }
        try refused(.wrongCredentials) {
            try two.call(
                .accountsLogin, LoginRequest(name: "newcomer", password: created.initialPassword),
                reply: LoginReply.self)
        }
        let again: LoginReply = try two.call(
            .accountsLogin, LoginRequest(name: "Newcomer", password: "a-better-one-2"))
        #expect(!again.mustChangePassword)
    }

    @Test("ACC-6a guessing the old password is throttled as logging in is")
    func oldPasswordThrottled() throws {
        let world = try World()
        let client = try world.client("keeper")
        for _ in 1...5 {
            try refused(.wrongCredentials, field: "old_password") {
                try client.call(
                    .accountsChangePassword,
                    ChangePasswordRequest(oldPassword: "guess", newPassword: "a-better-one-2"),
                    reply: ChangePasswordReply.self)
            }
        }
        try refused(.locked) {
            try client.call(
                .accountsChangePassword,
                ChangePasswordRequest(oldPassword: world.made.passwords["keeper"] ?? "", newPassword: "a-better-one-2"),
                reply: ChangePasswordReply.self)
        }
    }

    @Test("ACC-6a a change whose reply was lost is answered the same when it is asked again")
    func lostChange() throws {
        let world = try World()
        let client = try world.client("keeper")
        let request = ChangePasswordRequest(
            oldPassword: world.made.passwords["keeper"] ?? "", newPassword: "a-better-one-2")
        let key = client.freshKey()
        for _ in 1...2 {
            let _: ChangePasswordReply = try client.call(.accountsChangePassword, request, key: key)
        }
    }

    @Test("sessions are taken up again, end after a week, and end at once at logout, everywhere")
    func sessions() throws {
        let world = try World()
        let login: LoginReply = try world.server.connect().call(
            .accountsLogin, LoginRequest(name: "keeper", password: world.made.passwords["keeper"] ?? ""))
        let (one, two) = (world.server.connect(), world.server.connect())
        for client in [one, two] {
            let resumed: LoginReply = try client.call(
                .accountsResumeSession, ResumeSessionRequest(session: login.session))
            #expect(resumed.person?.id == world.made.persons["keeper"])
            #expect(resumed.expiresMs == login.expiresMs)
        }
        let _: LogoutReply = try one.call(.accountsLogout, LogoutRequest())
        try refused(.notLoggedIn) { try one.call(.accountsWhoAmI, WhoAmIRequest(), reply: LoginReply.self) }
        try refused(.sessionExpired) { try two.call(.accountsWhoAmI, WhoAmIRequest(), reply: LoginReply.self) }
        try refused(.sessionExpired) {
            try two.call(
                .accountsResumeSession, ResumeSessionRequest(session: login.session), reply: LoginReply.self)
        }
        for session in [[], [UInt8](repeating: 0, count: 32), login.session + [0]] {
            try refused(.sessionExpired) {
                try one.call(.accountsResumeSession, ResumeSessionRequest(session: session), reply: LoginReply.self)
            }
        }
        let keeper = try world.client("stranger")
        world.clock.advance(days: 7)
        try refused(.sessionExpired) { try keeper.call(.accountsWhoAmI, WhoAmIRequest(), reply: LoginReply.self) }
    }

    @Test("ACC-6c an invitation is given once, to people without an account")
    func invitations() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let reply: InviteReply = try keeper.call(.accountsInvite, InviteRequest(offering: world.offering))
        #expect(reply.already == 3)
        #expect(reply.invitations.map(\.number) == Array(World.numbers.dropFirst(3)))
        #expect(Set(reply.invitations.map(\.initialPassword)).count == 9)
        let again: InviteReply = try keeper.call(.accountsInvite, InviteRequest(offering: world.offering))
        #expect(again.invitations.isEmpty && again.already == 12)
        try refused(.notOnRoster, field: "numbers 2") {
            try keeper.call(
                .accountsInvite, InviteRequest(offering: world.offering, numbers: ["N01", "N99"]),
                reply: InviteReply.self)
        }
    }

    @Test("an account named as invitations name theirs cannot take one away")
    func reservedNames() throws {
        let world = try World()
        let admin = try world.client("admin")
        try refused(.invalid, field: "name") {
            try admin.call(
                .accountsCreateAccount,
                CreateAccountRequest(name: "u\(try world.person("N12"))", personName: "某"),
                reply: CreateAccountReply.self)
        }
    }

    @Test(
        "ORG-2 roles are granted only where they can have a meaning",
        arguments: [
            RoleGrant(role: nil, organisation: 0), RoleGrant(role: .terminal, organisation: 0),
            RoleGrant(role: .anyone, organisation: 0), RoleGrant(role: .person, organisation: 0),
            RoleGrant(role: .baseAdmin, organisation: 0), RoleGrant(role: .baseAdmin, organisation: 999_999),
        ])
    func grants(grant: RoleGrant) throws {
        let world = try World()
        let failure = try refused(grant.organisation == 0 ? .invalid : .notFound) {
            try world.client("admin").call(
                .accountsCreateAccount, CreateAccountRequest(name: "somebody", personName: "某人", roles: [grant]),
                reply: CreateAccountReply.self)
        }
        #expect(failure.field.hasPrefix("roles"))
        #expect(try world.server.count("SELECT COUNT(*) FROM account WHERE name = 'somebody'") == 0)
    }
}
