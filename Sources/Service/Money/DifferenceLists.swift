import Application
import Domain
import Messages
import Storage

extension Orders {
    /// ORD-6b: differences, newest first.
    func listDifferences(_ request: ListDifferencesRequest, _ context: ReadContext) throws -> ListDifferencesReply {
        let snapshot = context.snapshot
        let (before, read) = (before(request.after), DifferenceRecord.columns.read)
        let page = try listPage(request.limit, by: \.id) { limit in
            switch (request.statement, request.state) {
            case (0, nil): try snapshot.all(DifferenceRecord.all, before, limit, body: read)
            case (0, let state?):
                try snapshot.all(DifferenceRecord.inState, state.rawValue, before, limit, body: read)
            case (let statement, nil):
                try snapshot.all(DifferenceRecord.ofStatement, statement, before, limit, body: read)
            case (let statement, let state?):
                try snapshot.all(
                    DifferenceRecord.ofStatementInState, statement, state.rawValue, before, limit, body: read)
            }
        }
        let language = Language(locale: context.call.options.locale)
        return ListDifferencesReply(
            differences: try page.elements.map { try message($0, in: language, snapshot) }, next: page.next ?? 0)
    }

    private func message(
        _ known: DifferenceRecord, in language: Language, _ snapshot: Snapshot
    ) throws -> StatementDifference {
        StatementDifference(
            id: known.id, statement: known.statement, channel: known.channel, day: known.day.number, kind: known.kind,
            rowKind: known.rowKind, number: known.number, transaction: known.transaction,
            oursFen: UInt64(clamping: known.ours.count), theirsFen: UInt64(clamping: known.theirs.count),
            order: known.order, state: known.state,
            explanation: try explanation(of: known, snapshot).text(in: language), reason: known.reason,
            settledBy: known.actor,
            settledByName: try snapshot.first(.nameOfPerson, known.actor) { $0.text(0) } ?? "",
            settledMs: known.settledMs, createdMs: known.createdMs)
    }

    /// Tells the present knowledge here, as a start for whoever looks into it.
    private func explanation(of known: DifferenceRecord, _ snapshot: Snapshot) throws -> Phrase {
        switch known.kind {
        case .missingHere: try whyMissing(known, snapshot)
        case .missingThere:
            Phrase(
                "entered here; a statement of the day before or after may have it, else ask the gateway",
                "本方已入账；可能在前后一日的对账单中，否则请向支付机构核实")
        case .different:
            Phrase("here \(known.ours), there \(known.theirs)", "本方 \(known.ours)，对方 \(known.theirs)")
        case .repeated: Phrase("the statement has it twice, the books once", "对账单中出现两次，账内仅一次")
        }
    }

    private func whyMissing(_ known: DifferenceRecord, _ snapshot: Snapshot) throws -> Phrase {
        switch known.rowKind {
        case .payment:
            guard let payment = try PaymentRecord.find(number: known.number, of: known.channel, snapshot) else {
                return Phrase(
                    "no payment was asked for under this number here; it can go back (rollcall-admin ledger return --ids \(known.id) --reason TEXT)",
                    "本方没有此付款单号；可原路退回（rollcall-admin ledger return --ids \(known.id) --reason 原因）")
            }
            let state = payment.state.phrase
            return Phrase(
                "the payment is \(state.en) here; the gateway was asked about it", "本方该付款为“\(state.zh)”，已向支付机构查询")
        case .refund:
            guard let refund = try RefundRecord.find(number: known.number, snapshot) else {
                return Phrase("no refund was asked for under this number here", "本方没有此退款单号")
            }
            let state = refund.state.phrase
            return refund.state == .done
                ? Phrase("refund \(refund.id) was paid by hand as well", "退款 \(refund.id) 已另行线下退回")
                : Phrase("refund \(refund.id) is \(state.en) here", "退款 \(refund.id) 在本方为“\(state.zh)”")
        }
    }
}

extension DifferenceRecord {
    fileprivate static let all = SQL(
        "SELECT \(columns) FROM statement_difference WHERE id < ?1 ORDER BY id DESC LIMIT ?2")

    fileprivate static let inState = SQL(
        "SELECT \(columns) FROM statement_difference WHERE state = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    fileprivate static let ofStatement = SQL(
        "SELECT \(columns) FROM statement_difference WHERE statement = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    fileprivate static let ofStatementInState = SQL(
        """
        SELECT \(columns) FROM statement_difference WHERE statement = ?1 AND state = ?2 AND id < ?3 ORDER BY id DESC
        LIMIT ?4
        """)
}
