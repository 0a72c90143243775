import Application
import Domain
import Messages
import Storage

// ORD-6b: a statement comes in calls of some hundred rows, so that one of any length needs no memory here and delays nobody.
// Each row is compared when it comes; what is missing there is looked for after the last.
extension Orders {
    /// Payments or refunds looked at in one call.
    private static let looksAtOnce = 1000

    func beginStatement(_ request: BeginStatementRequest, _ context: WriteContext) throws -> StatementReply {
        let transaction = context.transaction
        guard let channel = request.channel else { throw Refusal(.invalid, field: "channel") }
        let day = Day(request.day)
        guard day <= ZoneRule.china.day(of: Instant(context.now)) else {
            throw Refusal(.tooEarly, field: "day", "\(day) has not begun", zh: "\(day) 尚未开始")
        }
        try transaction.execute(
            "UPDATE statement SET state = ?4 WHERE channel = ?1 AND day = ?2 AND state = ?3", channel.rawValue,
            day.number, StatementState.running.rawValue, StatementState.abandoned.rawValue)
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO statement (id, channel, day, state, file_name, rows, matched, missing_here, missing_there,
            different, repeated, paid_fen, refunded_fen, open, created_ms, finished_ms, actor, looked_kind, looked_ms,
            looked_id) VALUES (?1, ?2, ?3, ?4, ?5, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?6, 0, ?7, ?8, ?9, 0)
            """, id, channel.rawValue, day.number, StatementState.running.rawValue,
            checkedTitle(request.fileName.isEmpty ? "-" : request.fileName, field: "file_name", limit: 255),
            context.now, context.call.person().id, StatementRowKind.payment.rawValue,
            StatementSpan(channel, day).range.lowerBound)
        context.auditDetail = "statement \(id) of \(channel), \(day)"
        return try reply(StatementRecord(id, transaction), transaction)
    }

    /// Compares some rows. Rows that have come already change nothing.
    func addStatementRows(_ request: AddStatementRowsRequest, _ context: WriteContext) throws -> StatementReply {
        let transaction = context.transaction
        var statement = try StatementRecord(request.statement, transaction)
        guard (1...WriteContext.mostRows).contains(request.rows.count) else {
            throw Refusal(
                .invalid, field: "rows", Phrase("1 to \(WriteContext.mostRows)", "一次 1 至 \(WriteContext.mostRows) 条"))
        }
        let (end, overflow) = request.first.addingReportingOverflow(UInt64(request.rows.count))
        if !overflow, end == statement.rows { return try reply(statement, transaction) }
        guard request.first == statement.rows else { throw Refusal(.staleContext, field: "first") }
        try requireRunning(statement)
        // Few days have an open difference: rows need not ask one by one.
        let mayResolve = try transaction.exists(
            "SELECT 1 FROM statement_difference WHERE state = ?1", DifferenceState.open.rawValue)
        for row in request.rows {
            let entry = try StatementEntry(
                kind: row.kind, number: row.number, transaction: row.transaction, fen: row.fen,
                atMs: row.atMs == 0 ? nil : row.atMs)
            try entry.requireInside(statement.span)
            switch entry.kind {
            case .payment: statement.paid = try statement.paid.adding(entry.amount)
            case .refund: statement.refunded = try statement.refunded.adding(entry.amount)
            }
            statement.rows += 1
            if let finding = try compare(entry, with: statement, context) {
                try note(finding, entry, in: &statement, context)
            } else {
                statement.matched += 1
                if mayResolve {
                    try resolve(entry.kind, entry.number, statement.channel, .missingThere, context)
                }
            }
        }
        try statement.store(transaction)
        return try reply(statement, transaction)
    }

    private func requireRunning(_ statement: StatementRecord) throws {
        guard statement.state == .running else {
            throw Refusal(
                .wrongState, field: "statement", "it is \(statement.state): begin another one", zh: "该对账单已结束，请重新开始")
        }
    }

    /// - Returns: the difference between a row and what is entered here; nil for none.
    private func compare(
        _ entry: StatementEntry, with statement: StatementRecord, _ context: WriteContext
    ) throws -> Finding? {
        switch entry.kind {
        case .payment: try comparePayment(entry, with: statement, context)
        case .refund: try compareRefund(entry, with: statement, context)
        }
    }

    private func comparePayment(
        _ entry: StatementEntry, with statement: StatementRecord, _ context: WriteContext
    ) throws -> Finding? {
        let transaction = context.transaction
        if try markMatched(entry, statement, transaction) { return nil }
        guard let payment = try PaymentRecord.find(number: entry.number, of: statement.channel, transaction) else {
            return Finding(.missingHere)
        }
        guard payment.state == .paid else {
            // A notice was lost: the gateway is asked, and what it says is entered as ever.
            if services.payments[payment.channel] != nil { try tell(.query, payment, context) }
            return Finding(.missingHere, order: payment.order)
        }
        guard entry.transaction.isEmpty || entry.transaction == payment.transaction else {
            // Money that came a second time under the same number went back by itself.
            let second = try transaction.first(
                "SELECT amount FROM refund WHERE payment = ?1 AND kind = ?2 AND transaction_name = ?3 ORDER BY id LIMIT 1",
                payment.id,
                RefundKind.unassigned.rawValue, entry.transaction
            ) { Fen($0.integer(0)) }
            guard let second else { return Finding(.missingHere, order: payment.order) }
            return second == entry.amount ? nil : Finding(.different, ours: second, order: payment.order)
        }
        guard payment.statement != statement.id else {
            return Finding(.repeated, ours: payment.paid, order: payment.order)
        }
        try transaction.execute("UPDATE payment SET statement = ?2 WHERE id = ?1", payment.id, statement.id)
        return payment.paid == entry.amount
            ? nil : Finding(.different, ours: payment.paid, order: payment.order)
    }

    /// Marks a payment that is entered just so, as nearly all are, in one look.
    /// - Returns: false if it is not, or has a row of the statement already.
    private func markMatched(
        _ entry: StatementEntry, _ statement: StatementRecord, _ transaction: Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE payment SET statement = ?6 WHERE number = ?1 AND channel = ?2 AND state = ?3 AND transaction_name = ?4
            AND paid_fen = ?5 AND statement <> ?6
            """, entry.number, statement.channel.rawValue, PaymentProgress.paid.rawValue, entry.transaction,
            entry.amount.count, statement.id) == 1
    }

    private func compareRefund(
        _ entry: StatementEntry, with statement: StatementRecord, _ context: WriteContext
    ) throws -> Finding? {
        let transaction = context.transaction
        guard let refund = try RefundRecord.find(number: entry.number, transaction), refund.payment != 0,
            try channel(of: refund, transaction) == statement.channel
        else { return Finding(.missingHere) }
        guard refund.paidBy == statement.channel else {
            let isUnderWay = refund.state == .decided || refund.state == .accepted
            if isUnderWay, services.payments[statement.channel] != nil { try tell(.queryRefund, refund, context) }
            return Finding(.missingHere, order: refund.order)
        }
        guard refund.statement != statement.id else {
            return Finding(.repeated, ours: refund.amount, order: refund.order)
        }
        try transaction.execute("UPDATE refund SET statement = ?2 WHERE id = ?1", refund.id, statement.id)
        return refund.amount == entry.amount
            ? nil : Finding(.different, ours: refund.amount, order: refund.order)
    }

    /// Looks for what is entered here and in no statement, so many rows a call; then the statement is compared.
    func finishStatement(_ request: FinishStatementRequest, _ context: WriteContext) throws -> StatementReply {
        let transaction = context.transaction
        var statement = try StatementRecord(request.statement, transaction)
        try requireRunning(statement)
        guard request.rows == statement.rows else { throw Refusal(.staleContext, field: "rows") }
        let end = statement.span.range.upperBound
        let (channel, looked) = (statement.channel, statement.looked)
        let sent: [Sent]
        switch looked.kind {
        case .payment:
            sent = try transaction.all(
                """
                SELECT id, number, transaction_name, order_id, paid_fen, paid_ms, statement FROM payment
                WHERE channel = ?1 AND (paid_ms, id) > (?2, ?3) AND paid_ms < ?4 ORDER BY paid_ms, id LIMIT ?5
                """, channel.rawValue, looked.ms, looked.id, end, Self.looksAtOnce, body: Sent.init)
        case .refund:
            sent = try transaction.all(
                """
                SELECT id, number, transaction_name, order_id, amount, done_ms, statement FROM refund
                WHERE paid_by = ?1 AND (done_ms, id) > (?2, ?3) AND done_ms < ?4 ORDER BY done_ms, id LIMIT ?5
                """, channel.rawValue, looked.ms, looked.id, end, Self.looksAtOnce, body: Sent.init)
        }
        for one in sent where one.statement == 0 {
            let entry = try StatementEntry(
                kind: looked.kind, number: one.number, transaction: one.transaction, fen: 0, atMs: nil)
            try note(
                Finding(.missingThere, ours: one.amount, order: one.order), entry, in: &statement, context)
        }
        if sent.count == Self.looksAtOnce, let last = sent.last {
            statement.looked = (looked.kind, last.ms, last.id)
        } else if looked.kind == .payment {
            statement.looked = (.refund, statement.span.range.lowerBound, 0)
        } else {
            (statement.state, statement.finishedMs) = (.compared, context.now)
        }
        try statement.store(transaction)
        context.auditDetail = "statement \(statement.id): \(statement.rows) rows, \(statement.matched) matched"
        return try reply(statement, transaction)
    }
}

/// A payment or refund that went through a gateway.
private struct Sent {
    let id: UInt64
    let number: String
    let transaction: String
    let order: UInt64
    let amount: Fen
    let ms: Int64
    let statement: UInt64

    @Sendable init(_ row: borrowing Row) {
        id = row.id(0)
        number = row.text(1)
        transaction = row.text(2)
        order = row.id(3)
        amount = Fen(row.integer(4))
        ms = row.integer(5)
        statement = row.id(6)
    }
}
