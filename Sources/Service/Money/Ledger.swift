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
    func post(_ posting: Posting, of subject: PostingSubject, _ context: WriteContext) throws {
        guard !posting.entries.isEmpty else { return }
        let transaction = context.transaction
        let id = try transaction.newID()
        let (order, unitPayment): (UInt64, UInt64) =
            switch subject {
            case .order(let id): (id, 0)
            case .unitPayment(let id): (0, id)
            }
        try transaction.execute(
            "INSERT INTO ledger_posting (id, kind, at_ms, order_id, unit_payment) VALUES (?1, ?2, ?3, ?4, ?5)", id,
            posting.kind.rawValue, context.now, order, unitPayment)
        for entry in posting.entries {
            try transaction.execute(
                "INSERT INTO ledger_entry (posting, account, fen) VALUES (?1, ?2, ?3)", id, entry.account.rawValue,
                entry.amount.count)
            try transaction.execute(
                """
                INSERT INTO ledger_balance (account, fen) VALUES (?1, ?2)
                ON CONFLICT (account) DO UPDATE SET fen = ledger_balance.fen + ?2
                """, entry.account.rawValue, entry.amount.count)
        }
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
private struct PostingRecord {
    let id: UInt64
    let kind: PostingKind
    let atMs: Int64
    let order: UInt64
    let unitPayment: UInt64

    static let columns = Columns("id, kind, at_ms, order_id, unit_payment") { row in
        PostingRecord(
            id: row.id(), kind: try row.enumeration(), atMs: row.integer(), order: row.id(), unitPayment: row.id())
    }

    static let all = SQL("SELECT \(columns) FROM ledger_posting WHERE id < ?1 ORDER BY id DESC LIMIT ?2")

    static let ofOrder = SQL(
        "SELECT \(columns) FROM ledger_posting WHERE order_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    func message(in language: Language, _ snapshot: Snapshot) throws -> LedgerPosting {
        let entries = try snapshot.all(
            "SELECT account, fen FROM ledger_entry WHERE posting = ?1 ORDER BY account", id
        ) { LedgerEntry(account: try $0.enumeration(0), fen: $0.integer(1)) }
        return LedgerPosting(
            id: id, atMs: atMs, text: kind.phrase.text(in: language), order: order, unitPayment: unitPayment,
            entries: entries)
    }
}
