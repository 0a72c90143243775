import Application
import Domain
import Messages
import Storage

/// An accounting period as stored.
private struct PeriodRecord {
    let id: UInt64
    let days: AccountingPeriod
    let closedMs: Int64
    let actor: UInt64

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(Self.one, id, body: Self.columns.read)
        guard let found else { throw Refusal(.notFound, field: "period") }
        self = found
    }

    private init(_ row: borrowing Row) {
        id = row.id()
        days = AccountingPeriod(first: Day(row.int32()), last: Day(row.int32()))
        closedMs = row.integer()
        actor = row.id()
    }

    static let columns = Columns("id, first_day, last_day, closed_ms, actor") { PeriodRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM ledger_period WHERE id = ?1")

    static let latest = SQL("SELECT \(columns) FROM ledger_period ORDER BY last_day DESC LIMIT 1")

    static let list = SQL("SELECT \(columns) FROM ledger_period WHERE id < ?1 ORDER BY id DESC LIMIT ?2")
}

extension Orders {
    private func latestPeriod(_ snapshot: Snapshot) throws -> PeriodRecord? {
        try snapshot.first(PeriodRecord.latest, body: PeriodRecord.columns.read)
    }

    /// The first instant that is not closed, UTC milliseconds.
    func openSince(_ snapshot: Snapshot) throws -> Int64 {
        try latestPeriod(snapshot)?.days.range.upperBound ?? .min
    }

    /// ORD-6a: closes the days up to one, with the balances at its end. What comes later is entered later.
    func closePeriod(_ request: ClosePeriodRequest, _ context: WriteContext) throws -> LedgerPeriodReply {
        let transaction = context.transaction
        let earliest = try transaction.first("SELECT day FROM ledger_day ORDER BY day LIMIT 1") { Day($0.int32(0)) }
        let previous = try latestPeriod(transaction)
        let days = try AccountingPeriod(
            closing: Day(request.lastDay), after: previous?.days.last, earliest: earliest, now: Instant(context.now))
        try requireSettled(days, transaction)
        let id = try transaction.newID()
        try transaction.execute(
            "INSERT INTO ledger_period (id, first_day, last_day, closed_ms, actor) VALUES (?1, ?2, ?3, ?4, ?5)", id,
            days.first.number, days.last.number, context.now, context.call.person().id)
        for balance in try balances(of: days, after: previous?.id ?? 0, transaction) {
            try transaction.execute(
                """
                INSERT INTO ledger_period_balance (period, account, opening, debit, credit)
                VALUES (?1, ?2, ?3, ?4, ?5)
                """, id, balance.account?.rawValue ?? 0, balance.openingFen, balance.debitFen, balance.creditFen)
        }
        context.auditDetail = "\(days.first) to \(days.last)"
        return LedgerPeriodReply(period: try message(PeriodRecord(id, transaction), transaction))
    }

    /// The sums of some days, behind the closing balances of the period before.
    private func balances(
        of days: AccountingPeriod, after previous: UInt64, _ snapshot: Snapshot
    ) throws -> [PeriodBalance] {
        let before = try balances(of: previous, snapshot)
        let moved = try snapshot.all(
            """
            SELECT account, CAST(SUM(debit) AS BIGINT), CAST(SUM(credit) AS BIGINT) FROM ledger_day
            WHERE day >= ?1 AND day <= ?2 GROUP BY account ORDER BY account
            """, days.first.number, days.last.number
        ) { PeriodBalance(account: try $0.enumeration(0), debitFen: $0.integer(1), creditFen: $0.integer(2)) }
        return LedgerAccount.allCases.compactMap { account in
            let opening = before.first { $0.account == account }?.closingFen
            let movement = moved.first { $0.account == account }
            guard opening != nil || movement != nil else { return nil }
            return PeriodBalance(
                account: account, openingFen: opening ?? 0, debitFen: movement?.debitFen ?? 0,
                creditFen: movement?.creditFen ?? 0)
        }
    }

    private func balances(of period: UInt64, _ snapshot: Snapshot) throws -> [PeriodBalance] {
        try snapshot.all(
            "SELECT account, opening, debit, credit FROM ledger_period_balance WHERE period = ?1 ORDER BY account",
            period
        ) { row in
            let (opening, debit, credit) = (row.integer(1), row.integer(2), row.integer(3))
            return PeriodBalance(
                account: try row.enumeration(0), openingFen: opening, debitFen: debit, creditFen: credit,
                closingFen: opening + debit - credit)
        }
    }

    private func message(
        _ period: PeriodRecord, with balances: [PeriodBalance] = [], _ snapshot: Snapshot
    ) throws -> LedgerPeriod {
        LedgerPeriod(
            id: period.id, firstDay: period.days.first.number, lastDay: period.days.last.number,
            closedMs: period.closedMs, person: period.actor,
            personName: try snapshot.first(.nameOfPerson, period.actor) { $0.text(0) } ?? "",
            balances: balances)
    }

    /// ORD-6a: closed periods, newest first.
    func listPeriods(_ request: ListPeriodsRequest, _ context: ReadContext) throws -> ListPeriodsReply {
        let snapshot = context.snapshot
        let page = try listPage(request.limit, by: \.id) { limit in
            try snapshot.all(PeriodRecord.list, before(request.after), limit, body: PeriodRecord.columns.read)
        }
        return ListPeriodsReply(
            periods: try page.elements.map { try message($0, snapshot) }, next: page.next ?? 0)
    }

    func showPeriod(_ request: ShowPeriodRequest, _ context: ReadContext) throws -> LedgerPeriodReply {
        let snapshot = context.snapshot
        let period = try PeriodRecord(request.period, snapshot)
        return LedgerPeriodReply(
            period: try message(period, with: balances(of: period.id, snapshot), snapshot))
    }

    /// The entries of a period, 500 postings a page.
    func exportPeriod(
        _ request: ExportPeriodRequest, _ cursor: [UInt8]?, _ context: ReadContext
    ) throws -> Page<Void> {
        let snapshot = context.snapshot
        let range = try PeriodRecord(request.period, snapshot).days.range
        return try exportPostings(in: range, cursor, context)
    }
}
