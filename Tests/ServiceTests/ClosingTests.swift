import Messages
import Storage
import Testing

@Suite struct ClosingTests {
    @Test("ACC-11e closing an account ends its login and sessions, and keeps its credits for staff to list")
    func credits() throws {
        let world = try World()
        let award = try world.awardOne()
        let (here, elsewhere) = (try world.client("N01"), try world.client("N01"))
        let password = world.made.passwords["N01"] ?? ""
        try refused(.wrongCredentials, field: "password") { try here.close("not-the-one-1") }
        try here.close(password)
        try refused(.notLoggedIn) { try here.call(.accountsWhoAmI, WhoAmIRequest(), reply: LoginReply.self) }
        try refused(.sessionExpired) { try elsewhere.call(.accountsWhoAmI, WhoAmIRequest(), reply: LoginReply.self) }
        for name in ["u\(try world.person("N01"))", World.phones[0], World.identities[0]] {
            try refused(.wrongCredentials) { try world.server.connect().login(name, password) }
        }
        let awards: ListAwardsReply = try world.client("keeper").call(
            .creditsListAwards, ListAwardsRequest(offering: world.offering))
        #expect(awards.awards.map(\.id) == [award])
        // Whose credits they are is still known, and nothing else.
        let person = try world.person("N01")
        #expect(
            try world.server.count(
                "SELECT COUNT(*) FROM person WHERE id = ?1 AND name = '张三' AND id_number_hash IS NOT NULL", person) == 1
        )
        #expect(
            try world.server.count(
                "SELECT COUNT(*) FROM person WHERE id = ?1 AND phone_sealed IS NULL AND unit = ''", person) == 1)
    }

    @Test("ACC-11e without credits nothing personal is kept, and the phone can register anew")
    func nothingKept() throws {
        let world = try World()
        let client = try world.newcomer()
        let me: LoginReply = try client.call(.accountsWhoAmI, WhoAmIRequest())
        let person = me.person?.id ?? 0
        let _: LinkOutsideReply = try client.call(
            .accountsLinkOutside, LinkOutsideRequest(provider: "dev", code: try world.openidCode("openid-1")))
        try client.close(Newcomer.password)
        #expect(
            try world.server.count(
                "SELECT COUNT(*) FROM person WHERE id = ?1 AND name = '' AND phone_hash IS NULL AND closed_ms > 0",
                person) == 1)
        try refused(.notLinked) {
            try client.call(
                .accountsLoginOutside,
                LoginOutsideRequest(provider: "dev", code: try world.openidCode("openid-1", expiresInMs: 1000)),
                reply: LoginReply.self)
        }
        world.clock.advance(minutes: 1)
        let again = try world.newcomer()
        let anew: LoginReply = try again.call(.accountsWhoAmI, WhoAmIRequest())
        #expect(anew.person?.id != person)
    }

    @Test("ACC-11e the last platform administrator cannot close their account")
    func lastAdministrator() throws {
        let world = try World()
        try refused(.wrongState) { try world.client("admin").close(World.password) }
    }

    @Test("ACC-11e guessing the password to close an account is throttled as logging in is")
    func throttled() throws {
        let world = try World()
        let client = try world.client("N01")
        for _ in 1...5 { try refused(.wrongCredentials) { try client.close("not-the-one-1") } }
        try refused(.locked) { try client.close(world.made.passwords["N01"] ?? "") }
    }
}

extension Client {
    func close(_ password: String) throws {
        let _: CloseAccountReply = try call(.accountsCloseAccount, CloseAccountRequest(password: password))
    }
}
