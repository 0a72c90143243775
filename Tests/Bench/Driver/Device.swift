import Causality
import Connection
import Crypto
import Facts
import Journal
import Messages
import Network
import Passes
import Threads
import Wire

/// A terminal with an open log, as far as the works need one: its batches are made beforehand, not recorded.
struct Device {
    let seed: [UInt8]
    let siteID: [UInt8]
    /// The handle of its log if it is opened first on a connection.
    let handle: UInt32
    /// The claim sent on every connection.
    private let claim: LogClaim
    /// Includes clocks: scans of a boot without a contact with the server have an uncertain time.
    private var open: OpenRequest {
        let now = WallClock.nowMs()
        return OpenRequest(logs: [claim], boot: 1, monotonicMs: monotonicMs(at: now), wallMs: now)
    }

    private func monotonicMs(at ms: Int64) -> UInt64 { UInt64(max(0, ms - bootMs)) }

    private let key: SigningKey
    private var chain: Chain
    /// The start of its one boot: early enough for scans of the whole day before.
    private let bootMs = WallClock.nowMs() - 172_800_000

    init(enrolledAt base: UInt64, _ office: Office, port: Int) throws {
        seed = SystemRandom.bytes(32)
        key = try SigningKey(seed: seed)
        let name = key.publicKey.bytes.prefix(4).map { String($0, radix: 16) }.joined()
        let code = try office.enrolmentCode(base: base, name: "terminal \(name)")
        let socket = try ClientSocket.connect(
            to: .tcp(host: "127.0.0.1", port: UInt16(port)), trust: .plain(verify: { _ in }), hello: Hello(),
            by: .inMs(10_000))
        defer { socket.close() }
        siteID = socket.welcome.site
        let proof = key.sign(
            .enrolmentProof, siteID, socket.exporter, socket.welcome.challenge, socket.transcript.bytes, code.secret)
        let _: EnrolReply = try socket.ask(
            .terminalsEnrol,
            EnrolRequest(secret: code.secret, deviceKey: key.publicKey.bytes, proof: proof))
        socket.authenticated()

        let opening = LogOpening(deviceKey: key.publicKey, epoch: 1)
        chain = Chain(opening: opening, site: siteID)
        claim = LogClaim(
            opening: opening.bytes, openingSignature: opening.sign(with: key, site: siteID), headSequence: 0,
            headHash: chain.head.hash.bytes)
        let now = WallClock.nowMs()
        let reply: OpenReply = try socket.ask(
            .syncOpen,
            OpenRequest(logs: [claim], boot: 1, monotonicMs: UInt64(max(0, now - bootMs)), wallMs: now))
        guard let log = reply.logs.first, reply.logs.count == 1 else { throw BenchError("the log was not opened") }
        handle = log.handle
    }

    var logID: LogID { chain.log }
    /// The sequence of the last sealed fact.
    var last: UInt64 { chain.head.sequence }

    /// Signs a batch of scans at one offering, from `beginMs` on.
    /// - Parameter scans: people, and seconds since the preceding scan.
    mutating func seal(_ scans: [(person: UInt64, afterS: UInt64)], at offering: UInt64, beginMs: Int64) throws
        -> Sealed
    {
        var builder = BatchBuilder(firstSequence: chain.head.sequence + 1)
        var elapsedMs: UInt64 = 0
        for scan in scans {
            elapsedMs += scan.afterS * 1000
            let isTaken = builder.append(
                Fact(kind: .checkIn, subject: .person(scan.person), offering: offering, method: .number),
                at: .live(
                    boot: 1, monotonicMs: monotonicMs(at: beginMs) + elapsedMs, wallMs: beginMs + Int64(elapsedMs)))
            guard isTaken else { throw BenchError("a scan does not fit its batch") }
        }
        return try seal(builder)
    }

    mutating func seal(_ builder: BatchBuilder) throws -> Sealed {
        let batch = try chain.seal(builder.body(), with: key)
        return Sealed(
            item: Prepared.item(PushBatch(handle: handle, body: batch.body, signature: batch.signature)),
            last: batch.sequences.upperBound, scans: batch.sequences.count)
    }

    struct Sealed {
        /// Its item frame.
        let item: [UInt8]
        let last: UInt64
        let scans: Int

        var operation: Prepared.Operation { Prepared.Operation(bytes: item, expected: last) }
    }

    var publicKey: [UInt8] { key.publicKey.bytes }

    /// Authenticates on a connection, and opens its log there.
    func authenticate(_ socket: ClientSocket) throws {
        let proof = key.sign(
            .terminalAuthentication, siteID, socket.exporter, socket.welcome.challenge, socket.transcript.bytes)
        let _: AuthenticateReply = try socket.ask(
            .terminalsAuthenticate, AuthenticateRequest(deviceKey: publicKey, proof: proof))
        socket.authenticated()
        let _: OpenReply = try socket.ask(.syncOpen, open)
    }

    /// Returns a batch of one scan, as an item of a push.
    mutating func batch(of person: UInt64, at offering: UInt64, ms: Int64) throws -> [UInt8] {
        var builder = BatchBuilder(firstSequence: chain.head.sequence + 1)
        _ = builder.append(
            Fact(kind: .checkIn, subject: .person(person), offering: offering, method: .number),
            at: .live(boot: 1, monotonicMs: monotonicMs(at: ms), wallMs: ms))
        let batch = try chain.seal(builder.body(), with: key)
        return PushBatch(handle: handle, body: batch.body, signature: batch.signature).serialized()
    }

    /// Returns its part of a prepared file: authentication, its log, a push, and these batches.
    func script(_ batches: [Sealed]) -> Prepared.Script {
        Prepared.Script(
            seed: seed,
            steps: [
                .init(bytes: Prepared.call(.syncOpen, open), waits: true),
                .init(bytes: Prepared.call(.syncPush, PushRequest()), waits: false),
            ],
            operations: batches.map(\.operation))
    }
}

extension ClientSocket {
    /// Makes a call with one reply.
    func ask<Reply: Message>(_ method: Messages.Method, _ request: some Message) throws -> Reply {
        let stream = try call(method, request: request.serialized())
        while let event = try next(by: .inMs(10_000)) {
            switch event {
            case .reply(stream, let bytes): return try Reply(serialized: bytes)
            case .error(stream, let failure): throw BenchError("\(method): \(failure.text)")
            case .welcome, .reply, .error, .item, .writable, .event, .pong, .goodbye: continue
            }
        }
        throw BenchError("\(method): no answer")
    }
}
