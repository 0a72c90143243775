import Crypto
import Domain
import Foundation
import Messages
import Storage
import Testing

@Suite struct SmsCodeTests {
    @Test("ACC-4a a code has six digits, lasts 5 minutes and is taken once")
    func once() throws {
        let world = try World()
        let client = world.server.connect()
        let code = try world.code(Newcomer.phone, .register, client)
        #expect(code.utf8.count == 6 && code.allSatisfy(\.isNumber))
        world.clock.advance(ms: 300_000 - 1)
        _ = try client.register(Newcomer.phone, code: code)
        // Replayed for something else of the same purpose: the phone is somebody's now, but the code is nobody's.
        try refused(.smsCodeSpent, field: "code") { try client.register(Newcomer.phone, code: code) }
    }

    @Test("ACC-4a a code is refused from the fifth minute on", arguments: [Int64(0), 1])
    func tooOld(afterMs: Int64) throws {
        let world = try World()
        let client = world.server.connect()
        let code = try world.code(Newcomer.phone, .register, client)
        world.clock.advance(ms: 300_000 + afterMs)
        try refused(.smsCodeSpent, field: "code") { try client.register(Newcomer.phone, code: code) }
    }

    @Test("ACC-4b a second code within a minute is refused, one a minute later is sent")
    func oneAMinute() throws {
        let world = try World()
        let client = world.server.connect()
        let first = try client.askForCode(Newcomer.phone, .register)
        #expect(first.nextMs == world.clock.now + 60_000)
        world.clock.advance(ms: 59_999)
        try refused(.smsTooOften, field: "phone") { try client.askForCode(Newcomer.phone, .register) }
        // Another connection: it is the phone that counts. Another purpose, another phone are not affected.
        let other = world.server.connect()
        let failure = try refused(.smsTooOften, field: "phone") { try other.askForCode(Newcomer.phone, .register) }
        #expect(failure.retryAfterMs == 1)
        try other.askForCode(Newcomer.phone, .recover)
        try client.askForCode(Newcomer.other, .register)
        world.clock.advance(ms: 1)
        try client.askForCode(Newcomer.phone, .register)
    }

    @Test("ACC-4b the eleventh code of a day is refused, the next day's first is sent")
    func tenADay() throws {
        let world = try World()
        let client = world.server.connect()
        for _ in 1...10 {
            try client.askForCode(Newcomer.phone, .register)
            world.clock.advance(minutes: 1)
        }
        try refused(.smsTooOften, field: "phone") { try client.askForCode(Newcomer.phone, .register) }
        world.clock.set(World.midnight + 86_400_000 - 1)
        try refused(.smsTooOften, field: "phone") { try client.askForCode(Newcomer.phone, .register) }
        world.clock.advance(ms: 1)
        try client.askForCode(Newcomer.phone, .register)
    }

    @Test("ACC-4b one source has a hundred codes sent at once, to whatever phones, and then ten a minute")
    func oneSource() throws {
        let world = try World()
        let (here, there) = (world.server.connect(from: "198.51.100.7"), world.server.connect(from: "203.0.113.9"))
        // Codes that are not sent, because nobody has the phone, count alike.
        for number in 0..<100 {
            try here.askForCode("1371000\(1000 + number)", number.isMultiple(of: 2) ? .register : .recover)
        }
        let failure = try refused(.smsSourceTooOften) { try here.askForCode("13720000000", .register) }
        #expect(failure.retryAfterMs == 6_000 && failure.retryable)
        // Another connection, another port: it is the address that counts. Elsewhere nobody waits.
        try refused(.smsSourceTooOften) {
            try world.server.connect(from: "198.51.100.7:4711").askForCode("13720000000", .register)
        }
        try there.askForCode("13720000000", .register)
        world.clock.advance(ms: 5_999)
        try refused(.smsSourceTooOften) { try here.askForCode("13720000001", .register) }
        world.clock.advance(ms: 1)
        try here.askForCode("13720000001", .register)
        try refused(.smsSourceTooOften) { try here.askForCode("13720000002", .register) }
        world.clock.advance(ms: 6_001)
        try here.askForCode("13720000002", .register)
        // An organisation's login is no way around it.
        let (_, login) = try world.office(world.made.base, "base-one")
        world.clock.advance(minutes: 1)
        for number in 0..<10 { try here.askForCode("1373000000\(number)", .register) }
        let ticket = try here.open("base-one", Office.password).ticket
        try refused(.smsSourceTooOften) { try here.askForCode(ticket, login.person?.id ?? 0) }
        world.clock.advance(ms: 100 * 6_000)
        try world.server.expire()
        #expect(try world.server.count("SELECT COUNT(*) FROM sms_source") == 0)
    }

    @Test("ACC-4c the fifth wrong try burns a code; after four the right one is still taken", arguments: [4, 5])
    func burnt(tries: Int) throws {
        let world = try World()
        let client = world.server.connect()
        let code = try world.code(Newcomer.phone, .register, client)
        let wrong = code == "000000" ? "000001" : "000000"
        for _ in 1...tries {
            try refused(.smsCodeWrong, field: "code") { try client.register(Newcomer.phone, code: wrong) }
        }
        if tries < 5 {
            _ = try client.register(Newcomer.phone, code: code)
        } else {
            try refused(.smsCodeSpent, field: "code") { try client.register(Newcomer.phone, code: code) }
        }
    }

