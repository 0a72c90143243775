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
    }

    static let columns = Columns(
        """
        id, order_id, person, programme, state, buyer_sealed, training, lodging, code, number, red_number, reason,
        created_ms, issued_ms
        """
    ) { try InvoiceRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM invoice WHERE id = ?1")

    private static let liveOfOrder = SQL("SELECT \(columns) FROM invoice WHERE order_id = ?1 AND ended = 0")

    /// The sum of its lines.
    var total: Fen { get throws(Refusal) { try training.adding(lodging) } }

    /// As people name it.
    var name: String { code.isEmpty ? number : "\(code)-\(number)" }

    /// Moves on by an event, stores what else was changed, and writes the step into the history.
    mutating func apply(_ event: InvoiceEvent, reason: String, _ context: WriteContext) throws {
        let transaction = context.transaction
        state = try InvoiceLifecycle.table.next(state, event)
        if !reason.isEmpty { self.reason = reason }
        try transaction.execute(
            """
            UPDATE invoice SET state = ?2, training = ?3, lodging = ?4, code = ?5, number = ?6, red_number = ?7,
            reason = ?8, issued_ms = ?9, ended = ?10 WHERE id = ?1
            """, id, state.rawValue, training.count, lodging.count, code, number, redNumber, self.reason, issuedMs,
            state.isLive ? 0 : id)
        try note(reason, context)
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
        // Of one that came to nothing nothing is kept once its account is closed.
        let buyer =
            invoice.buyerSealed.isEmpty
            ? nil : try Buyer(serialized: people.decrypt(invoice.buyerSealed, Self.buyerColumn, invoice.id))
        return Invoice(
            id: invoice.id, order: invoice.order, person: invoice.person,
            personName: try snapshot.first(.nameOfPerson, invoice.person) { $0.text(0) } ?? "",
            programme: invoice.programme, title: try SessionRecord(order.offering, snapshot).title,
            state: invoice.state, buyer: buyer, trainingFen: UInt64(clamping: invoice.training.count),
            lodgingFen: UInt64(clamping: invoice.lodging.count), code: invoice.code, number: invoice.number,
            redNumber: invoice.redNumber, reason: invoice.reason, createdMs: invoice.createdMs,
            issuedMs: invoice.issuedMs, fileBytes: try file(of: invoice.id, snapshot)?.size ?? 0)
    }
}
