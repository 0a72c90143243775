import Application
import Crypto
import Messages
import Passes
import Storage
import Testing
import Wire

@Suite struct EnrolmentTests {
    @Test("SYN-1a a code enrols one terminal of its base; the same key gets the same answer, another is refused")
    func once() throws {
        let world = try World()
        let code = try Door.code(from: world.client("keeper"), base: world.made.base)
        let door = try Door(world.server, seed: 1)
        let reply = try door.enrol(code)
        #expect(reply.base == world.made.base && reply.baseName == "第一培训基地" && reply.name == "东门")
        // The reply was lost: asked again, over a new connection, after the code has expired.
        world.clock.advance(days: 1)
        door.anonymously()
        #expect(try door.enrol(code) == reply)
        try refused(.enrolmentCodeInvalid) { try Door(world.server, seed: 2).enrol(code) }
        #expect(try world.server.count("SELECT COUNT(*) FROM terminal") == 1)
        // Both connections are the terminal's.
        _ = try door.open()
        // No second terminal for one key.
        let second = try Door.code(from: world.client("keeper"), base: world.made.base)
        door.anonymously()
        try refused(.alreadyExists, field: "device_key") { try door.enrol(second) }
    }

    @Test("SYN-1a a code ends after 15 minutes to the millisecond, and an unknown or short one is no code")
    func expired() throws {
        let world = try World()
        let admin = try world.client("admin")
        let codes = try (0..<2).map { _ in try Door.code(from: admin, base: world.made.base) }
        world.clock.advance(ms: 15 * 60_000 - 1)
        try Door(world.server, seed: 1).enrol(codes[0])
        world.clock.advance(ms: 1)
        let late = try Door(world.server, seed: 2)
        try refused(.enrolmentCodeInvalid) { try late.enrol(codes[1]) }
        let unknown = try EnrolmentCode(random: [UInt8](repeating: 1, count: 10))
        try refused(.enrolmentCodeInvalid) { try late.enrol(unknown) }
        for secret in [[], [1], [UInt8](repeating: 1, count: 16)] {
            try refused(.enrolmentCodeInvalid) {
                try late.client.call(
                    .terminalsEnrol, EnrolRequest(secret: secret, deviceKey: late.key.publicKey.bytes),
                    reply: EnrolReply.self)
            }
        }
    }

    @Test("SYN-1a a code is 16 symbols, and its card names the site besides")
    func card() throws {
        let world = try World()
        let reply: CreateEnrolmentCodeReply = try world.client("keeper").call(
            .terminalsCreateEnrolmentCode, CreateEnrolmentCodeRequest(base: world.made.base, name: "东门"))
        #expect(reply.code.count(where: { $0 != "-" }) == 16)
        #expect(reply.expiresMs == world.clock.now + 15 * 60_000)
        let card = try EnrolmentCard(text: reply.card)
        #expect(try card.code == EnrolmentCode(text: reply.code))
        #expect(card.site.matches(siteID: world.server.siteKey.publicKey.siteID))
    }

    @Test("SYN-1a five wrong codes a source, then one every three minutes; the right one waits as well, others do not")
    func guessing() throws {
        let world = try World()
        let admin = try world.client("admin")
        let code = try Door.code(from: admin, base: world.made.base)
        let door = try Door(world.server, seed: 1)
        for guess in UInt8(1)...5 {
            let wrong = try EnrolmentCode(random: [UInt8](repeating: guess, count: 10))
            try refused(.enrolmentCodeInvalid) { try door.enrol(wrong) }
        }
        try refused(.locked) { try door.enrol(code) }
        world.clock.advance(ms: 3 * 60_000 - 1)
        try refused(.locked) { try door.enrol(code) }
        world.clock.advance(ms: 1)
        try door.enrol(code)
        #expect(try world.server.count("SELECT COUNT(*) FROM terminal") == 1)
    }

    @Test("SYN-1a a proof is good for one key, one code, one connection and the versions it saw")
    func proofs() throws {
        let world = try World()
        let code = try Door.code(from: world.client("keeper"), base: world.made.base)
        let door = try Door(world.server, seed: 1)
        let other = try Door(world.server, seed: 2)
        let elsewhere = world.server.connect()
        let downgraded = Client(world.server, number: 7777, versions: [1, 2, 1])
        let proofs: [[UInt8]] = [
            [], [UInt8](repeating: 0, count: 64), other.proof(.enrolmentProof, code.secret),
            door.proof(.enrolmentProof, over: elsewhere, code.secret),
            door.proof(.enrolmentProof, over: downgraded, code.secret),
            door.proof(.terminalAuthentication, code.secret), door.proof(.enrolmentProof),
            Array(door.proof(.enrolmentProof, code.secret).dropLast()),
        ]
        for proof in proofs { try refused(.badProof) { try door.enrol(code, proof: proof) } }
        // The code was not spent on any of them.
        try door.enrol(code)
    }

