import Application
import Causality
import Crypto
import Facts
import Journal
import Messages
import Passes
import Storage
import Wire

/// A terminal: a key, a log and its sealed batches. Talks to the server in any way a test wants, honest or not.
final class Door {
    let key: SigningKey
    private(set) var client: Client
    private(set) var chain: Chain
    private(set) var opening: LogOpening
    /// The sealed batches, in order.
    private(set) var batches: [SealedBatch] = []
    private(set) var terminal: UInt64 = 0
    private var handle: UInt32 = 0
    let site: [UInt8]
    /// The next fact's time, UTC milliseconds.
    var time: Int64 = TestServer.nine
    /// The offset of its wall clock from true time.
    var wallOffMs: Int64 = 0
    /// When the server authenticated it on the present connection.
    private var knownMs: Int64 = 0
    /// The present boot, and its start.
    private(set) var boot: (number: UInt64, atMs: Int64) = (1, TestServer.nine - 40 * 86_400_000)

    init(_ server: TestServer, seed: UInt8 = 1, epoch: UInt64 = 1) throws {
        key = try SigningKey(seed: [UInt8](repeating: seed, count: 32))
        client = server.connect()
        site = server.siteKey.publicKey.siteID
        opening = LogOpening(deviceKey: key.publicKey, epoch: epoch)
        chain = Chain(opening: opening, site: site)
    }

    /// Makes an enrolled terminal of the world's base.
    convenience init(in world: World, seed: UInt8 = 1, base: UInt64? = nil) throws {
        try self.init(world.server, seed: seed)
        try enrol(Self.code(from: world.client("admin"), base: base ?? world.made.base))
    }

    /// Makes a terminal with three batches, all on the server.
    static func synced(_ world: World) throws -> Door {
        let door = try Door(in: world)
        for number in ["N01", "N02", "N03"] { try door.scan(world.person(number), offering: world.offering) }
        try door.sync()
        return door
    }

    static func code(from client: Client, base: UInt64) throws -> EnrolmentCode {
        let reply: CreateEnrolmentCodeReply = try client.call(
            .terminalsCreateEnrolmentCode,
            CreateEnrolmentCodeRequest(base: base, name: "东门"))
        return try EnrolmentCode(text: reply.code)
    }

    var log: LogID { opening.logID(site: site) }

    // Who it is

    func proof(_ context: Context, over client: Client? = nil, _ more: [UInt8] = []) -> [UInt8] {
        let binding = (client ?? self.client).binding
        return key.sign(context, site, binding.exporter, binding.challenge, binding.versions, more)
    }

    @discardableResult
    func enrol(_ code: EnrolmentCode, proof given: [UInt8]? = nil) throws -> EnrolReply {
        let reply: EnrolReply = try client.call(
            .terminalsEnrol,
            EnrolRequest(
                secret: code.secret, deviceKey: key.publicKey.bytes,
                proof: given ?? proof(.enrolmentProof, code.secret)))
        terminal = reply.terminal
        knownMs = client.server.clock.now
        return reply
    }

    @discardableResult
    func authenticate(proof given: [UInt8]? = nil) throws -> AuthenticateReply {
        try client.call(
            .terminalsAuthenticate,
            AuthenticateRequest(deviceKey: key.publicKey.bytes, proof: given ?? proof(.terminalAuthentication)))
    }

    /// Reconnects the same device.
    func reconnect() throws {
        client = client.server.connect()
        try authenticate()
        knownMs = client.server.clock.now
    }

    func anonymously() { client = client.server.connect() }

    /// Restores the device from a backup with that many batches.
    func forget(downTo count: Int) {
        batches.removeSubrange(count...)
        chain = Chain(opening: opening, site: site)
        if let last = batches.last {
            chain = Chain(site: site, log: log, key: key.publicKey, head: last.head)
        }
    }

    func newEpoch(_ epoch: UInt64) {
        opening = LogOpening(
            deviceKey: key.publicKey, epoch: epoch, predecessor: .init(log: log, final: chain.head))
        chain = Chain(opening: opening, site: site)
        batches = []
    }

    // Its clocks

    func reboot(at time: Int64) { boot = (boot.number + 1, time) }

    /// Monotonic milliseconds at a true time.
    func monotonicMs(at time: Int64) -> UInt64 { UInt64(max(0, time - boot.atMs)) }

    /// Returns the header of a batch whose first fact is made at `time`.
    var header: BatchHeader {
        BatchHeader(timebase: .boot(boot.number, monotonicMs: monotonicMs(at: time)), wallMs: time + wallOffMs)
    }

