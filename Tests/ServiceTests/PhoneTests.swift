import Messages
import Storage
import Testing

@Suite struct PhoneTests {
    private func recover(
        _ client: Client, _ phone: String, _ code: String, _ password: String = "meadow-lark-55"
    ) throws -> RecoverPasswordReply {
        try client.call(
            .accountsRecoverPassword, RecoverPasswordRequest(phone: phone, code: code, newPassword: password))
    }

    private func change(
        _ client: Client, old: String, to phone: String, _ code: String
    ) throws -> ChangePhoneReply {
        try client.call(.accountsChangePhone, ChangePhoneRequest(oldCode: old, phone: phone, code: code))
    }

    @Test("ACC-6b a code to the phone sets a new password, once, and ends every session")
    func recovery() throws {
        let world = try World()
        let session = try world.newcomer()
        world.clock.advance(minutes: 1)
        let client = world.server.connect()
        let code = try world.code(Newcomer.phone, .recover, client)
        try refused(.weakPassword, field: "new_password") { try recover(client, Newcomer.phone, code, "123456") }
        _ = try recover(client, Newcomer.phone, code)
        #expect(session.goodbye?.code == .sessionExpired)
        try refused(.sessionExpired) { try session.call(.accountsWhoAmI, WhoAmIRequest(), reply: LoginReply.self) }
        try refused(.wrongCredentials) { try client.login(Newcomer.phone) }
        try client.login(Newcomer.phone, "meadow-lark-55")
        try refused(.smsCodeSpent) { try recover(client, Newcomer.phone, code) }
    }

    @Test("ACC-6b nobody learns from recovering whether somebody has a phone")
    func unknownPhone() throws {
        let world = try World()
        let client = world.server.connect()
        let reply = try client.askForCode(Newcomer.phone, .recover)
        #expect(reply.expiresMs == world.clock.now + 300_000)
        #expect(try world.server.count("SELECT COUNT(*) FROM outbox") == 0)
        try refused(.smsCodeWrong) { try recover(client, Newcomer.phone, "123456") }
        try refused(.smsTooOften) { try client.askForCode(Newcomer.phone, .recover) }
    }

    @Test("ACC-6b, ACC-5b recovering lets the owner in from a new place while others guess")
    func whileGuessed() throws {
        let world = try World()
        _ = try world.newcomer()
        for turn in 0..<100 {
            let client = world.server.connect(from: "198.51.\(turn / 4).\(turn % 4)")
            try refused(.wrongCredentials) { try client.login(Newcomer.phone, "guess-\(turn)") }
        }
        world.clock.advance(minutes: 1)
        let owner = world.server.connect(from: "203.0.113.50")
        try refused(.locked) { try owner.login(Newcomer.phone) }
        _ = try recover(owner, Newcomer.phone, world.code(Newcomer.phone, .recover, owner))
        try owner.login(Newcomer.phone, "meadow-lark-55")
    }

    @Test("ACC-11a a phone changes by a code to the old one and one to the new")
    func changed() throws {
        let world = try World()
        let client = try world.newcomer()
        world.clock.advance(minutes: 1)
        let old = try world.code("", .oldPhone, client)
        let new = try world.code(Newcomer.other, .newPhone, client)
        try refused(.smsCodeWrong, field: "old_code") { try change(client, old: "", to: Newcomer.other, new) }
        try refused(.smsCodeWrong, field: "code") { try change(client, old: old, to: Newcomer.other, "") }
        // For another phone than the one that got the code.
        try refused(.smsCodeSpent, field: "code") { try change(client, old: old, to: "13911110009", new) }
        let reply = try change(client, old: old, to: Newcomer.other, new)
        #expect(reply.phone == "139****0002")
        try client.login(Newcomer.other)
        try refused(.wrongCredentials) { try client.login(Newcomer.phone) }
    }

