import ClientKit
import Crypto
import Domain
import Foundation
import GatewaySimulator
import Messages
import Network
import Storage
import Threads

/// A site that sells places, and orders of the day before, written as the server would have written them.
struct Till {
    static let fee: Int64 = 30_000
    static let programmeCount = 100

    /// A trainee with a paid place in every programme.
    struct Booker {
        let person: UInt64
        let session: [UInt8]
        let entitlements: [UInt64]
    }

    /// An order with a code of WeChat Pay that nobody has paid yet.
    struct Waiting {
        let person: UInt64
        let order: UInt64
        let payment: UInt64
        let number: String
    }

    let data: String
    let database: String
    let base: UInt64
    /// A session of each programme.
    let sessions: [(programme: UInt64, offering: UInt64)]
    let gateway: PreparedGateway
    /// The payments of the day before.
    let day: Day
    private let orders: Int

    /// - Parameter fixture: whose data directory it goes on from.
    init(_ places: Places, _ fixture: Fixture, orders: Int) throws {
        data = "till-\(orders)"
        database = try places.copy(Fixture.data, to: data) + "/rollcall.db"
        let keys = try SimulatorKeys.make(nowMs: WallClock.nowMs(), random: SystemRandom.bytes)
        gateway = try PreparedGateway(keys, random: SystemRandom.bytes)
        try Self.furnish(places.file(data), keys)
        let server = try OurServer(places, data: data)
        let site = ServerSite(
            .tcp(host: "127.0.0.1", port: UInt16(server.port)), fixture.fingerprint, isPlain: true)
        let office = Office(site, session: fixture.administrator)
        let base = try office.createBase("Bench till")
        let project = try office.createProject(owner: base, number: "TILL-1")
        day = ZoneRule.china.day(of: Instant(WallClock.nowMs())).adding(-1)
        let sessionDay = day.adding(8).number
        sessions = try (1...Self.programmeCount).map { number in
            let programme = try office.createPaidProgramme("Paid \(number)")
            return (
                programme,
                try office.publishSession(
                    programme: programme, project: project, base: base, day: sessionDay, feeFen: UInt64(Self.fee))
            )
        }
        self.base = base
        try server.child.stop()
        self.orders = orders
        try sell(orders)
    }