    // What it records

    @discardableResult
    func seal(_ facts: Fact..., header: BatchHeader? = nil) throws -> SealedBatch {
        let body = try Batch.encode(
            header: header ?? self.header,
            firstSequence: chain.head.sequence + 1, facts: facts)
        return try seal(body: body)
    }

    @discardableResult
    func seal(body: [UInt8]) throws -> SealedBatch {
        let batch = try chain.seal(body, with: key)
        batches.append(batch)
        return batch
    }

    /// Records check-ins of these people at `time`.
    @discardableResult
    func scan(_ people: UInt64..., offering: UInt64) throws -> SealedBatch {
        let facts = people.map {
            Fact(kind: .checkIn, subject: .person($0), offering: offering, method: .pass)
        }
        let body = try Batch.encode(
            header: header,
            firstSequence: chain.head.sequence + 1, facts: facts)
        return try seal(body: body)
    }

    /// Records a mark of the offering's exam, by default by an assigned examiner.
    @discardableResult
    func score(
        _ person: UInt64, _ hundredths: UInt64, by actor: UInt64, offering: UInt64,
        replacing references: [FactReference] = [], assigned: Bool = true
    ) throws -> SealedBatch {
        if assigned { try assign(actor, to: offering) }
        return try seal(
            Fact(
                kind: .score, subject: .person(person), offering: offering, actor: actor, method: .number,
                references: references, value: hundredths, assessment: 1))
    }

    /// Makes a person an examiner of the offering's base.
    func assign(_ actor: UInt64, to offering: UInt64) throws {
        try client.server.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO role_grant (person, role, organisation) SELECT ?1, ?2, base FROM offering WHERE id = ?3 \
                ON CONFLICT DO NOTHING
                """, actor, Role.examiner.rawValue, offering)
        }
    }

    // Syncing

    func claim(_ head: LogHead? = nil) -> LogClaim {
        let head = head ?? chain.head
        return LogClaim(
            opening: opening.bytes, openingSignature: opening.sign(with: key, site: site),
            headSequence: head.sequence, headHash: head.hash.bytes)
    }

    @discardableResult
    func open(_ claim: LogClaim? = nil) throws -> LogState {
        // Nothing is sent before it is made.
        let now = max(client.server.clock.now, time)
        client.server.clock.set(now)
        let request = OpenRequest(
            logs: [claim ?? self.claim()], boot: boot.number, monotonicMs: monotonicMs(at: now),
            wallMs: now + wallOffMs)
        let reply: OpenReply = try client.call(.syncOpen, request)
        guard let state = reply.logs.first else { throw Missing(what: "the log's state") }
        handle = state.handle
        return state
    }

    func message(_ batch: SealedBatch, signature: [UInt8]? = nil) -> [UInt8] {
        PushBatch(handle: handle, body: batch.body, signature: signature ?? batch.signature).serialized()
    }

    @discardableResult
    func push(_ batches: SealedBatch...) throws -> [Ack] { try push(batches.map { message($0) }) }

    func push(_ messages: [[UInt8]]) throws -> [Ack] {
        try client.items(.syncPush, PushRequest(), sending: messages, of: Ack.self)
    }

    /// Opens its log and sends all the server lacks; every batch must be taken. Like a real terminal it connects for that,
    /// if time has gone on.
    @discardableResult
    func sync() throws -> [Ack] {
        if time > client.server.clock.now { client.server.clock.set(time) }
        if client.server.clock.now != knownMs { try reconnect() }
        let state = try open()
        let acks = try push(
            batches.filter { $0.sequences.lowerBound > state.durable }.map { message($0) })
        if let refusal = acks.first(where: { $0.refused != nil }) { throw Missing(what: "taking \(refusal)") }
        return acks
    }

    /// Syncs at `time`, so that the time of its records is known to the millisecond.
    func syncThen() throws {
        client.server.clock.set(time)
        try sync()
    }

    func pull(_ request: PullRequest = PullRequest()) throws -> (items: [ScopeItem], checkpoint: Checkpoint) {
        var items = try client.items(.syncPull, request, of: ScopeItem.self)
        guard let checkpoint = items.popLast()?.checkpoint else { throw Missing(what: "a checkpoint") }
        return (items, checkpoint)
    }
}

extension World {
    /// Returns the number of batches on the server.
    func batches() throws -> Int { try server.count("SELECT COUNT(*) FROM batch") }
}