    @Test("SYN-1a a device key that is no key is refused as any other wrong proof", arguments: [0, 1, 0xFF])
    func keys(byte: UInt8) throws {
        let world = try World()
        let code = try Door.code(from: world.client("keeper"), base: world.made.base)
        let client = world.server.connect()
        let key = [UInt8](repeating: byte, count: 32)
        try refused(.badProof) {
            try client.call(
                .terminalsEnrol,
                EnrolRequest(secret: code.secret, deviceKey: key, proof: [UInt8](repeating: byte, count: 64)),
                reply: EnrolReply.self)
        }
        for size in [0, 31, 33] {
            try refused(.badProof) {
                try client.call(
                    .terminalsAuthenticate,
                    AuthenticateRequest(
                        deviceKey: [UInt8](repeating: byte, count: size), proof: [UInt8](repeating: byte, count: 64)),
                    reply: AuthenticateReply.self)
            }
        }
        #expect(world.server.logged.isEmpty)
    }

    @Test("a recorded authentication is worth nothing on another connection, nor after a downgrade")
    func replayed() throws {
        let world = try World()
        let door = try Door(in: world)
        let recorded = door.proof(.terminalAuthentication)
        let reply = try door.authenticate(proof: recorded)
        #expect(reply.terminal == door.terminal && reply.base == world.made.base)
        door.anonymously()
        try refused(.badProof) { try door.authenticate(proof: recorded) }
        try refused(.badProof) { try door.authenticate(proof: door.proof(.enrolmentProof)) }
        let downgraded = Client(world.server, number: 8888, versions: [1, 2, 1])
        try refused(.badProof) { try door.authenticate(proof: door.proof(.terminalAuthentication, over: downgraded)) }
        #expect(!door.client.isAuthenticated)
        try refused(.notLoggedIn) { try door.open() }
        try door.authenticate()
        #expect(door.client.isAuthenticated)
        // A key nobody has enrolled.
        try refused(.badProof) { try Door(world.server, seed: 9).authenticate() }
    }

    @Test("SYN-7 a revoked terminal is told so wherever it comes, and what it recorded before stays")
    func revoked() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let code = try Door.code(from: keeper, base: world.made.base)
        let door = try Door(world.server, seed: 1)
        try door.enrol(code)
        try door.scan(world.person("N01"), offering: world.offering)
        try door.sync()
        try refused(.invalid, field: "reason") {
            try keeper.call(
                .terminalsRevokeTerminal, RevokeTerminalRequest(terminal: door.terminal),
                reply: RevokeTerminalReply.self)
        }
        let reply: RevokeTerminalReply = try keeper.call(
            .terminalsRevokeTerminal, RevokeTerminalRequest(terminal: door.terminal, reason: "被盗"))
        #expect(reply.terminal?.revoked == true && reply.terminal?.facts == 1)
        #expect(door.client.goodbye?.code == .terminalRevoked, "its live connection is closed")
        #expect(keeper.goodbye == nil)
        // On the connection it has, on a new one, with its key, with its old code.
        #expect(try door.open().verdict == .revoked)
        door.newEpoch(2)
        #expect(try door.open().verdict == .revoked)
        #expect(try world.server.count("SELECT COUNT(*) FROM log WHERE terminal <> 0") == 1)
        #expect(door.client.events.first == Event(kind: .revoked))
        try refused(.terminalRevoked) { try door.pull() }
        try refused(.terminalRevoked) { try door.push(try door.scan(world.person("N02"), offering: world.offering)) }
        door.anonymously()
        try refused(.terminalRevoked) { try door.authenticate() }
        try refused(.terminalRevoked) { try door.enrol(code) }
        let scans: ListScansReply = try keeper.call(
            .attendanceListScans, ListScansRequest(offering: world.offering))
        #expect(scans.scans.map(\.state) == [.counted])
        try refused(.wrongState, field: "terminal") {
            try keeper.call(
                .terminalsRevokeTerminal, RevokeTerminalRequest(terminal: door.terminal, reason: "再次"),
                reply: RevokeTerminalReply.self)
        }
        for terminal in [UInt64(0), 1 << 60, .max] {
            try refused(.notFound, field: "terminal") {
                try keeper.call(
                    .terminalsRevokeTerminal, RevokeTerminalRequest(terminal: terminal, reason: "x"),
                    reply: RevokeTerminalReply.self)
            }
        }
    }
}