    @Test("ACC-4c a try that can be no code counts as a wrong one")
    func nonsense() throws {
        let world = try World()
        let client = world.server.connect()
        let code = try world.code(Newcomer.phone, .register, client)
        for nonsense in ["", "12345", "1234567", "\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}", String(repeating: "1", count: 3000)]
        {
            try refused(.smsCodeWrong) { try client.register(Newcomer.phone, code: nonsense) }
        }
        try refused(.smsCodeSpent) { try client.register(Newcomer.phone, code: code) }
    }

    @Test("ACC-4a a code of another purpose or another phone is refused")
    func bound() throws {
        let world = try World()
        let client = try world.newcomer()
        world.clock.advance(minutes: 1)
        let code = try world.code(Newcomer.phone, .recover, client)
        try refused(.smsCodeSpent) { try client.register(Newcomer.phone, code: code) }
        try refused(.smsCodeSpent) { try client.register(Newcomer.other, code: code) }
        let otherCode = try world.code(Newcomer.other, .register, client)
        try refused(code == otherCode ? .smsCodeSpent : .smsCodeWrong) {
            try client.call(
                .accountsRecoverPassword,
                RecoverPasswordRequest(phone: Newcomer.phone, code: otherCode, newPassword: "other-stone-43"),
                reply: RecoverPasswordReply.self)
        }
    }

    @Test("ACC-4d the operator reads codes in the outbox, phones masked, each reading audited, for a day")
    func outbox() throws {
        let world = try World()
        let client = world.server.connect()
        try client.askForCode(Newcomer.phone, .register)
        let admin = try world.client("admin")
        func list() throws -> [SmsEntry] {
            let reply: ListSmsOutboxReply = try admin.call(.accountsListSmsOutbox, ListSmsOutboxRequest())
            return reply.entries
        }
        let entry = try #require(try list().first)
        #expect(entry.phone == "139****0001")
        #expect(entry.state == .waiting && entry.purpose == .register && entry.text.contains("code"))
        #expect(try world.entries(.accountsListSmsOutbox) == 1)
        world.clock.advance(days: 1)
        #expect(try list().isEmpty)
        try world.server.expire()
        #expect(try world.server.count("SELECT COUNT(*) FROM outbox") == 0)
    }

    @Test("ACC-4d neither code, phone nor text of a message can be read in the database")
    func sealed() throws {
        let world = try World()
        let client = world.server.connect()
        let code = try world.code(Newcomer.phone, .register, client)
        let image = try world.server.image()
        #expect(image.range(of: Data(Newcomer.phone.utf8)) == nil)
        #expect(image.range(of: Data("Rollcall: \(code)".utf8)) == nil)
        #expect(try world.server.count("SELECT COUNT(*) FROM sms_code") == 1)
    }

    @Test("ACC-4e without a solved challenge nothing is sent and no registration begins")
    func challenge() throws {
        let world = try World()
        let client = world.server.connect()
        func send(_ solution: Solution?) throws -> SendSmsCodeReply {
            try client.call(
                .accountsSendSmsCode,
                SendSmsCodeRequest(phone: Newcomer.phone, purpose: .register, solution: solution))
        }
        try refused(.challengeWrong) { try send(nil) }
        try refused(.challengeWrong) { try send(Solution()) }
        let solution = try client.solved()
        var forged = solution
        for index in solution.puzzle.indices {
            forged.puzzle = solution.puzzle
            forged.puzzle[index] ^= 1
            try refused(.challengeWrong) { try send(forged) }
        }
        // Difficulty 0 of one's own making.
        forged.puzzle = solution.puzzle
        forged.puzzle[1] = 0
        try refused(.challengeWrong) { try send(forged) }
        var unsolved = solution
        repeat { unsolved.nonce += 1 } while isSolved(unsolved)
        try refused(.challengeWrong) { try send(unsolved) }
        try refused(.challengeWrong) {
            try client.call(
                .accountsBeginRegistration,
                BeginRegistrationRequest(personName: "张三", idNumber: Newcomer.identity, solution: unsolved),
                reply: BeginRegistrationReply.self)
        }
        #expect(try world.server.count("SELECT COUNT(*) FROM outbox") == 0)
        _ = try send(solution)
    }

    @Test("ACC-4e a solution is taken once, and for five minutes", arguments: [Int64(-1), 0])
    func solutionOnce(atEndMs: Int64) throws {
        let world = try World()
        let client = world.server.connect()
        let solution = try client.solved()
        world.clock.advance(ms: 300_000 + atEndMs)
        func send(_ phone: String) throws -> SendSmsCodeReply {
            try client.call(
                .accountsSendSmsCode, SendSmsCodeRequest(phone: phone, purpose: .register, solution: solution))
        }
        if atEndMs < 0 {
            _ = try send(Newcomer.phone)
            try refused(.challengeSpent) { try send(Newcomer.other) }
            world.clock.advance(ms: 1)
            try world.server.expire()
            #expect(try world.server.count("SELECT COUNT(*) FROM spent_once") == 0)
        }
        try refused(.challengeSpent) { try send(Newcomer.other) }
    }

    private func isSolved(_ solution: Solution) -> Bool {
        Puzzle.isSolved(ProofOfWork.digest(solution.puzzle, solution.nonce), difficulty: 4)
    }
}
