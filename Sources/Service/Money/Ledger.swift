import Application
import Domain
import Messages
import Storage

/// The subject of a posting.
enum PostingSubject {
    case order(UInt64)
    case unitPayment(UInt64)
}

extension Orders {
    /// ORD-6a: enters a posting, in the transaction of what it is about. An empty one, of no money, is not entered.
    /// - Parameter note: why, where that does not follow from its subject.
    /// - Returns: its id; nil for an empty one.
    @discardableResult
    func post(
        _ posting: Posting, of subject: PostingSubject, note: String = "", _ context: WriteContext
    ) throws -> UInt64? {
        guard !posting.entries.isEmpty else { return nil }
        let transaction = context.transaction
        let id = try transaction.newID()
        // A clock that was set back enters nothing into what is closed.
        let atMs = max(context.now, try openSince(transaction))
        let day = ZoneRule.china.day(of: Instant(atMs))
        let (order, unitPayment): (UInt64, UInt64) =
            switch subject {
            case .order(let id): (id, 0)
            case .unitPayment(let id): (0, id)
            }
        try transaction.execute(
            """
            INSERT INTO ledger_posting (id, kind, at_ms, order_id, unit_payment, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """, id, posting.kind.rawValue, atMs, order, unitPayment, note)
        for entry in posting.entries {
            try transaction.execute(
                "INSERT INTO ledger_entry (posting, account, fen) VALUES (?1, ?2, ?3)", id, entry.account.rawValue,
                entry.amount.count)
            try transaction.execute(
                """
                INSERT INTO ledger_balance (account, fen) VALUES (?1, ?2)
                ON CONFLICT (account) DO UPDATE SET fen = ledger_balance.fen + ?2
                """, entry.account.rawValue, entry.amount.count)
            try transaction.execute(
                """
                INSERT INTO ledger_day (day, account, debit, credit) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT (day, account) DO UPDATE SET debit = ledger_day.debit + ?3,
                credit = ledger_day.credit + ?4
                """, day.number, entry.account.rawValue, max(0, entry.amount.count), max(0, -entry.amount.count))
        }
        return id
    }

    /// ORD-6a: corrects earlier entries by another one, today.
    func correctLedger(_ request: CorrectLedgerRequest, _ context: WriteContext) throws -> CorrectLedgerReply {
        let transaction = context.transaction
        guard let from = request.from else { throw Refusal(.invalid, field: "from") }
        guard let to = request.to, to != from else { throw Refusal(.invalid, field: "to") }
        let amount = try Fen(checking: request.fen, field: "fen")
        guard amount > .zero else {
            throw Refusal(.invalid, field: "fen", "more than zero", zh: "须大于零")
        }
        let reason = try ReviewDecision.reason(request.reason)
        if request.order != 0 { _ = try OrderRecord(request.order, transaction) }
        let id = try post(
            Posting(.correction, to: to, from: [.init(from, amount)]), of: .order(request.order), note: reason, context)
        context.auditDetail = "\(amount) from \(from) to \(to): \(reason)"
        let posting = try transaction.first(PostingRecord.one, id ?? 0, body: PostingRecord.columns.read)
        let language = Language(locale: context.call.options.locale)
        return CorrectLedgerReply(posting: try posting?.message(in: language, transaction))
    }

    /// All postings, or those of an order, newest first.
    func listLedger(_ request: ListLedgerRequest, _ context: ReadContext) throws -> ListLedgerReply {
        let snapshot = context.snapshot
        let page = try listPage(request.limit, by: \.id) { limit in
            if request.order == 0 {
                try snapshot.all(
                    PostingRecord.all, before(request.after), limit, body: PostingRecord.columns.read)
            } else {
                try snapshot.all(
                    PostingRecord.ofOrder, request.order, before(request.after), limit, body: PostingRecord.columns.read
                )
            }
        }
        let language = Language(locale: context.call.options.locale)
        return ListLedgerReply(
            postings: try page.elements.map { try $0.message(in: language, snapshot) }, next: page.next ?? 0)
    }

    func trialBalance(_ request: TrialBalanceRequest, _ context: ReadContext) throws -> TrialBalanceReply {
        let balances = try context.snapshot.all("SELECT account, fen FROM ledger_balance ORDER BY account") {
            LedgerEntry(account: try $0.enumeration(0), fen: $0.integer(1))
        }
        return TrialBalanceReply(
            balances: balances, sumFen: try Fen.sum(balances.map { Fen($0.fen) }).count)
    }
}

/// A posting as stored, without its entries.
struct PostingRecord {
    let id: UInt64
    let kind: PostingKind
    let atMs: Int64
    let order: UInt64
    let unitPayment: UInt64
    let note: String

    static let columns = Columns("id, kind, at_ms, order_id, unit_payment, note") { row in
        PostingRecord(
            id: row.id(), kind: try row.enumeration(), atMs: row.integer(), order: row.id(), unitPayment: row.id(),
            note: row.text())
    }

    static let one = SQL("SELECT \(columns) FROM ledger_posting WHERE id = ?1")

    static let all = SQL("SELECT \(columns) FROM ledger_posting WHERE id < ?1 ORDER BY id DESC LIMIT ?2")

    static let ofOrder = SQL(
        "SELECT \(columns) FROM ledger_posting WHERE order_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    func message(in language: Language, _ snapshot: Snapshot) throws -> LedgerPosting {
        let entries = try snapshot.all(
            "SELECT account, fen FROM ledger_entry WHERE posting = ?1 ORDER BY account", id
        ) { LedgerEntry(account: try $0.enumeration(0), fen: $0.integer(1)) }
        return LedgerPosting(
            id: id, atMs: atMs, text: kind.phrase.text(in: language) + (note.isEmpty ? "" : ": \(note)"), order: order,
            unitPayment: unitPayment,
            entries: entries)
    }
}
