import Application
import Domain
import Messages
import Storage

/// An order as stored.
struct OrderRecord {
    let id: UInt64
    let person: UInt64
    let programme: UInt64
    let offering: UInt64
    let hasPlace: Bool
    var state: OrderState
    let training: Fen
    let lodging: Fen
    var refunded: Fen
    var lodgingOption: String
    let position: String
    let createdMs: Int64
    let expires: Instant
    var paidMs: Int64
    /// The payment that paid it, or the last one asked for; 0 for none.
    var payment: UInt64
    var booking: UInt64

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(Self.one, id, body: Self.columns.read)
        guard let found else { throw Refusal(.notFound, field: "order") }
        self = found
    }

    /// - Throws: `notFound` for somebody else's too.
    init(_ id: UInt64, of person: UInt64, _ snapshot: Snapshot) throws {
        let found = try OrderRecord(id, snapshot)
        guard found.person == person else { throw Refusal(.notFound, field: "order") }
        self = found
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        person = row.id()
        programme = row.id()
        offering = row.id()
        hasPlace = row.bool()
        state = try row.enumeration()
        training = Fen(row.integer())
        lodging = Fen(row.integer())
        refunded = Fen(row.integer())
        lodgingOption = row.text()
        position = row.text()
        createdMs = row.integer()
        expires = Instant(row.integer())
        paidMs = row.integer()
        payment = row.id()
        booking = row.id()
    }

    static let columns = Columns(
        """
        id, person, programme, offering, has_place, state, training, lodging, refunded, lodging_option, position,
        created_ms, expires_ms, paid_ms, payment, booking
        """
    ) { try OrderRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM course_order WHERE id = ?1")

    fileprivate static let ofPerson = SQL(
        "SELECT \(columns) FROM course_order WHERE person = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    fileprivate static let ofProgramme = SQL(
        "SELECT \(columns) FROM course_order WHERE programme = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    fileprivate static let ofProgrammeInState = SQL(
        """
        SELECT \(columns) FROM course_order WHERE programme = ?1 AND state = ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4
        """)

    private static let ofPersonInState = SQL(
        """
        SELECT \(columns) FROM course_order WHERE person = ?1 AND programme = ?2 AND state = ?3 ORDER BY id LIMIT 100
        """)

    static func pending(of person: UInt64, in programme: UInt64, _ snapshot: Snapshot) throws -> [OrderRecord] {
        try snapshot.all(ofPersonInState, person, programme, OrderState.pending.rawValue, body: columns.read)
    }

    /// The sum of its lines.
    var total: Fen { get throws(Refusal) { try training.adding(lodging) } }

    /// Moves on by an event, and stores what else was changed.
    mutating func apply(_ event: OrderEvent, _ transaction: Transaction) throws {
        state = try OrderLifecycle.table.next(state, event)
        try store(transaction)
    }

    func store(_ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE course_order SET state = ?2, refunded = ?3, lodging_option = ?4, paid_ms = ?5, payment = ?6, booking = ?7
            WHERE id = ?1
            """, id, state.rawValue, refunded.count, lodgingOption, paidMs, payment, booking)
    }
}

extension Orders {
    func reply(_ order: UInt64, _ snapshot: Snapshot) throws -> OrderReply {
        OrderReply(order: try message(OrderRecord(order, snapshot), snapshot))
    }

    private func message(_ order: OrderRecord, _ snapshot: Snapshot) throws -> Order {
        let payment = order.payment == 0 ? nil : try PaymentRecord(order.payment, snapshot)
        return Order(
            id: order.id, person: order.person,
            personName: try snapshot.first(.nameOfPerson, order.person) { $0.text(0) } ?? "",
            programme: order.programme, programmeName: try programmes.name(of: order.programme, snapshot),
            offering: order.offering, title: try SessionRecord(order.offering, snapshot).title,
            hasPlace: order.hasPlace, state: order.state, trainingFen: UInt64(clamping: order.training.count),
            lodgingFen: UInt64(clamping: order.lodging.count), refundedFen: UInt64(clamping: order.refunded.count),
            lodging: order.lodgingOption, position: order.position, createdMs: order.createdMs,
            expiresMs: order.expires.milliseconds, paidMs: order.paidMs, channel: payment?.channel,
            code: payment?.state == .open ? payment?.code ?? "" : "", failure: payment?.failure ?? "",
            booking: order.booking)
    }

    func getOrder(_ request: GetOrderRequest, _ context: ReadContext) throws -> OrderReply {
        let order = try OrderRecord(request.order, of: context.call.person().id, context.snapshot)
        return OrderReply(order: try message(order, context.snapshot))
    }

    /// ORD-1: the caller's orders, newest first.
    func myOrders(_ request: MyOrdersRequest, _ context: ReadContext) throws -> ListOrdersReply {
        let snapshot = context.snapshot
        let person = try context.call.person().id
        let page = try listPage(request.limit, by: \.id) { limit in
            try snapshot.all(
                OrderRecord.ofPerson, person, before(request.after), limit, body: OrderRecord.columns.read)
        }
        return ListOrdersReply(orders: try page.elements.map { try message($0, snapshot) }, next: page.next ?? 0)
    }

    /// The orders of a programme, newest first.
    func listOrders(_ request: ListOrdersRequest, _ context: ReadContext) throws -> ListOrdersReply {
        let snapshot = context.snapshot
        let (before, read) = (before(request.after), OrderRecord.columns.read)
        let page = try listPage(request.limit, by: \.id) { limit in
            if let state = request.state {
                try snapshot.all(
                    OrderRecord.ofProgrammeInState, request.programme, state.rawValue, before, limit, body: read)
            } else {
                try snapshot.all(OrderRecord.ofProgramme, request.programme, before, limit, body: read)
            }
        }
        return ListOrdersReply(orders: try page.elements.map { try message($0, snapshot) }, next: page.next ?? 0)
    }
}
