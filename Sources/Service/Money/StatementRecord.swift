import Application
import Domain
import Messages
import Storage

/// A gateway's statement as far as it is compared.
struct StatementRecord {
    let id: UInt64
    let channel: PaymentChannel
    let day: Day
    var state: StatementState
    let fileName: String
    var rows: UInt64
    var matched: UInt64
    var differences: [DifferenceKind: UInt64]
    var paid: Fen
    var refunded: Fen
    var open: UInt64
    let createdMs: Int64
    var finishedMs: Int64
    let actor: UInt64
    /// How far it was looked for what is missing there.
    var looked: (kind: StatementRowKind, ms: Int64, id: UInt64)

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(Self.one, id, body: Self.columns.read)
        guard let found else { throw Refusal(.notFound, field: "statement") }
        self = found
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        channel = try row.enumeration()
        day = Day(row.int32())
        state = try row.enumeration()
        fileName = row.text()
        rows = row.id()
        matched = row.id()
        differences = [
            .missingHere: row.id(), .missingThere: row.id(), .different: row.id(), .repeated: row.id(),
        ]
        paid = Fen(row.integer())
        refunded = Fen(row.integer())
        open = row.id()
        createdMs = row.integer()
        finishedMs = row.integer()
        actor = row.id()
        looked = (try row.enumeration(), row.integer(), row.id())
    }

    static let columns = Columns(
        """
        id, channel, day, state, file_name, rows, matched, missing_here, missing_there, different, repeated, paid_fen,
        refunded_fen, open, created_ms, finished_ms, actor, looked_kind, looked_ms, looked_id
        """
    ) { try StatementRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM statement WHERE id = ?1")

    fileprivate static let all = SQL("SELECT \(columns) FROM statement WHERE id < ?1 ORDER BY id DESC LIMIT ?2")

    var span: StatementSpan { StatementSpan(channel, day) }

    func store(_ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE statement SET state = ?2, rows = ?3, matched = ?4, missing_here = ?5, missing_there = ?6,
            different = ?7, repeated = ?8, paid_fen = ?9, refunded_fen = ?10, open = ?11, finished_ms = ?12,
            looked_kind = ?13, looked_ms = ?14, looked_id = ?15 WHERE id = ?1
            """, id, state.rawValue, rows, matched, differences[.missingHere] ?? 0, differences[.missingThere] ?? 0,
            differences[.different] ?? 0, differences[.repeated] ?? 0, paid.count, refunded.count, open, finishedMs,
            looked.kind.rawValue, looked.ms, looked.id)
    }
}

extension Orders {
    func reply(_ statement: StatementRecord, _ snapshot: Snapshot) throws -> StatementReply {
        StatementReply(statement: try message(statement, snapshot))
    }

    private func message(_ statement: StatementRecord, _ snapshot: Snapshot) throws -> GatewayStatement {
        func count(_ kind: DifferenceKind) -> UInt64 { statement.differences[kind] ?? 0 }
        return GatewayStatement(
            id: statement.id, channel: statement.channel, day: statement.day.number, state: statement.state,
            fileName: statement.fileName, rows: statement.rows, matched: statement.matched,
            missingHere: count(.missingHere), missingThere: count(.missingThere), different: count(.different),
            repeated: count(.repeated), paidFen: UInt64(clamping: statement.paid.count),
            refundedFen: UInt64(clamping: statement.refunded.count), open: statement.open,
            createdMs: statement.createdMs, finishedMs: statement.finishedMs, person: statement.actor,
            personName: try snapshot.first(.nameOfPerson, statement.actor) { $0.text(0) } ?? "")
    }

    /// ORD-6b: statements, newest first.
    func listStatements(_ request: ListStatementsRequest, _ context: ReadContext) throws -> ListStatementsReply {
        let snapshot = context.snapshot
        let page = try listPage(request.limit, by: \.id) { limit in
            try snapshot.all(
                StatementRecord.all, before(request.after), limit, body: StatementRecord.columns.read)
        }
        return ListStatementsReply(
            statements: try page.elements.map { try message($0, snapshot) }, next: page.next ?? 0)
    }
}
