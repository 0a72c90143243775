import Application
import Domain
import Messages
import Storage
import Wire

/// An invoice as stored.
struct InvoiceRecord {
    let id: UInt64
    let order: UInt64
    let person: UInt64
    let programme: UInt64
    var state: InvoiceState
    let buyerSealed: [UInt8]
    var training: Fen
    var lodging: Fen
    /// Empty until it is issued, and before a number of 20 digits.
    var code: String
    /// Empty until it is issued.
    var number: String
    var redNumber: String
    /// Of the last step that had one.
    var reason: String
    let createdMs: Int64
    var issuedMs: Int64
    /// Issues and voids it; nil where that is done by hand.
    var issuer: PaymentChannel?
    /// Our number of it there; empty until it is sent.
    var issuerNumber: String
    /// How often it was sent there.
    var sendings: Int
    /// When it was sent last, or its voiding was, UTC milliseconds; 0 until then.
    var sentMs: Int64
    /// How often the issuer has been asked since what became of it.
    var questions: Int
    /// When it is asked next, UTC milliseconds.
    var dueMs: Int64

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(Self.one, id, body: Self.columns.read)
        guard let found else { throw Refusal(.notFound, field: "invoice") }
        self = found
    }

    /// - Throws: `notFound` for somebody else's too.
    init(_ id: UInt64, of person: UInt64, _ snapshot: Snapshot) throws {
        let found = try InvoiceRecord(id, snapshot)
        guard found.person == person else { throw Refusal(.notFound, field: "invoice") }
        self = found
    }

    /// - Returns: the live invoice of an order; nil for none.
    static func live(of order: UInt64, _ snapshot: Snapshot) throws -> InvoiceRecord? {
        try snapshot.first(liveOfOrder, order, body: columns.read)
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        order = row.id()
        person = row.id()
        programme = row.id()
        state = try row.enumeration()
        buyerSealed = row.bytes()
        training = Fen(row.integer())
        lodging = Fen(row.integer())
        code = row.text()
        number = row.text()
        redNumber = row.text()
        reason = row.text()
        createdMs = row.integer()
        issuedMs = row.integer()
        issuer = try row.enumerationUnlessZero()
        issuerNumber = row.text()
        sendings = row.int()
        sentMs = row.integer()
        questions = row.int()
        dueMs = row.integer()
    }

    static let columns = Columns(
        """
        id, order_id, person, programme, state, buyer_sealed, training, lodging, code, number, red_number, reason,
        created_ms, issued_ms, issuer, issuer_number, sendings, sent_ms, questions, due_ms
        """
    ) { try InvoiceRecord($0) }

    /// - Returns: the one that its issuer knows by this number; nil for a number that is not ours.
    static func find(issuerNumber: String, _ snapshot: Snapshot) throws -> InvoiceRecord? {
        try snapshot.first(byIssuerNumber, issuerNumber, body: columns.read)
    }

    private static let byIssuerNumber = SQL(
        "SELECT \(columns) FROM invoice WHERE issuer_number = ?1 ORDER BY id LIMIT 1")

    private static let one = SQL("SELECT \(columns) FROM invoice WHERE id = ?1")

    private static let liveOfOrder = SQL("SELECT \(columns) FROM invoice WHERE order_id = ?1 AND ended = 0")

    /// The sum of its lines.
    var total: Fen { get throws(Refusal) { try training.adding(lodging) } }

    /// As people name it.
    var name: String { code.isEmpty ? number : "\(code)-\(number)" }

    /// Moves on by an event, stores what else was changed, and writes the step into the history.
    mutating func apply(_ event: InvoiceEvent, reason: String, _ context: WriteContext) throws {
        state = try InvoiceLifecycle.table.next(state, event)
        if !reason.isEmpty { self.reason = reason }
        try store(context.transaction)
        try note(reason, context)
    }

    func store(_ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE invoice SET state = ?2, training = ?3, lodging = ?4, code = ?5, number = ?6, red_number = ?7,
            reason = ?8, issued_ms = ?9, ended = ?10, issuer = ?11, issuer_number = ?12, sendings = ?13, sent_ms = ?14,
            questions = ?15, due_ms = ?16 WHERE id = ?1
            """, id, state.rawValue, training.count, lodging.count, code, number, redNumber, reason, issuedMs,
            state.isLive ? 0 : id, issuer?.rawValue ?? 0, issuerNumber, sendings, sentMs, questions, dueMs)
    }

    /// - Throws: `wrongState` while its issuer has the next word; after 72 hours a person may say what became of it.
    func requireOurs(now: Int64) throws(Refusal) {
        guard state.isUnderWay, now < sentMs + IssuerPatience.overdueMs else { return }
        throw Refusal(
            .wrongState, field: "invoice",
            "WeChat Pay has it and will say what became of it; if it does not for 72 hours, enter that by hand",
            zh: "微信支付正在处理，请等待结果；超过 72 小时仍无结果时可人工登记")
    }

    /// Writes the present state into the history.
    func note(_ reason: String, _ context: WriteContext) throws {
        let actor: UInt64 = if case .person(let person) = context.call.caller { person.id } else { 0 }
        let last = try context.transaction.first(
            "SELECT ordinal FROM invoice_step WHERE invoice = ?1 ORDER BY ordinal DESC LIMIT 1", id
        ) { $0.int(0) }
        try context.transaction.execute(
            """
            INSERT INTO invoice_step (invoice, ordinal, state, actor, at_ms, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """, id, (last ?? 0) + 1, state.rawValue, actor, context.now, reason)
    }
}

extension Orders {
    static let buyerColumn = "invoice.buyer_sealed"

    func reply(_ invoice: InvoiceRecord, _ snapshot: Snapshot) throws -> InvoiceReply {
        InvoiceReply(invoice: try message(invoice, snapshot))
    }

    func message(_ invoice: InvoiceRecord, _ snapshot: Snapshot) throws -> Invoice {
        let order = try OrderRecord(invoice.order, snapshot)
        return Invoice(
            id: invoice.id, order: invoice.order, person: invoice.person,
            personName: try snapshot.first(.nameOfPerson, invoice.person) { $0.text(0) } ?? "",
            programme: invoice.programme, title: try SessionRecord(order.offering, snapshot).title,
            state: invoice.state, buyer: try buyer(of: invoice), trainingFen: UInt64(clamping: invoice.training.count),
            lodgingFen: UInt64(clamping: invoice.lodging.count), code: invoice.code, number: invoice.number,
            redNumber: invoice.redNumber, reason: invoice.reason, createdMs: invoice.createdMs,
            issuedMs: invoice.issuedMs, fileBytes: try file(of: invoice.id, snapshot)?.size ?? 0,
            issuer: invoice.issuer, issuerNumber: invoice.issuerNumber, sendings: UInt32(clamping: invoice.sendings),
            sentMs: invoice.sentMs)
    }

    /// - Returns: nil for one that came to nothing, of an account that is closed.
    func buyer(of invoice: InvoiceRecord) throws -> Buyer? {
        guard !invoice.buyerSealed.isEmpty else { return nil }
        return try Buyer(serialized: people.decrypt(invoice.buyerSealed, Self.buyerColumn, invoice.id))
    }
}