    private static func furnish(_ folder: String, _ keys: SimulatorKeys) throws {
        for (name, text) in try keys.merchantFiles() {
            let path = folder + "/keys/" + name
            guard
                FileManager.default.createFile(
                    atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
            else { throw BenchError("\(path) cannot be written") }
        }
        // Nobody answers there: what is measured asks no gateway.
        let payments = try keys.settings(address: "http://127.0.0.1:9", noticeURL: "http://127.0.0.1")
        let settings = "{\"http\": {\"listen\": \"127.0.0.1:0\"}, \"payments\": \(payments)}\n"
        try settings.write(toFile: folder + "/settings.json", atomically: false, encoding: .utf8)
    }

    /// The number of the payment of an order of the day before.
    private func number(_ index: Int) -> String { "D" + String(format: "%023d", index) }

    private func paidMs(_ index: Int) -> Int64 {
        ZoneRule.china.instant(day).milliseconds + Int64(index) * 86_400_000 / Int64(max(1, orders))
    }

    /// Enters orders that were paid the day before, each with its payment, posting, entitlement and booking.
    private func sell(_ count: Int) throws {
        let database = try Database(path: database)
        let session = sessions[0]
        for start in stride(from: 0, to: count, by: 5_000) {
            try database.write { transaction in
                for index in start..<min(start + 5_000, count) {
                    let person = try insertPerson(transaction)
                    let (order, payment) = (try transaction.newID(), try transaction.newID())
                    let (posting, entitlement) = (try transaction.newID(), try transaction.newID())
                    let (booking, at) = (try transaction.newID(), paidMs(index))
                    try insertOrder(order, of: person, .paid, at, payment: payment, booking: booking, transaction)
                    try insertPayment(payment, of: order, number(index), .paid, at, transaction)
                    try transaction.execute(
                        """
                        INSERT INTO ledger_posting (id, kind, at_ms, order_id, unit_payment, note) \
                        VALUES (?1, ?2, ?3, ?4, 0, '')
                        """, posting, PostingKind.payment.rawValue, at, order)
                    for (account, fen) in [(LedgerAccount.weChat, Self.fee), (.training, -Self.fee)] {
                        try transaction.execute(
                            "INSERT INTO ledger_entry (posting, account, fen) VALUES (?1, ?2, ?3)", posting,
                            account.rawValue, fen)
                    }
                    try insertEntitlement(
                        entitlement, of: person, in: session.programme, .used, order, booking: booking, transaction)
                    try transaction.execute(
                        """
                        INSERT INTO booking (id, offering, programme, person, entitlement, state, reason, created_ms, \
                        changed_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, '', ?7, ?7)
                        """, booking, session.offering, session.programme, person, entitlement,
                        BookingState.cancelled.rawValue, at)
                }
            }
        }
        try database.checkpoint(.waiting)
    }

    /// Gives people an account, and a paid place in every programme.
    func makeBookers(_ people: some Sequence<UInt64>) throws -> [Booker] {
        let database = try Database(path: database)
        let bookers = try database.write { transaction in
            let tokens = try Fixture.logIn(Array(people), now: WallClock.nowMs(), transaction)
            return try zip(people, tokens).map { person, token in
                try transaction.execute(
                    "UPDATE person SET identity_level = ?2 WHERE id = ?1", person, IdentityLevel.declared.rawValue)
                let entitlements = try sessions.map { session in
                    let id = try transaction.newID()
                    try insertEntitlement(id, of: person, in: session.programme, .free, id, booking: 0, transaction)
                    return id
                }
                return Booker(person: person, session: token, entitlements: entitlements)
            }
        }
        try database.checkpoint(.waiting)
        return bookers
    }

    /// Makes orders that wait for their money.
    func makeWaiting(_ count: Int) throws -> [Waiting] {
        let database = try Database(path: database)
        let waiting = try database.write { transaction in
            try (0..<count).map { _ in
                let person = try insertPerson(transaction)
                let (order, payment) = (try transaction.newID(), try transaction.newID())
                let number = "P" + String(format: "%017llu", payment) + "ABCDEF"
                let now = WallClock.nowMs()
                try insertOrder(order, of: person, .pending, now, payment: payment, booking: 0, transaction)
                try insertPayment(payment, of: order, number, .open, now, transaction)
                return Waiting(person: person, order: order, payment: payment, number: number)
            }
        }
        try database.checkpoint(.waiting)
        return waiting
    }

    /// Writes notices that these were paid, signed now, for `yardstick/notices`.
    func notices(of waiting: [Waiting], _ places: Places, _ name: String) throws -> String {
        var file = Data()
        for one in waiting {
            let payment = PreparedGateway.Payment(
                number: one.number, fen: Self.fee, transaction: "42\(one.payment)", paidMs: WallClock.nowMs())
            file.append(
                contentsOf: Prepared.message(
                    gateway.notice(payment, path: "/notices/wechat", nowMs: WallClock.nowMs())))
        }
        try file.write(to: URL(fileURLWithPath: places.file(name)))
        return places.file(name)
    }

    /// Writes WeChat Pay's statement of the day before.
    func statement(_ places: Places) throws -> String {
        let payments = (0..<orders).map {
            PreparedGateway.Payment(number: number($0), fen: Self.fee, transaction: "41\($0)", paidMs: paidMs($0))
        }
        try Data(gateway.statement(payments)).write(to: URL(fileURLWithPath: places.file("statement.csv")))
        return places.file("statement.csv")
    }

    // MARK: Rows

    private func insertPerson(_ transaction: Transaction) throws -> UInt64 {
        let person = try transaction.newID()
        let hash = (0..<32).map { $0 < 8 ? UInt8(truncatingIfNeeded: person >> (56 - 8 * $0)) : UInt8(7) }
        try transaction.execute(
            """
            INSERT INTO person (id, name, phone_sealed, phone_hash, unit, title, identity_level) \
            VALUES (?1, ?2, ?3, ?4, '', '', ?5)
            """, person, "学员\(person)", [UInt8](repeating: 7, count: 52), hash, IdentityLevel.declared.rawValue)
        return person
    }

    private func insertOrder(
        _ id: UInt64, of person: UInt64, _ state: OrderState, _ atMs: Int64, payment: UInt64, booking: UInt64,
        _ transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO course_order (id, person, programme, offering, has_place, state, training, lodging, refunded, \
            lodging_option, position, created_ms, expires_ms, paid_ms, payment, booking) \
            VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, 0, 0, '', '', ?7, ?8, ?9, ?10, ?11)
            """, id, person, sessions[0].programme, sessions[0].offering, state.rawValue, Self.fee, atMs,
            atMs + 86_400_000, state == .paid ? atMs : 0, payment, booking)
    }

    private func insertPayment(
        _ id: UInt64, of order: UInt64, _ number: String, _ state: PaymentProgress, _ atMs: Int64,
        _ transaction: Transaction
    ) throws {
        let isPaid = state == .paid
        try transaction.execute(
            """
            INSERT INTO payment (id, order_id, channel, number, made_ms, amount, state, code, transaction_name, \
            failure, questions, due_ms, paid_ms, paid_fen) \
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'code', ?8, '', 0, ?9, ?10, ?11)
            """, id, order, PaymentChannel.weChat.rawValue, number, atMs, Self.fee, state.rawValue,
            isPaid ? "41" + (Int(number.dropFirst()).map(String.init) ?? "") : "", atMs + 86_400_000,
            isPaid ? atMs : 0, isPaid ? Self.fee : 0)
    }

    private func insertEntitlement(
        _ id: UInt64, of person: UInt64, in programme: UInt64, _ state: EntitlementState, _ source: UInt64,
        booking: UInt64, _ transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO entitlement (id, person, programme, state, source, source_id, cancellations, booking, \
            created_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7, ?8)
            """, id, person, programme, state.rawValue, EntitlementSource.order.rawValue, source, booking,
            WallClock.nowMs())
    }
}
