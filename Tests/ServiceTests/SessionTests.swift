import Messages
import Storage
import Testing

@Suite struct SessionTests {
    private func sessions(_ client: Client) throws -> [SessionEntry] {
        let reply: ListSessionsReply = try client.call(.accountsListSessions, ListSessionsRequest())
        return reply.sessions
    }

    @Test("a role that only a newer server knows gives nothing, and takes no other role away")
    func unknownRole() throws {
        let world = try World()
        let person = try #require(world.made.persons["keeper"])
        try world.server.database.write {
            try $0.execute("INSERT INTO role_grant (person, role, organisation) VALUES (?1, 99, 0)", person)
        }
        let keeper = try world.client("keeper")
        let reply: LoginReply = try keeper.call(.accountsWhoAmI, WhoAmIRequest())
        #expect(reply.roles.map(\.role) == [.baseAdmin])
        let _: CreateEnrolmentCodeReply = try keeper.call(
            .terminalsCreateEnrolmentCode, CreateEnrolmentCodeRequest(base: world.made.base, name: "东门"))
    }

    @Test("ACC-5c a person's sessions are listed with their beginning, use and address, and which is this one")
    func list() throws {
        let world = try World()
        let one = try world.newcomer()
        world.clock.advance(minutes: 5)
        let two = world.server.connect(from: "203.0.113.9:4711")
        let login = try two.login(Newcomer.phone)
        let listed = try sessions(two)
        #expect(listed.count == 2)
        #expect(listed[0].isThis && !listed[1].isThis)
        #expect(listed[0].address == "203.0.113.9:4711" && listed[0].createdMs == world.clock.now)
        #expect(try sessions(one).map(\.isThis) == [false, true])
        // Somebody else's are not shown.
        #expect(try sessions(world.client("keeper")).allSatisfy { entry in !listed.contains { $0.id == entry.id } })
        world.clock.advance(minutes: 60)
        let _: LoginReply = try world.server.connect().call(
            .accountsResumeSession, ResumeSessionRequest(session: login.session))
        #expect(try sessions(one)[0].lastUsedMs == world.clock.now)
        world.clock.advance(days: 7)
        let again = world.server.connect()
        try again.login(Newcomer.phone)
        #expect(try sessions(again).count == 1)
    }

    @Test("ACC-5c a revoked session ends at once, its connection is closed, and others go on")
    func revoke() throws {
        let world = try World()
        let lost = try world.newcomer()
        let here = world.server.connect()
        try here.login(Newcomer.phone)
        let target = try #require(try sessions(here).first { !$0.isThis })
        let _: RevokeSessionReply = try here.call(
            .accountsRevokeSession, RevokeSessionRequest(session: target.id))
        #expect(lost.goodbye?.code == .sessionExpired)
        #expect(here.goodbye == nil)
        try refused(.sessionExpired) { try sessions(lost) }
        #expect(try sessions(here).count == 1)
        try refused(.notFound, field: "session") {
            try here.call(
                .accountsRevokeSession, RevokeSessionRequest(session: target.id), reply: RevokeSessionReply.self)
        }
    }

    @Test("ACC-5c nobody revokes somebody else's session; revoking one's own logs out")
    func own() throws {
        let world = try World()
        let client = try world.newcomer()
        let id = try #require(try sessions(client).first?.id)
        try refused(.notFound) {
            try world.client("admin").call(
                .accountsRevokeSession, RevokeSessionRequest(session: id), reply: RevokeSessionReply.self)
        }
        let _: RevokeSessionReply = try client.call(.accountsRevokeSession, RevokeSessionRequest(session: id))
        try refused(.notLoggedIn) { try sessions(client) }
    }

    @Test("ACC-5c who logs out is logged out on every connection of the session, and stays logged in elsewhere")
    func logout() throws {
        let world = try World()
        let (here, same) = (try world.client("N01"), try world.client("N01"))
        let other = try world.client("N02")
        let _: LogoutReply = try here.call(.accountsLogout, LogoutRequest())
        #expect(same.goodbye?.code == .sessionExpired)
        #expect(here.goodbye?.code == nil, "its connection ends in good order: nobody keeps what somebody had")
        #expect(other.goodbye == nil)
    }

    @Test("ACC-6a a changed password closes the connections of the other sessions")
    func changed() throws {
        let world = try World()
        let other = try world.newcomer()
        let here = world.server.connect()
        try here.login(Newcomer.phone)
        let _: ChangePasswordReply = try here.call(
            .accountsChangePassword,
            ChangePasswordRequest(oldPassword: Newcomer.password, newPassword: "meadow-lark-55"))
        #expect(other.goodbye?.code == .sessionExpired)
        #expect(here.goodbye == nil)
    }
}