    @Test("ACC-11a without the old phone a reviewer decides, once, and sees no phone", arguments: [true, false])
    func reviewed(approves: Bool) throws {
        let world = try World()
        let client = try world.newcomer()
        let code = try world.code(Newcomer.other, .newPhone, client)
        func ask(_ code: String) throws -> AskPhoneChangeReply {
            try client.call(
                .accountsAskPhoneChange,
                AskPhoneChangeRequest(phone: Newcomer.other, code: code, reason: "旧号停用"))
        }
        try refused(.smsCodeWrong) { try ask("") }
        let change = try ask(code).change
        world.clock.advance(minutes: 1)
        let again = try world.code(Newcomer.other, .newPhone, client)
        try refused(.wrongState) { try ask(again) }
        let admin = try world.client("admin")
        let waiting: ListReviewsReply = try admin.call(
            .reviewsListReviews, ListReviewsRequest(kind: .phoneChange, state: .waiting))
        #expect(waiting.reviews.map(\.subject) == [change])
        #expect(waiting.reviews.first?.title == "旧号停用")
        try refused(.wrongCredentials) { try world.server.connect().login(Newcomer.other) }
        try admin.decide(.phoneChange, change, approves ? .approve : .reject, reason: "核对")
        if approves {
            try world.server.connect().login(Newcomer.other)
            try refused(.wrongCredentials) { try world.server.connect().login(Newcomer.phone) }
        } else {
            try world.server.connect().login(Newcomer.phone)
            try refused(.wrongCredentials) { try world.server.connect().login(Newcomer.other) }
            _ = try ask(again)
        }
        #expect(
            try world.server.count("SELECT COUNT(*) FROM phone_change WHERE phone_sealed IS NOT NULL")
                == (approves ? 0 : 1))
    }

    @Test("ACC-11a codes that somebody else asked for change nobody's phone")
    func foreignCodes() throws {
        let world = try World()
        let victim = try world.newcomer()
        let thief = try world.newcomer(Newcomer.other)
        world.clock.advance(minutes: 1)
        let third = "13911110003"
        let old = try world.code("", .oldPhone, thief)
        let new = try world.code(third, .newPhone, thief)
        try refused(.smsCodeSpent) { try change(victim, old: old, to: third, new) }
        _ = try change(thief, old: old, to: third, new)
    }

    @Test("ACC-11a a phone that somebody has is not taken from them")
    func taken() throws {
        let world = try World()
        _ = try world.newcomer(Newcomer.other)
        let client = try world.newcomer()
        world.clock.advance(minutes: 1)
        let old = try world.code("", .oldPhone, client)
        let new = try world.code(Newcomer.other, .newPhone, client)
        try refused(.alreadyExists, field: "phone") { try change(client, old: old, to: Newcomer.other, new) }
    }

    @Test("ACC-2a a phone that a list gave is bound by its own code; bound and verified are told apart")
    func bound() throws {
        let world = try World()
        let client = try world.client("N01")
        func isBound() throws -> Bool {
            let me: LoginReply = try client.call(.accountsWhoAmI, WhoAmIRequest())
            return me.phoneBound
        }
        #expect(try !isBound())
        try refused(.wrongState, field: "purpose") { try client.askForCode("", .oldPhone) }
        let code = try world.code(World.phones[0], .newPhone, client)
        _ = try change(client, old: "", to: World.phones[0], code)
        #expect(try isBound())
    }

    @Test("ACC-4 codes for a person's own phone are for who is logged in")
    func anonymous() throws {
        let world = try World()
        let client = world.server.connect()
        try refused(.notLoggedIn) { try client.askForCode(Newcomer.phone, .newPhone) }
        try refused(.notLoggedIn) { try client.askForCode("", .oldPhone) }
        try refused(.invalid, field: "purpose") { try client.askForCode(Newcomer.phone, .organisationLogin) }
        try refused(.invalid, field: "purpose") { try client.askForCode(Newcomer.phone, nil) }
    }
}
