import Application
import Crypto
import Domain
import Messages
import PowerCut
import Storage
import Threads
import Wire

@testable import Service

/// A server that sells places, on a simulated disk, with two gateways, and those who order, pay and decide. Half of its
/// sessions are of a programme whose orders buy entitlements, half of one whose orders hold places.
final class MoneyOffice {
    static let people: ClosedRange<UInt64> = 2001...2008
    static let admin: UInt64 = 2100
    /// Of the entitlements' programme.
    static let courses: ClosedRange<UInt64> = 601...602
    /// Of the places' programme, with lodging.
    static let classes: ClosedRange<UInt64> = 701...702
    static let programmes: ClosedRange<UInt64> = 310...311
    static let fee: UInt64 = 80_000
    static let lodging: UInt64 = 36_000

    let clock: Clock
    private(set) var server: SimulatedServer
    let gateways: [PaymentChannel: MoneyGateway]
    /// The events so far, in order.
    let trace = Locked<[String]>([])
    private(set) var lives: UInt64 = 1
    private var pump: OutboxPump?
    private var connections: [UInt64: Connected] = [:]
    private var keys: UInt64 = 0

    private struct Connected {
        let session: Session
        let answers: Replies
        var stream: UInt32 = 1
    }

    init(seed: UInt64) throws {
        let clock = Clock()
        self.clock = clock
        let trace = trace
        let gateways = [PaymentChannel.weChat, .alipay].map { MoneyGateway($0, clock, trace) }
        self.gateways = Dictionary(uniqueKeysWithValues: gateways.map { ($0.channel, $0) })
        server = try SimulatedServer(
            image: Self.foundation.get(), clock: clock, life: seed,
            services: OutsideServices(.init(payments: self.gateways.mapValues(\.gateway))))
        startPump()
    }

    private func startPump() {
        guard let running = server.running else { return }
        let pump = OutboxPump(running.application, running.service.outbox, holder: 1)
        pump.start()
        self.pump = pump
        settle()
    }

    /// Whether the power is gone.
    var isDead: Bool { server.disk.isDead }

    /// Ends the process, if its disk has not; a new one starts.
    func restart(afterMs ms: Int64 = 0) throws {
        lives += 1
        pump = nil
        for connected in connections.values { connected.session.closed() }
        connections = [:]
        server.stop()
        if isDead { server.disk.restart(seed: lives) }
        clock.advance(by: ms)
        try server.start()
        startPump()
    }

    /// Goes on from a copy of its disk that was taken earlier.
    func restore(_ image: [String: [UInt8]]) throws {
        lives += 1
        pump = nil
        for connected in connections.values { connected.session.closed() }
        connections = [:]
        server.stop()
        server = try SimulatedServer(
            image: image, clock: clock, life: lives,
            services: OutsideServices(.init(payments: gateways.mapValues(\.gateway))))
        startPump()
    }

    /// Lets commands and calls of gateways go until there is none.
    func settle() { while server.running?.executor.work() == true {} }

    /// A second of the server's own work.
    func work() {
        guard let running = server.running else { return }
        running.service.tick(running.application)
        pump?.tick()
        settle()
    }

    /// Tells a notice.
    /// - Returns: whether the server has taken it; nil without an answer.
    func tell(_ notice: GatewayNotice, of channel: PaymentChannel) -> Bool? {
        guard let running = server.running else { return nil }
        let taken = Locked<Bool?>(nil)
        running.service.take(notice, of: channel, running.application) { result in
            if case .success(let isKnown) = result { taken.withLock { $0 = isKnown } }
        }
        settle()
        return taken.withLock { $0 }
    }

    /// Makes a call as a person.
    /// - Returns: nil if no answer came: the power was cut.
    func call<Reply: Message>(
        _ person: UInt64, _ method: Method, _ request: some Message, key: [UInt8], reply: Reply.Type = Reply.self
    ) throws -> Result<Reply, MoneyRefusal>? {
        if connections[person] == nil {
            guard try logIn(person) else { return nil }
        }
        guard let answer = ask(person, method, request.serialized(), key: key) else { return nil }
        if let failure = answer.failure { return .failure(MoneyRefusal(failure: failure)) }
        return .success(try Reply(serialized: answer.reply))
    }

    /// Returns an unused idempotency key.
    func freshKey() -> [UInt8] {
        keys += 1
        var writer = ByteWriter()
        writer.writeFixed64(keys)
        writer.writeFixed64(0)
        return writer.bytes
    }

    private func logIn(_ person: UInt64) throws -> Bool {
        guard let running = server.running else { return false }
        let answers = Replies()
        let binding = ChannelBinding(exporter: [], challenge: [], versions: [])
        let session = Session(
            application: running.application, responder: answers, peer: Peer(address: "192.0.2.1", binding: binding))
        connections[person] = Connected(session: session, answers: answers)
        let request = ResumeSessionRequest(session: Self.token(person)).serialized()
        guard let answer = ask(person, .accountsResumeSession, request, key: []) else { return false }
        if let failure = answer.failure { throw Missing(what: "a session: \(failure.name)") }
        return true
    }

    private func ask(
        _ person: UInt64, _ method: Method, _ request: [UInt8], key: [UInt8]
    ) -> Replies.Answer? {
        guard var connected = connections[person] else { return nil }
        let stream = connected.stream
        connected.stream += 2
        connections[person] = connected
        connected.session.call(
            stream: stream, method: method, options: CallOptions(idempotencyKey: key, locale: "en"), request: request)
        settle()
        return connected.answers.take(stream)
    }

