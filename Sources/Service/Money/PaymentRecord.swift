import Application
import Domain
import Messages
import Storage

/// One payment by one gateway, as stored.
struct PaymentRecord {
    let id: UInt64
    let order: UInt64
    let channel: PaymentChannel
    let number: String
    let madeMs: Int64
    let amount: Fen
    var state: PaymentProgress
    /// The QR text; empty until the gateway has answered.
    var code: String
    /// The gateway's own name for it; empty until it is paid.
    var transaction: String
    /// Why the gateway gave no code.
    var failure: String
    /// How often the gateway has been asked what became of it.
    var questions: Int
    /// When it is asked next, UTC milliseconds.
    var dueMs: Int64
    /// When it was paid, as the gateway says; 0 until then.
    var paidMs: Int64
    /// The money that came.
    var paid: Fen
    /// The gateway's statement that has a row for it; 0 for none.
    let statement: UInt64

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(Self.one, id, body: Self.columns.read)
        guard let found else { throw Refusal(.notFound, field: "payment") }
        self = found
    }

    /// - Returns: nil for a number that is not ours.
    static func find(number: String, of channel: PaymentChannel, _ snapshot: Snapshot) throws -> PaymentRecord? {
        try snapshot.first(byNumber, number, channel.rawValue, body: columns.read)
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        order = row.id()
        channel = try row.enumeration()
        number = row.text()
        madeMs = row.integer()
        amount = Fen(row.integer())
        state = try row.enumeration()
        code = row.text()
        transaction = row.text()
        failure = row.text()
        questions = row.int()
        dueMs = row.integer()
        paidMs = row.integer()
        paid = Fen(row.integer())
        statement = row.id()
    }

    static let columns = Columns(
        """
        id, order_id, channel, number, made_ms, amount, state, code, transaction_name, failure, questions, due_ms, paid_ms,
        paid_fen, statement
        """
    ) { try PaymentRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM payment WHERE id = ?1")

    private static let byNumber = SQL("SELECT \(columns) FROM payment WHERE number = ?1 AND channel = ?2")

    static let ofOrder = SQL("SELECT \(columns) FROM payment WHERE order_id = ?1 ORDER BY id")

    mutating func apply(_ event: PaymentEvent, _ transaction: Transaction) throws {
        state = try PaymentLifecycle.table.next(state, event)
        try store(transaction)
    }

    func store(_ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE payment SET state = ?2, code = ?3, transaction_name = ?4, failure = ?5, questions = ?6, due_ms = ?7,
            paid_ms = ?8, paid_fen = ?9 WHERE id = ?1
            """, id, state.rawValue, code, self.transaction, failure, questions, dueMs, paidMs, paid.count)
    }
}
