import Application
import Domain
import Messages
import Storage
import Testing
import Threads
import Wire

@Suite struct RegistrationTests {
    @Test("ACC-3b a registration asks the provider on a thread for gateways, and hashes its password on another")
    func pools() throws {
        let world = try World(identityProvider: IdentityProvider { _, _ in .matches })
        let client = world.server.connect()
        let ticket = try client.ticket("赵六", Newcomer.identity)
        let code = try world.code(Newcomer.phone, .register, client)
        world.server.executor.pools.withLock { $0 = [] }
        _ = try client.register(Newcomer.phone, code: code, ticket: ticket, account: "zhao.liu")
        #expect(world.server.executor.pools.withLock { $0 } == [.gateways, .hashing])
    }

    @Test("ACC-1a name, ID number and challenge, then account name, password, phone and code make an account")
    func byIdentity() throws {
        let world = try World()
        let client = world.server.connect()
        let ticket = try client.ticket(" 林晓 ", Newcomer.identity)
        let code = try world.code(Newcomer.phone, .register, client)
        let reply = try client.register(Newcomer.phone, code: code, ticket: ticket, account: "Lin.Xiao")
        #expect(reply.account == "lin.xiao")
        for name in ["lin.xiao", Newcomer.phone, Newcomer.identity] {
            let login = try world.server.connect().login(name)
            #expect(login.person?.id == reply.person)
            #expect(login.person?.name == "林晓")
            #expect(login.phoneBound && !login.mustChangePassword && login.roles.isEmpty)
        }
    }

    @Test(
        "ACC-1a the first step refuses names and ID numbers that can be nobody's",
        arguments: [
            ("张三", "320106199003078517"), ("张三", "3201061990030785"), ("张三", ""), ("", Newcomer.identity),
            ("张\u{0}三", Newcomer.identity), ("张\u{202E}三", Newcomer.identity), ("张\u{200B}三", Newcomer.identity),
            (String(repeating: "王", count: 10_000), Newcomer.identity), ("张三", "\u{0}" + Newcomer.identity),
        ])
    func badClaim(name: String, number: String) throws {
        let world = try World()
        let client = world.server.connect()
        try refused(.invalid) { try client.ticket(name, number) }
    }

    @Test("ACC-1a a ticket lasts 15 minutes and is nobody else's making", arguments: [Int64(-1), 0])
    func ticket(atEndMs: Int64) throws {
        let world = try World()
        let client = world.server.connect()
        let ticket = try client.ticket("林晓", Newcomer.identity)
        world.clock.advance(ms: RegistrationTicketLife.ms - 30_000)
        let code = try world.code(Newcomer.phone, .register, client)
        world.clock.advance(ms: 30_000 + atEndMs)
        for index in stride(from: 0, to: ticket.count, by: 7) {
            var forged = ticket
            forged[index] ^= 1
            try refused(.ticketInvalid) {
                try client.register(Newcomer.phone, code: code, ticket: forged, account: "linxiao")
            }
        }
        func register() throws -> RegisterReply {
            try client.register(Newcomer.phone, code: code, ticket: ticket, account: "linxiao")
        }
        if atEndMs < 0 { _ = try register() } else { try refused(.ticketInvalid) { try register() } }
    }

    @Test("ACC-1b phone, code and password alone make an account that logs in, its identity unverified")
    func byPhone() throws {
        let world = try World()
        let client = try world.newcomer()
        let me: LoginReply = try client.call(.accountsWhoAmI, WhoAmIRequest())
        #expect(me.person?.name == "" && me.person?.phone == "139****0001")
        #expect(me.phoneBound)
        #expect(me.roles.isEmpty)
    }

    @Test("ACC-1b whoever registered by phone alone joins the roster that has the phone, and gets its name")
    func nameless() throws {
        let world = try World()
        let client = try world.newcomer()
        let me: LoginReply = try client.call(.accountsWhoAmI, WhoAmIRequest())
        let (keeper, offering) = (try world.client("keeper"), try world.emptyOffering())
        let upload = try keeper.upload(Array("编号,姓名,手机号\nP1,林晓,\(Newcomer.phone)\n".utf8), to: offering)
        #expect((upload.added, upload.badCount) == (1, 0), "\(upload.bad)")
        #expect(try keeper.roster(offering).map(\.name) == ["林晓"])
        #expect(try keeper.roster(offering).map(\.person) == [me.person?.id])
    }

    @Test("ACC-1b somebody whom a list holds without an account joins it by the phone that stands there")
    func joinsByPhone() throws {
        let world = try World()
        let client = world.server.connect()
        let reply = try client.register(World.phones[4], code: world.code(World.phones[4], .register, client))
        #expect(reply.person == (try world.person("N05")))
        #expect(try client.login(World.phones[4]).person?.name == "韩梅梅")
    }

    @Test("ACC-1a who is on a list joins it by ID number only with the phone that stands beside it")
    func joinsByIdentity() throws {
        let world = try World()
        // N02 has phone and ID number; without its account nobody has claimed them.
        try world.server.database.write { transaction in
            try transaction.execute("DELETE FROM account WHERE person = ?1", world.person("N02"))
        }
        let client = world.server.connect()
        let ticket = try client.ticket(World.names[1], World.identities[1])
        let foreign = try world.code(Newcomer.phone, .register, client)
        try refused(.alreadyExists, field: "id_number") {
            try client.register(Newcomer.phone, code: foreign, ticket: ticket, account: "ouyang")
        }
        let own = try world.code(World.phones[1], .register, client)
        let namesake = try client.ticket("别人", World.identities[1])
        try refused(.alreadyExists, field: "id_number") {
            try client.register(World.phones[1], code: own, ticket: namesake, account: "ouyang")
        }
        let reply = try client.register(World.phones[1], code: own, ticket: ticket, account: "ouyang")
        #expect(reply.person == (try world.person("N02")))
    }

