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
    let issuer: MoneyIssuer
    /// The events so far, in order.
    let trace = Locked<[String]>([])
    private(set) var lives: UInt64 = 1
    private var pump: OutboxPump?
    private var callers: Callers

    init(seed: UInt64) throws {
        let clock = Clock()
        self.clock = clock
        let trace = trace
        let gateways = [PaymentChannel.weChat, .alipay].map { MoneyGateway($0, clock, trace) }
        self.gateways = Dictionary(uniqueKeysWithValues: gateways.map { ($0.channel, $0) })
        let issuer = MoneyIssuer(trace)
        self.issuer = issuer
        for gateway in gateways { gateway.whenPayingBack { issuer.notePayBack(of: $0) } }
        server = try SimulatedServer(
            image: Self.foundation.get(), clock: clock, life: seed,
            services: OutsideServices(
                .init(payments: self.gateways.mapValues(\.gateway), invoices: issuer.issuer)))
        callers = Callers(server)
        startPump()
    }

    /// Connections and their server hold each other.
    deinit {
        callers.hangUpAll()
        server.stop()
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
        callers.hangUpAll()
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
        callers.hangUpAll()
        server.stop()
        server = try SimulatedServer(
            image: image, clock: clock, life: lives,
            services: OutsideServices(
                .init(payments: gateways.mapValues(\.gateway), invoices: issuer.issuer)))
        callers = Callers(server, keys: callers.keys)
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
        do {
            return .success(try callers.call(person, method, request, key: key))
        } catch let refused as Callers.Refused {
            return .failure(MoneyRefusal(failure: refused.failure))
        } catch is Callers.NoAnswer {
            return nil
        }
    }

    /// Returns an unused idempotency key.
    func freshKey() -> [UInt8] { callers.freshKey() }

    // Made once

    private static let foundation = Result { try found() }

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
        try Callers.admit([UInt64](people) + [admin], transaction)
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