    // Made once

    private static let foundation = Result { try found() }

    private static func token(_ person: UInt64) -> [UInt8] {
        (0..<32).map { UInt8(truncatingIfNeeded: person &+ UInt64($0)) }
    }

    private static func found() throws -> [String: [UInt8]] {
        let server = try SimulatedServer(image: SimulatedServer.foundation.get(), clock: Clock())
        try server.write { try furnish($0) }
        let binding = ChannelBinding(exporter: [], challenge: [], versions: [])
        let caller = PersonCaller(id: admin, session: admin, grants: [], mustChangePassword: false)
        let call = Call(
            method: .bookingsPublishSession, options: CallOptions(), caller: .person(caller),
            peer: Peer(address: "", binding: binding), now: server.clock.now)
        guard let running = server.running else { throw Missing(what: "a running server") }
        let bookings = running.service.bookings
        let failure = Locked<Refusal?>(nil)
        for offering in [UInt64](courses) + classes {
            let request = PublishSessionRequest(
                offering: offering, location: "门诊楼三层示教室", capacity: 3, hasOwnFee: true, feeFen: fee,
                lodgings: classes.contains(offering)
                    ? [LodgingOption(name: "标准间", fen: lodging), LodgingOption(name: "无", fen: 0)] : [])
            running.application.write(call) { context in
                try bookings.publishSession(request, context).serialized()
            } done: { result in
                if case .failure(let refusal) = result { failure.withLock { $0 = refusal } }
            }
            while running.executor.work() {}
        }
        if let refusal = failure.withLock({ $0 }) { throw refusal }
        return server.disk.image()
    }

    private static func furnish(_ transaction: Transaction) throws {
        for (programme, preset) in zip(programmes, [Preset.tianjinCPR, .sichuanWater]) {
            try transaction.execute(
                "INSERT INTO programme (id, name, preset, time_zone) VALUES (?1, ?2, ?2, 'Asia/Shanghai')", programme,
                preset.name)
            let policy = try preset.policy.changed([
                .init("identityEvidence", "self-declared"), .init("profileSections", "none"),
                .init("noticeSeconds", "0"), .init("payChannels", "WeChat,Alipay"),
            ])
            for setting in policy.settings {
                try transaction.execute(
                    "INSERT INTO policy_switch (programme, name, value) VALUES (?1, ?2, ?3)", programme, setting.name,
                    setting.value)
            }
        }
        for (index, offering) in ([UInt64](courses) + classes).enumerated() {
            // The first of each begins in five hours, the second in a day.
            let day = Int32((SimulatedServer.morning + 8 * 3_600_000) / 86_400_000) + Int32(index % 2)
            try transaction.execute(
                """
                INSERT INTO offering \
                (id, programme, project, base, title, state, pass_mark_hundredths, code_period_s, revision) \
                VALUES (?1, ?2, 400, ?3, 'O', 3, 6000, 60, 1)
                """, offering, courses.contains(offering) ? 310 : 311, SimulatedServer.base)
            try transaction.execute(
                "INSERT INTO activity_date (offering, day, hours_tenths) VALUES (?1, ?2, 30)", offering, day)
            try transaction.execute(
                """
                INSERT INTO offering_window (offering, ordinal, day, from_minute, to_minute, course) \
                VALUES (?1, 0, ?2, 300, 1020, 0)
                """, offering, day)
        }
        for person in [UInt64](people) + [admin] {
            try transaction.execute(
                """
                INSERT INTO person (id, name, phone_hash, unit, title, identity_level) VALUES (?1, ?2, ?3, '', '', 2)
                """, person, "Name \(person)", token(person))
            try transaction.execute(
                """
                INSERT INTO account (person, name, password, must_change) \
                VALUES (?1, ?2, x'00', ?3)
                """, person, "p\(person)", false)
            try transaction.execute(
                """
                INSERT INTO session (id, token_hash, person, created_ms, expires_ms, address, last_used_ms, organisation) \
                VALUES (?1, ?2, ?1, ?3, ?4, '', ?3, 0)
                """, person, Digest.hash(.sessionToken, token(person)), SimulatedServer.morning,
                SimulatedServer.morning + 40 * 86_400_000)
        }
        for (role, organisation) in [(Role.platformAdmin, 0), (.baseAdmin, SimulatedServer.base)] {
            try transaction.execute(
                "INSERT INTO role_grant (person, role, organisation) VALUES (?1, ?2, ?3)", admin, role.rawValue,
                organisation)
        }
    }
}

struct MoneyRefusal: Error {
    let failure: Failure
}

/// The answers of one connection, by stream.
private final class Replies: Responder {
    struct Answer {
        var reply: [UInt8] = []
        var failure: Failure?
    }

    private let answers = Locked<[UInt32: Answer]>([:])

    func take(_ stream: UInt32) -> Answer? { answers.withLock { $0.removeValue(forKey: stream) } }

    func reply(stream: UInt32, _ bytes: [UInt8]) { answers.withLock { $0[stream] = Answer(reply: bytes) } }
    func error(stream: UInt32, _ error: Failure) { answers.withLock { $0[stream] = Answer(failure: error) } }
    func item(stream: UInt32, _ bytes: [UInt8]) {}
    func whenDrained(stream: UInt32) {}
    func end(stream: UInt32) {}
    func consumed(stream: UInt32, items: Int, bytes: Int) {}
    func authenticated() {}
    func event(_ event: Event) {}
    func close(_ goodbye: Goodbye) {}
}
