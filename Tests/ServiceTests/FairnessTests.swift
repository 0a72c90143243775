import Application
import Crypto
import Messages
import Passes
import Storage
import Testing
import Threads
import Wire

/// OPS-3: one caller delays the others only by their turn.
@Suite struct FairnessTests {
    // The writer

    @Test("OPS-3 a stranger who proves nothing is refused without the writer, whatever they ask for")
    func strangers() throws {
        let world = try World()
        let door = try Door(in: world)
        let wrong = [UInt8](repeating: 1, count: 64)
        var requests: [(Method, [UInt8])] = Method.allCases
            .filter { $0.rule.allows.contains(.anyone) && $0.rule.effect != .reads }.map { ($0, []) }
        #expect(requests.count > 10)
        for key in [door.key.publicKey.bytes, try SigningKey(seed: [UInt8](repeating: 9, count: 32)).publicKey.bytes] {
            requests.append((.terminalsAuthenticate, serialized(AuthenticateRequest(deviceKey: key, proof: wrong))))
        }
        let code = try Door.code(from: world.client("keeper"), base: world.made.base)
        for secret in [code.secret, [UInt8](repeating: 2, count: 16)] {
            let request = EnrolRequest(secret: secret, deviceKey: door.key.publicKey.bytes, proof: wrong)
            requests.append((.terminalsEnrol, serialized(request)))
        }
        requests.append((.accountsResumeSession, serialized(ResumeSessionRequest(session: wrong))))
        for (method, request) in requests where method != .accountsLogin && method != .accountsOpenOrganisationLogin {
            let client = world.server.connect()
            let stream = client.begin(method, request)
            #expect(world.server.executor.waits == 0, "\(method) waits for the writer")
            #expect(client.answer(stream)?.failure != nil, "\(method)")
            client.settle()
        }
    }

    @Test("OPS-3 a session is resumed, and a terminal authenticates again, without the writer")
    func resumed() throws {
        let world = try World()
        let door = try Door(in: world)
        try door.reconnect()
        door.anonymously()
        let client = door.client
        let stream = client.begin(
            .terminalsAuthenticate,
            serialized(
                AuthenticateRequest(
                    deviceKey: door.key.publicKey.bytes, proof: door.proof(.terminalAuthentication))))
        #expect(world.server.executor.waits == 0)
        #expect(client.answer(stream)?.failure == nil && client.isAuthenticated)
        _ = try door.open()

        let session = try #require(world.made.sessions["keeper"])
        _ = try world.client("keeper")
        let other = world.server.connect()
        let resumed = other.begin(.accountsResumeSession, serialized(ResumeSessionRequest(session: session)))
        #expect(world.server.executor.waits == 0)
        #expect(other.answer(resumed)?.failure == nil && other.isAuthenticated)
    }

    // Given up

    @Test("OPS-3 a cancelled call has its one answer at once, and is not begun")
    func cancelled() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let before = try world.server.count("SELECT COUNT(*) FROM enrolment_code")
        let request = serialized(CreateEnrolmentCodeRequest(base: world.made.base, name: "东门"))
        let stream = keeper.begin(.terminalsCreateEnrolmentCode, request)
        keeper.cancel(stream)
        #expect(keeper.answer(stream)?.failure?.code == .cancelled)
        keeper.settle()
        #expect(try world.server.count("SELECT COUNT(*) FROM enrolment_code") == before)

