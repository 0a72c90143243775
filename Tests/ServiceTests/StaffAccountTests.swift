import Domain
import Messages
import Testing
import Wire

@testable import Service

/// ACC-12: accounts disabled, enabled, and given first passwords again.
@Suite struct StaffAccountTests {
    private static let named = AccountChoice(account: "clerk")

    @Test(
        "ACC-12b a disabled account's sessions and waiting commands end at once, and it is told to who knows the password"
    )
    func disabled() throws {
        let world = try World()
        let made = world.made
        try world.employ("clerk", (.baseAdmin, made.base))
        let clerk = try world.login("clerk")
        let session = try clerk.call(.accountsLogin, login("clerk", world), reply: LoginReply.self).session
        let keeper = try world.client("keeper")
        let code = CreateEnrolmentCodeRequest(base: made.base, name: "门").serialized()
        #expect(try clerk.code(.terminalsCreateEnrolmentCode, code) == nil)

        keeper.begin(
            .accountsDisableAccount, DisableAccountRequest(whose: Self.named, reason: "离职").serialized())
        let waiting = clerk.begin(.terminalsCreateEnrolmentCode, code)
        keeper.settle()
        clerk.settle()
        #expect(clerk.answer(waiting)?.failure?.code == .sessionExpired)
        #expect(clerk.goodbye?.code == .sessionExpired)
        try refused(.sessionExpired) { try world.server.connect().resume(session) }
        let refusal = try refused(.wrongState, field: "account") {
            try world.server.connect().call(.accountsLogin, login("clerk", world), reply: LoginReply.self)
        }
        #expect(refusal.text.contains("disabled"))
        // Whoever does not know the password learns nothing.
        let unknown = try [("clerk", "guess-1"), ("nobody-here", "guess-1")].map { name, password in
            try refused(.wrongCredentials) { try world.server.connect().login(name, password) }
        }
        #expect(unknown[0] == unknown[1])
        #expect(try keeper.staffAccount(Self.named).disabledMs == world.clock.now)
        try refused(.wrongState) { try keeper.disable(Self.named) }

        #expect(try keeper.enable(Self.named).roles.map(\.role) == [.baseAdmin])
        try refused(.wrongState) { try keeper.enable(Self.named) }
        let again = world.server.connect()
        let _: LoginReply = try again.call(.accountsLogin, login("clerk", world))
        #expect(try again.code(.terminalsCreateEnrolmentCode, code) == nil)
        let told: ListMessagesReply = try again.call(.noticesListMessages, ListMessagesRequest())
        #expect(
            told.messages.map(\.text).sorted() == [
                "Your account was changed: disabled, 离职", "Your account was changed: enabled again",
            ])
    }

    @Test("ACC-12b, SYN-1a an enrolment code ends with its maker's role or account; a terminal that has used it stays")
    func codes() throws {
        let world = try World()
        let base = world.made.base
        let admin = try world.client("admin")
        let ends: [(String, () throws -> Void)] = [
            ("clerk", { try admin.revoke(AccountChoice(account: "clerk"), .baseAdmin, over: base) }),
            ("second", { try admin.disable(AccountChoice(account: "second")) }),
        ]
        for (seed, end) in ends.enumerated() {
            try world.employ(end.0, (.baseAdmin, base))
            let clerk = try world.login(end.0)
            let codes = try (0..<2).map { _ in try Door.code(from: clerk, base: base) }
            let others = try Door.code(from: admin, base: base)
            let used = try Door(world.server, seed: UInt8(3 * seed + 1))
            try used.enrol(codes[0])
            try end.1()
            try refused(.enrolmentCodeInvalid) { try Door(world.server, seed: UInt8(3 * seed + 2)).enrol(codes[1]) }
            #expect(try used.open().verdict == .ok)
            try Door(world.server, seed: UInt8(3 * seed + 3)).enrol(others)
        }
    }

    private func login(_ account: String, _ world: World) -> LoginRequest {
        LoginRequest(name: account, password: world.made.passwords["keeper"] ?? "")
    }

    @Test("ACC-12b a disabled person acts for no organisation")
    func acting() throws {
        let world = try World()
        let base = world.made.base
        try world.employ("clerk", phone: Office.phone)
        // The responsible person's name must be theirs.
        let (office, login) = try world.office(base, "base-one", "职员")
        #expect(try office.responsible(base).count == 1)
        try world.client("admin").disable(Self.named)
        try refused(.sessionExpired) { try world.server.connect().resume(login.session) }
        #expect(try office.code(.accountsWhoAmI) == .sessionExpired)
        world.clock.advance(minutes: 1)
        let ticket = try world.server.connect().open("base-one", Office.password).ticket
        try refused(.wrongState, field: "person") {
            try world.server.connect().askForCode(ticket, try #require(login.person).id)
        }
        try world.client("admin").enable(Self.named)
        _ = try world.enter("base-one", as: try #require(login.person).id)
    }

    @Test(
        "ACC-12a nobody takes over an account by giving it a role: only one made for staff, whose every role is theirs")
    func takenOver() throws {
        let world = try World()
        let made = world.made
        let keeper = try world.client("keeper")
        let trainee = AccountChoice(person: try world.person("N01"))
        try keeper.grant(trainee, .examiner, over: made.base)
        try world.employ("clerk", (.examiner, made.base), (.examiner, made.otherBase))
        try world.employ("second", (.platformAdmin, 0))
        try keeper.grant(AccountChoice(account: "second"), .examiner, over: made.base)
        try world.employ("judge", (.examiner, made.base), (.adjudicator, made.base))
        for whose in [trainee, Self.named, AccountChoice(account: "second"), AccountChoice(account: "judge")] {
            try refused(.notAllowed) { try keeper.resetPassword(whose) }
            try refused(.notAllowed) { try keeper.disable(whose) }
            try refused(.notAllowed) { try keeper.enable(whose) }
        }
        try world.client("stranger").revoke(Self.named, .examiner, over: made.otherBase)
        _ = try keeper.resetPassword(Self.named)
        // Responsible for another organisation is as good as a role there.
        try world.employ("third", (.examiner, made.base), phone: Office.phone)
        _ = try world.office(made.otherBase, "base-two", "职员")
        try refused(.notAllowed) { try keeper.disable(AccountChoice(account: "third")) }
    }

    @Test("ACC-12a a new first password ends the sessions, must be changed, and is nobody's own to ask for")
    func reset() throws {
        let world = try World()
        let made = world.made
        try world.employ("clerk", (.examiner, made.base))
        let clerk = try world.login("clerk")
        let keeper = try world.client("keeper")
        let password = try keeper.resetPassword(Self.named)
        #expect(clerk.goodbye?.code == .sessionExpired)
        try refused(.wrongCredentials) {
            try world.server.connect().call(.accountsLogin, login("clerk", world), reply: LoginReply.self)
        }
        let again = world.server.connect()
        #expect(try again.login("clerk", password).mustChangePassword)
        #expect(try again.code(.noticesListMessages, ListMessagesRequest().serialized()) == .passwordChangeRequired)
        #expect(try keeper.staffAccount(Self.named).mustChangePassword)
        try refused(.wrongState, field: "account") { try keeper.resetPassword(AccountChoice(account: "keeper")) }
        let admin = try world.client("admin")
        #expect(try !admin.resetPassword(AccountChoice(account: "keeper")).isEmpty)
        try refused(.sessionExpired) { try keeper.whoAmI() }
    }

    @Test(
        "ACC-12e first passwords are issued again to trainees who have replaced none, and the others are listed with the reason"
    )
    func again() throws {
        let world = try World()
        let (keeper, offering) = (try world.client("keeper"), world.offering)
        func login(_ invitation: Invitation) throws {
            try world.server.connect().login(invitation.account, invitation.initialPassword)
        }
        let lost: InviteReply = try keeper.call(
            .accountsInvite, InviteRequest(offering: offering, numbers: ["N04", "N05"]))
        let all = try keeper.inviteAgain(offering)
        #expect(all.invitations.map(\.number) == ["N04", "N05"] && all.refused.isEmpty)
        #expect(all.invitations.map(\.account) == lost.invitations.map(\.account))
        for invitation in lost.invitations { try refused(.wrongCredentials) { try login(invitation) } }
        for invitation in all.invitations { try login(invitation) }

        // N01 has chosen one, N06 has no account, and N05 has a role elsewhere.
        try world.client("admin").grant(
            AccountChoice(person: try world.person("N05")), .examiner, over: world.made.otherBase)
        let some = try keeper.inviteAgain(offering, ["N01", "N04", "N05", "N06"])
        #expect(some.invitations.map(\.number) == ["N04"])
        #expect(some.refused.map(\.number) == ["N01", "N05", "N06"])
        #expect(some.refused.map { $0.failure?.code } == [.wrongState, .notAllowed, .wrongState])
        for (refused, hint) in zip(some.refused, ["rollcall recover", "reset-password", "without --again"]) {
            #expect(refused.failure?.text.contains(hint) == true)
        }
        try refused(.notOnRoster, field: "numbers 1") { try keeper.inviteAgain(offering, ["X99"]) }
        try refused(.notAllowed) { try world.client("stranger").inviteAgain(offering) }
    }

    @Test("ACC-12d the operator gives any account a first password, enables it and ends its sessions")
    func byOperator() throws {
        let world = try World()
        try world.employ("second", (.platformAdmin, 0))
        let second = try world.login("second")
        try second.disable(AccountChoice(account: "admin"))
        func reset(_ account: String) throws -> String? {
            try OperatorReset.run(account, world.server.database, nowMs: world.clock.now) {
                [UInt8](repeating: 0x2A, count: $0)
            }
        }
        #expect(try reset("nobody-here") == nil)
        let password = try #require(try reset("Admin"))
        try refused(.sessionExpired) { try world.server.connect().resume(world.made.sessions["admin"] ?? []) }
        let admin = world.server.connect()
        #expect(try admin.login("admin", password).mustChangePassword)
        let audited: ListAuditReply = try second.call(
            .accountsListAudit, ListAuditRequest(method: "Accounts.ResetPassword"))
        #expect(audited.entries.map(\.caller) == [0] && audited.entries.map(\.address) == ["rollcalld"])
    }
}
