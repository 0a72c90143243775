import Application
import Crypto
import Domain
import Messages
import Storage
import Testing
import Threads
import Wire

@testable import Service

/// ACC-4b, ACC-5b, ACC-6b: nobody who is not logged in learns whether somebody has an account, by an answer or by the work
/// behind it; and nobody uses up the codes of another.
@Suite struct OracleTests {
    /// The answer of a call as its caller sees it: its reply, or the whole refusal.
    private func seen(_ call: () throws -> some Message) throws -> String {
        do {
            return "\(try call().serialized())"
        } catch let refusal as Client.Refusal {
            return "\(refusal.failure)"
        }
    }

    private func wrong(_ code: String) -> String { code == "000000" ? "000001" : "000000" }

    @Test(
        "ACC-6b a phone that nobody has is answered as one that somebody has, at the asking and at every try of a code")
    func recovery() throws {
        let world = try World()
        _ = try world.newcomer()
        world.clock.advance(minutes: 2)
        func answers(_ phone: String) throws -> [String] {
            let client = world.server.connect()
            func recover() throws -> String {
                let request = RecoverPasswordRequest(phone: phone, code: "000000", newPassword: "other-stone-43")
                return try seen { try client.call(.accountsRecoverPassword, request) as RecoverPasswordReply }
            }
            var answers = [try recover(), try seen { try client.askForCode(phone, .recover) }]
            answers.append(try seen { try client.askForCode(phone, .recover) })
            for _ in 1...6 { answers.append(try recover()) }
            return answers
        }
        let (known, unknown) = (try answers(Newcomer.phone), try answers(Newcomer.other))
        #expect(known == unknown)
        #expect(Set(known).count == 4)
    }

    /// A login up to the hashing of its password.
    private func derived(_ name: String, _ world: World) throws -> [PasswordHash.Cost] {
        let service = world.server.service
        let attempt = try world.server.read { snapshot in
            try service.accounts.loadLogin(
                LoginRequest(name: name, password: "wrong-stone-42"), context(.accountsLogin, snapshot, world))
        }
        return try service.accounts.checkLogin(attempt).check?.derived ?? []
    }

    private func context(_ method: Method, _ snapshot: Snapshot, _ world: World) -> ReadContext {
        let binding = ChannelBinding(exporter: [], challenge: [], versions: [])
        let call = Call(
            method: method, options: CallOptions(), caller: .anonymous, peer: Peer(address: "", binding: binding),
            now: world.clock.now)
        return ReadContext(
            snapshot: snapshot, call: call, now: world.clock.now, random: { [UInt8](repeating: 7, count: $0) })
    }

    @Test("ACC-5b a login derives the same hashes for a chosen password, a first password and a name that nobody has")
    func login() throws {
        let world = try World()
        _ = try world.newcomer()
        let made: CreateAccountReply = try world.client("admin").call(
            .accountsCreateAccount, CreateAccountRequest(name: "new-clerk", personName: "新职员"))
        #expect(!made.initialPassword.isEmpty)
        let names = [Newcomer.phone, "new-clerk", "nobody-here", Newcomer.other]
        for name in names {
            #expect(try derived(name, world) == [PasswordCheck.initialCost, .standard], "\(name)")
        }
        let answers = try names.map { name in
            try seen {
                try world.server.connect().call(
                    .accountsLogin, LoginRequest(name: name, password: "wrong-stone-42")) as LoginReply
            }
        }
        #expect(Set(answers).count == 1)
        // And the first password is still one.
        try world.server.connect().login("new-clerk", made.initialPassword)
    }

    @Test(
        "ACC-7b an organisation's login derives the same hashes for a first password, a chosen one, and no organisation"
    )
    func organisationLogin() throws {
        let world = try World()
        _ = try world.office(world.made.base, "base-one")
        _ = try world.organisationAccount(world.made.otherBase, "base-two")
        let service = world.server.service
        for name in ["base-one", "base-two", "base-nine"] {
            let solution = try world.server.connect().solved()
            let attempt = try world.server.read { snapshot in
                try service.accounts.loadOrganisationLogin(
                    OpenOrganisationLoginRequest(name: name, password: "wrong-stone-42", solution: solution),
                    context(.accountsOpenOrganisationLogin, snapshot, world))
            }
            let check = try service.accounts.checkOrganisationLogin(attempt).check
            #expect(check?.derived == [PasswordCheck.initialCost, .standard], "\(name)")
        }
        let answers = try ["base-one", "base-two", "base-nine"].map { name in
            try seen { try world.server.connect().open(name, "wrong-stone-42") }
        }
        #expect(Set(answers).count == 1)
    }

    @Test("ACC-1b who registers with a phone that somebody has is answered alike until they bring its code")
    func registration() throws {
        let world = try World()
        _ = try world.newcomer()
        world.clock.advance(minutes: 2)
        let answers = try [Newcomer.phone, Newcomer.other].map { phone in
            let client = world.server.connect()
            let asked = try seen { try client.askForCode(phone, .register) }
            let code = wrong(try world.lastCode())
            return [asked] + (try (1...6).map { _ in try seen { try client.register(phone, code: code) } })
        }
        #expect(answers[0] == answers[1])
    }

    @Test("ACC-4b strangers who use up the codes of an officer's phone hold up no second factor")
    func secondFactor() throws {
        let world = try World()
        let (_, login) = try world.office(world.made.base, "base-one")
        for _ in 1...10 {
            world.clock.advance(minutes: 1)
            try world.server.connect().askForCode(Office.phone, .register)
            try world.server.connect().askForCode(Office.phone, .recover)
        }
        world.clock.advance(minutes: 1)
        for purpose in [SmsPurpose.register, .recover] {
            try refused(.smsTooOften) { try world.server.connect().askForCode(Office.phone, purpose) }
        }
        _ = try world.enter("base-one", as: login.person?.id ?? 0)
    }

    @Test(
        "ACC-4b past the site's budget strangers are sent nothing, the operator is told once, and a second factor still goes out"
    )
    func site() throws {
        let world = try World()
        let (_, login) = try world.office(world.made.base, "base-one")
        var told: Int { world.server.logged.count { $0.contains("no more text messages") } }
        var accounts = world.server.service.accounts.settings
        (accounts.textsAnHour, accounts.textsADay) = (4, 6)
        world.server.service.adopt(accounts)
        // One was the office's own.
        for number in 0..<3 { try world.server.connect().askForCode("1371000000\(number)", .register) }
        let failure = try refused(.smsTooOften) { try world.server.connect().askForCode("13710000009", .recover) }
        #expect(failure.retryAfterMs == 3_600_000)
        #expect(told == 1)
        world.clock.advance(minutes: 1)
        _ = try world.enter("base-one", as: login.person?.id ?? 0)

        world.clock.advance(minutes: 59)
        try world.server.connect().askForCode("13710000004", .register)
        try refused(.smsTooOften) { try world.server.connect().askForCode("13710000005", .register) }
        #expect(told == 2)
        world.clock.advance(minutes: 23 * 60)
        try world.server.connect().askForCode("13710000005", .register)
    }
}