        // A connection that has ended is heard no more either.
        keeper.begin(.terminalsCreateEnrolmentCode, request)
        keeper.disconnect()
        keeper.settle()
        #expect(try world.server.count("SELECT COUNT(*) FROM enrolment_code") == before)
    }

    @Test("OPS-3 a push, a pull and an upload that are cancelled have one answer each and leave nothing behind")
    func cancelledStreams() throws {
        let world = try World()
        let door = try Door.synced(world)
        let client = door.client
        for _ in 0..<300 {
            let push = client.begin(.syncPush, [])
            client.cancel(push)
            client.send([[]], on: push)
            let pull = client.begin(.syncPull, [])
            client.cancel(pull)
            #expect(client.answer(push)?.failure?.code == .cancelled)
            // It was answered before it was cancelled.
            #expect(client.answer(pull)?.isOver == true)
        }
        client.settle()
        #expect(client.openStreams == 0)

        let trainee = try world.client("N01")
        let photo = Papers.jpeg()
        let request = UploadPhotoRequest(
            side: .front, size: UInt32(photo.count), digest: Digest.file(photo))
        let upload = trainee.begin(.identityUploadPhoto, serialized(request))
        trainee.cancel(upload)
        #expect(trainee.answer(upload)?.failure?.code == .cancelled)
        trainee.settle()
        #expect(trainee.openStreams == 0)
    }

    @Test("OPS-3 a call whose deadline has passed when its turn comes is not begun")
    func late() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        keeper.deadlineMs = 1000
        let before = try world.server.count("SELECT COUNT(*) FROM enrolment_code")
        let stream = keeper.begin(
            .terminalsCreateEnrolmentCode,
            serialized(CreateEnrolmentCodeRequest(base: world.made.base, name: "东门")))
        world.clock.advance(ms: 1001)
        keeper.settle()
        #expect(keeper.answer(stream)?.failure?.code == .deadline)
        #expect(try world.server.count("SELECT COUNT(*) FROM enrolment_code") == before)
    }

    // What a caller may do, now

    @Test("ORG-2 a role that is taken away counts from the next command on, also for one that waits already")
    func roleTaken() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let request = serialized(CreateEnrolmentCodeRequest(base: world.made.base, name: "东门"))
        #expect(try keeper.code(.terminalsCreateEnrolmentCode, request) == nil)
        let waiting = keeper.begin(.terminalsCreateEnrolmentCode, request)
        try world.server.database.write {
            try $0.execute("DELETE FROM role_grant WHERE role = ?1", Role.baseAdmin.rawValue)
        }
        keeper.settle()
        #expect(keeper.answer(waiting)?.failure?.code == .notAllowed)
        #expect(try keeper.code(.terminalsListTerminals) == .notAllowed)

        try world.server.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO role_grant (person, role, organisation) \
                SELECT person, ?1, ?2 FROM account WHERE name = 'keeper'
                """, Role.baseAdmin.rawValue, world.made.base)
        }
        #expect(try world.client("keeper").code(.terminalsCreateEnrolmentCode, request) == nil)
    }

    @Test("ACC-5c a session that is ended counts from the next command on, also for one that waits already")
    func sessionEnded() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let waiting = keeper.begin(
            .terminalsCreateEnrolmentCode,
            serialized(CreateEnrolmentCodeRequest(base: world.made.base, name: "东门")))
        try world.server.database.write { _ = try $0.execute("DELETE FROM session") }
        keeper.settle()
        #expect(keeper.answer(waiting)?.failure?.code == .sessionExpired)
    }

    // Budgets

    @Test("OPS-3 of refused calls the audit log has a few entries a minute, and one that says how many more there were")
    func refusals() throws {
        let world = try World()
        let trainee = try world.client("N01")
        var told: [ErrorCode?: Int] = [:]
        for _ in 0..<1000 { told[try trainee.code(.terminalsListTerminals), default: 0] += 1 }
        #expect(told == [.notAllowed: 300, .busy: 700])
        #expect(try world.refusals(.terminalsListTerminals) == 10)
        world.clock.advance(minutes: 1)
        world.server.application.recordRefusals()
        trainee.settle()
        #expect(try world.refusals(.terminalsListTerminals) == 11)
        let said = try world.server.count("SELECT COUNT(*) FROM audit WHERE detail LIKE 'and 290 more%'")
        #expect(said == 1)
        // Another is not held up, and the caller is not for ever.
        #expect(try world.client("N02").code(.accountsWhoAmI) == nil)
        #expect(try trainee.code(.accountsWhoAmI) == nil)
    }

    @Test("OPS-3 a person checks in as often as a person does, and is told when to try again")
    func checkIns() throws {
        let world = try World()
        let shown: VenueCodeReply = try world.client("keeper").call(
            .attendanceVenueCode, VenueCodeRequest(offering: world.offering))
        let request = serialized(CheckInRequest(code: shown.code))
        let trainee = try world.client("N01")
        for _ in 0..<600 { trainee.begin(.attendanceCheckIn, request) }
        trainee.settle()
        let late = trainee.begin(.attendanceCheckIn, request)
        trainee.locale = "zh"
        let again = trainee.begin(.attendanceCheckIn, request)
        let refused = try #require(trainee.answer(late)?.failure)
        #expect(refused.code == .busy && refused.retryable && refused.retryAfterMs == 10_000)
        #expect(trainee.answer(again)?.failure?.text.contains("您的签到过于频繁") == true)
        #expect(try world.client("N02").code(.attendanceCheckIn, request) == nil)
        world.clock.advance(s: 10)
        #expect(try trainee.code(.attendanceCheckIn, request) == nil)
    }

    @Test("OPS-3 one account has eight passwords tried at once, and others log in meanwhile")
    func logins() throws {
        let world = try World()
        let request = LoginRequest(name: "keeper", password: try #require(world.made.passwords["keeper"]))
        let clients = (0..<10).map { _ in world.server.connect() }
        let streams = clients.map { $0.begin(.accountsLogin, serialized(request)) }
        let other = world.server.connect()
        let admin = other.begin(
            .accountsLogin,
            serialized(LoginRequest(name: "admin", password: try #require(world.made.passwords["admin"]))))
        other.settle()
        let told = zip(clients, streams).map { $0.answer($1)?.failure?.code }
        #expect(told == Array(repeating: nil, count: 8) + [.busy, .busy])
        #expect(other.answer(admin)?.failure == nil)
        #expect(try clients[9].code(.accountsLogin, serialized(request)) == nil)
    }

    @Test("OPS-3 whoever has the password logs in as often as a person does, and is told when to try again")
    func loginsWithoutEnd() throws {
        let world = try World()
        func login(_ name: String) throws -> Answered? {
            let client = world.server.connect()
            let request = LoginRequest(name: name, password: try #require(world.made.passwords[name]))
            let stream = client.begin(.accountsLogin, serialized(request))
            client.settle()
            return client.answer(stream)
        }
        for _ in 0..<60 { #expect(try login("keeper")?.failure == nil) }
        let refused = try #require(try login("keeper")?.failure)
        #expect(refused.code == .busy && refused.retryable && refused.retryAfterMs == 10_000)
        #expect(try login("admin")?.failure == nil)
        world.clock.advance(s: 10)
        #expect(try login("keeper")?.failure == nil)
    }

    @Test("OPS-3 a person who does not wait when told to waits with everything")
    func impatient() throws {
        let world = try World()
        let shown: VenueCodeReply = try world.client("keeper").call(
            .attendanceVenueCode, VenueCodeRequest(offering: world.offering))
        let request = serialized(CheckInRequest(code: shown.code))
        let trainee = try world.client("N01")
        for _ in 0..<899 { trainee.begin(.attendanceCheckIn, request) }
        trainee.settle()
        #expect(try trainee.code(.accountsWhoAmI) == nil)
        #expect(try trainee.code(.attendanceCheckIn, request) == .busy)
        #expect(try trainee.code(.accountsWhoAmI) == .busy)
        #expect(try world.client("N02").code(.accountsWhoAmI) == nil)
        world.clock.advance(s: 5)
        #expect(try trainee.code(.accountsWhoAmI) == nil)
    }

    @Test("OPS-3 a person has fifty sessions; one more ends the one used longest ago, and its connections")
    func sessions() throws {
        let world = try World()
        let first = try world.client("keeper")
        let person = try #require(try first.call(.accountsWhoAmI, WhoAmIRequest(), reply: LoginReply.self).person).id
        let request = LoginRequest(name: "keeper", password: try #require(world.made.passwords["keeper"]))
        for _ in 0..<51 {
            world.clock.advance(s: 1)
            _ = try world.server.connect().call(.accountsLogin, request, reply: LoginReply.self)
        }
        #expect(try world.server.count("SELECT COUNT(*) FROM session WHERE person = ?1", person) == 50)
        #expect(first.goodbye?.code == .sessionExpired)
        #expect(try first.code(.accountsWhoAmI) == .sessionExpired)
    }
}
