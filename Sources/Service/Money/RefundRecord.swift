import Application
import Domain
import Messages
import Storage

/// Money on its way back, as stored.
struct RefundRecord {
    let id: UInt64
    let order: UInt64
    /// The payment that it goes back through; 0 where it is paid by hand.
    let payment: UInt64
    /// The gateway's own name for that payment.
    let transaction: String
    let kind: RefundKind
    let amount: Fen
    var state: RefundProgress
    let number: String
    let madeMs: Int64
    let reason: String
    /// Of the decision, of the gateway, or the reference of a payment by hand.
    var note: String
    var questions: Int
    var dueMs: Int64
    /// The gateway that paid it back; nil until one has, and by hand.
    var paidBy: PaymentChannel?
    /// When it did, as far as was known here; 0 until then.
    var doneMs: Int64
    /// The gateway's statement that has a row for it; 0 for none.
    let statement: UInt64

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(Self.one, id, body: Self.columns.read)
        guard let found else { throw Refusal(.notFound, field: "refund") }
        self = found
    }

    /// Finds the refund that a gateway tells of, by its number or else as the one of its payment that is under way.
    /// - Returns: its id; nil for one that is not ours.
    static func find(number: String, orOf payment: UInt64, _ snapshot: Snapshot) throws -> UInt64? {
        try snapshot.first("SELECT id FROM refund WHERE number = ?1", number) { $0.id(0) }
            ?? snapshot.first(
                "SELECT id FROM refund WHERE payment = ?1 AND state = ?2 ORDER BY id LIMIT 1", payment,
                RefundProgress.accepted.rawValue
            ) { $0.id(0) }
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        order = row.id()
        payment = row.id()
        transaction = row.text()
        kind = try row.enumeration()
        amount = Fen(row.integer())
        state = try row.enumeration()
        number = row.text()
        madeMs = row.integer()
        reason = row.text()
        note = row.text()
        questions = row.int()
        dueMs = row.integer()
        paidBy = try row.enumerationUnlessZero()
        doneMs = row.integer()
        statement = row.id()
    }

    static let columns = Columns(
        """
        id, order_id, payment, transaction_name, kind, amount, state, number, made_ms, reason, note, questions, due_ms,
        paid_by, done_ms, statement
        """
    ) { try RefundRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM refund WHERE id = ?1")

    private static let byNumber = SQL("SELECT \(columns) FROM refund WHERE number = ?1")

    /// - Returns: nil for a number that is not ours.
    static func find(number: String, _ snapshot: Snapshot) throws -> RefundRecord? {
        try snapshot.first(byNumber, number, body: columns.read)
    }

    mutating func apply(_ event: RefundEvent, _ transaction: Transaction) throws {
        state = try RefundLifecycle.table.next(state, event)
        try store(transaction)
    }

    func store(_ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE refund SET state = ?2, note = ?3, questions = ?4, due_ms = ?5, paid_by = ?6, done_ms = ?7 WHERE id = ?1
            """, id, state.rawValue, note, questions, dueMs, paidBy?.rawValue ?? 0, doneMs)
    }
}