    @Test("ACC-1a a phone that a list only wrote down goes to who proves it")
    func takesPhone() throws {
        let world = try World()
        let client = world.server.connect()
        let ticket = try client.ticket("林晓", Newcomer.identity)
        let code = try world.code(World.phones[5], .register, client)
        let reply = try client.register(World.phones[5], code: code, ticket: ticket, account: "linxiao")
        #expect(reply.person != (try world.person("N06")))
        #expect(
            try world.server.count(
                "SELECT COUNT(*) FROM person WHERE id = ?1 AND phone_hash IS NULL", world.person("N06")) == 1)
        #expect(try world.server.connect().login(World.phones[5]).person?.id == reply.person)
    }

    @Test("ACC-1 a phone, an ID number and an account name are had once")
    func taken() throws {
        let world = try World()
        _ = try world.newcomer()
        world.clock.advance(minutes: 1)
        let client = world.server.connect()
        let again = try world.code(Newcomer.phone, .register, client)
        try refused(.alreadyExists, field: "phone") { try client.register(Newcomer.phone, code: again) }
        let code = try world.code(Newcomer.other, .register, client)
        try refused(.alreadyExists, field: "account") {
            try client.register(Newcomer.other, code: code, account: "keeper")
        }
        try refused(.invalid, field: "account") { try client.register(Newcomer.other, code: code, account: "u12") }
        let held = try client.ticket("张三", World.identities[0])
        try refused(.alreadyExists, field: "id_number") {
            try client.register(Newcomer.other, code: code, ticket: held, account: "zhangsan")
        }
        // None of these took the code.
        _ = try client.register(Newcomer.other, code: code)
    }

    @Test("ACC-6c weak passwords, and those that name the person, are refused at registration too")
    func weak() throws {
        let world = try World()
        let client = world.server.connect()
        let code = try world.code(Newcomer.phone, .register, client)
        for password in ["", "123456", Newcomer.phone + "a", "a\u{0}bcdefgh1", String(repeating: "长", count: 10_000)] {
            try refused(.weakPassword, field: "password") {
                try client.register(Newcomer.phone, code: code, password: password)
            }
        }
    }

    @Test("ACC-11d without consent to the present privacy text nobody registers; its version is kept")
    func consent() throws {
        let world = try World()
        let client = world.server.connect()
        let terms: TermsReply = try client.call(.accountsTerms, TermsRequest())
        #expect(terms.privacyVersion == "2026-10")
        let code = try world.code(Newcomer.phone, .register, client)
        for version in ["", "2026-09", "2026-10 "] {
            try refused(.consentRequired, field: "privacy_version") {
                try client.register(Newcomer.phone, code: code, version: version)
            }
        }
        let reply = try client.register(Newcomer.phone, code: code, version: terms.privacyVersion)
        #expect(
            try world.server.count(
                "SELECT COUNT(*) FROM consent WHERE person = ?1 AND version = '2026-10' AND at_ms = ?2", reply.person,
                world.clock.now) == 1)
    }

    @Test("ACC-1 of 50 connections that race for a phone one wins, and the rest are told that it exists")
    func phoneRace() throws {
        let world = try World()
        let clients = (1...50).map { _ in world.server.connect() }
        let code = try world.code(Newcomer.phone, .register, clients[0])
        let request = RegisterRequest(
            password: Newcomer.password, phone: Newcomer.phone, code: code, privacyVersion: "2026-10")
        let streams = clients.map { $0.begin(.accountsRegister, request.serialized()) }
        for client in clients { client.settle() }
        let answers = zip(clients, streams).map { $0.answer($1) }
        #expect(answers.count { $0?.failure == nil && $0?.isOver == true } == 1)
        #expect(answers.count { $0?.failure?.code == .alreadyExists } == 49)
    }

    @Test("ACC-1, ACC-3c of 50 connections that race for an ID number one wins, and the rest are told that it exists")
    func identityRace() throws {
        let world = try World()
        let clients = (1...50).map { _ in world.server.connect() }
        let streams = try clients.enumerated().map { index, client in
            let phone = "1392222\(1000 + index)"
            let request = RegisterRequest(
                ticket: try client.ticket("林晓", Newcomer.identity), account: "linxiao\(index)",
                password: Newcomer.password, phone: phone, code: try world.code(phone, .register, client),
                privacyVersion: "2026-10")
            return client.begin(.accountsRegister, request.serialized())
        }
        for client in clients { client.settle() }
        let answers = zip(clients, streams).map { $0.answer($1) }
        #expect(answers.count { $0?.failure == nil && $0?.isOver == true } == 1)
        #expect(answers.count { $0?.failure?.code == .alreadyExists && $0?.failure?.field == "id_number" } == 49)
        #expect(try world.server.count("SELECT COUNT(*) FROM account WHERE name LIKE 'linxiao%'") == 1)
    }

    private enum RegistrationTicketLife { static let ms: Int64 = 15 * 60_000 }
}
