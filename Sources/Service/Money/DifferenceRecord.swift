import Application
import Domain
import Messages
import Storage

/// The way in which a row of a statement and the books differ.
struct Finding {
    let kind: DifferenceKind
    let ours: Fen
    /// 0 where no order is known.
    let order: UInt64

    init(_ kind: DifferenceKind, ours: Fen = .zero, order: UInt64 = 0) {
        self.kind = kind
        self.ours = ours
        self.order = order
    }
}

/// A difference as stored.
struct DifferenceRecord {
    let id: UInt64
    let statement: UInt64
    let channel: PaymentChannel
    let day: Day
    let kind: DifferenceKind
    let rowKind: StatementRowKind
    let number: String
    let transaction: String
    let ours: Fen
    let theirs: Fen
    let order: UInt64
    let state: DifferenceState
    let reason: String
    let actor: UInt64
    let settledMs: Int64
    let createdMs: Int64

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(Self.one, id, body: Self.columns.read)
        guard let found else { throw Refusal(.notFound, field: "difference") }
        self = found
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        statement = row.id()
        channel = try row.enumeration()
        day = Day(row.int32())
        kind = try row.enumeration()
        rowKind = try row.enumeration()
        number = row.text()
        transaction = row.text()
        ours = Fen(row.integer())
        theirs = Fen(row.integer())
        order = row.id()
        state = try row.enumeration()
        reason = row.text()
        actor = row.id()
        settledMs = row.integer()
        createdMs = row.integer()
    }

    static let columns = Columns(
        """
        id, statement, channel, day, kind, row_kind, number, transaction_name, ours, theirs, order_id, state, reason,
        actor, settled_ms, created_ms
        """
    ) { try DifferenceRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM statement_difference WHERE id = ?1")

    static let ofNumber = SQL(
        "SELECT \(columns) FROM statement_difference WHERE number = ?1 AND state = ?2 ORDER BY id LIMIT 100")
}

extension Orders {
    /// Writes a difference down, unless it is known: from an earlier statement of the same day, open or settled.
    func note(
        _ finding: Finding, _ entry: StatementEntry, in statement: inout StatementRecord, _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        statement.differences[finding.kind, default: 0] += 1
        func isSame(_ known: DifferenceRecord) -> Bool {
            known.channel == statement.channel && known.kind == finding.kind && known.rowKind == entry.kind
                && known.transaction == entry.transaction && known.ours == finding.ours
                && known.theirs == entry.amount
        }
        for state in [DifferenceState.open, .settled] {
            let known = try transaction.all(
                DifferenceRecord.ofNumber, entry.number, state.rawValue, body: DifferenceRecord.columns.read
            ).first(where: isSame)
            guard let known else { continue }
            guard state == .open, known.statement != statement.id else { return }
            try transaction.execute(
                "UPDATE statement_difference SET statement = ?2, day = ?3 WHERE id = ?1", known.id, statement.id,
                statement.day.number)
            try countOpen(of: known.statement, -1, transaction)
            statement.open += 1
            return
        }
        try transaction.execute(
            """
            INSERT INTO statement_difference (id, statement, channel, day, kind, row_kind, number, transaction_name,
            ours, theirs, order_id, state, reason, actor, settled_ms, created_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, '', 0, 0, ?13)
            """, transaction.newID(), statement.id, statement.channel.rawValue, statement.day.number,
            finding.kind.rawValue, entry.kind.rawValue, entry.number, entry.transaction, finding.ours.count,
            entry.amount.count, finding.order, DifferenceState.open.rawValue, context.now)
        statement.open += 1
    }

    /// Ends differences that what has come since explains: the money itself, or a later statement.
    func resolve(
        _ rowKind: StatementRowKind, _ number: String, _ channel: PaymentChannel, _ kind: DifferenceKind,
        _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        let open = try transaction.all(
            DifferenceRecord.ofNumber, number, DifferenceState.open.rawValue, body: DifferenceRecord.columns.read)
        for known in open where known.channel == channel && known.kind == kind && known.rowKind == rowKind {
            try end(known, .resolved, reason: "", actor: 0, context)
        }
    }

    /// A payment or refund is entered that a statement had before.
    func resolveMissing(
        _ rowKind: StatementRowKind, _ number: String, _ amount: Fen, _ channel: PaymentChannel,
        _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        let open = try transaction.all(
            DifferenceRecord.ofNumber, number, DifferenceState.open.rawValue, body: DifferenceRecord.columns.read)
        for known in open
        where known.channel == channel && known.kind == .missingHere && known.rowKind == rowKind
            && known.theirs == amount
        {
            try end(known, .resolved, reason: "", actor: 0, context)
            // The statement has it: it is not missing there.
            switch rowKind {
            case .payment:
                try transaction.execute("UPDATE payment SET statement = ?2 WHERE number = ?1", number, known.statement)
            case .refund:
                try transaction.execute("UPDATE refund SET statement = ?2 WHERE number = ?1", number, known.statement)
            }
        }
    }

    func end(
        _ known: DifferenceRecord, _ state: DifferenceState, reason: String, actor: UInt64, _ context: WriteContext
    ) throws {
        try context.transaction.execute(
            """
            UPDATE statement_difference SET state = ?2, reason = ?3, actor = ?4, settled_ms = ?5 WHERE id = ?1
            """, known.id, state.rawValue, reason, actor, context.now)
        try countOpen(of: known.statement, -1, context.transaction)
    }

    private func countOpen(of statement: UInt64, _ change: Int, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE statement SET open = open + ?2 WHERE id = ?1", statement, change)
    }

    /// ORD-6b: a person has looked at differences, and says why they are none.
    func settleDifferences(
        _ request: SettleDifferencesRequest, _ context: WriteContext
    ) throws -> SettleDifferencesReply {
        let reason = try ReviewDecision.reason(request.reason)
        let actor = try context.call.person().id
        let outcomes = try context.each(request.differences, field: "differences") { id in
            let known = try DifferenceRecord(id, context.transaction)
            guard known.state == .open else {
                throw Refusal(.wrongState, field: "difference", "it is \(known.state)", zh: "该差异已处理")
            }
            try end(known, .settled, reason: reason, actor: actor, context)
            return ((), "\(known.kind) \(known.number): \(reason)")
        }
        return reply(outcomes)
    }

    func reply(_ outcomes: [RowOutcome<Void>]) -> SettleDifferencesReply {
        SettleDifferencesReply(
            outcomes: outcomes.map { outcome in
                switch outcome.result {
                case .done: DifferenceOutcome(difference: outcome.id)
                case .refused(let failure): DifferenceOutcome(difference: outcome.id, failure: failure)
                }
            }, done: outcomes.doneCount())
    }
}
