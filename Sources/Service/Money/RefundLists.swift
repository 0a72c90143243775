import Application
import Domain
import Messages
import Storage

extension Orders {
    /// ORD-4: refunds, newest first, of one state or all.
    func listRefunds(_ request: ListRefundsRequest, _ context: ReadContext) throws -> ListRefundsReply {
        let snapshot = context.snapshot
        let (before, read) = (before(request.after), RefundRecord.columns.read)
        return try reply(
            listPage(request.limit, by: \.id) { limit in
                if let state = request.state {
                    try snapshot.all(RefundRecord.inState, state.rawValue, before, limit, body: read)
                } else {
                    try snapshot.all(RefundRecord.all, before, limit, body: read)
                }
            }, snapshot)
    }

    /// ORD-4: the caller's, newest first.
    func myRefunds(_ request: MyRefundsRequest, _ context: ReadContext) throws -> ListRefundsReply {
        let snapshot = context.snapshot
        let person = try context.call.person().id
        return try reply(
            listPage(request.limit, by: \.id) { limit in
                try snapshot.all(
                    RefundRecord.ofPerson, person, before(request.after), limit, body: RefundRecord.columns.read)
            }, snapshot)
    }

    private func reply(_ page: ListPage<RefundRecord, UInt64>, _ snapshot: Snapshot) throws -> ListRefundsReply {
        ListRefundsReply(refunds: try page.elements.map { try message($0, snapshot) }, next: page.next ?? 0)
    }

    func reply(_ refund: UInt64, _ context: WriteContext) throws -> RefundReply {
        RefundReply(refund: try message(RefundRecord(refund, context.transaction), context.transaction))
    }

    private func message(_ refund: RefundRecord, _ snapshot: Snapshot) throws -> Refund {
        let person = refund.order == 0 ? 0 : try OrderRecord(refund.order, snapshot).person
        return Refund(
            id: refund.id, order: refund.order, person: person,
            personName: try snapshot.first(.nameOfPerson, person) { $0.text(0) } ?? "", kind: refund.kind,
            amountFen: UInt64(clamping: refund.amount.count), state: refund.state, reason: refund.reason,
            note: refund.note, number: refund.number,
            channel: refund.payment == 0 ? nil : try channel(of: refund, snapshot), createdMs: refund.madeMs)
    }

    /// ORD-4f: a refund that its gateway cannot pay was paid by hand.
    func finishRefund(_ request: FinishRefundRequest, _ context: WriteContext) throws -> RefundReply {
        var refund = try RefundRecord(request.refund, context.transaction)
        refund.note = try checkedTitle(request.reference, field: "reference", limit: 100)
        guard refund.state == .abnormal || refund.state == .closed else {
            throw Refusal(
                .wrongState, field: "refund", "only one that its gateway could not pay is paid by hand",
                zh: "仅网关无法退回的款项可线下退款")
        }
        try finish(&refund, by: .bank, context)
        context.auditDetail = "refund \(refund.id), \(refund.amount), by hand: \(refund.note)"
        return try reply(refund.id, context)
    }

    /// ORD-4: asks the gateway once more, under the same number.
    func retryRefund(_ request: RetryRefundRequest, _ context: WriteContext) throws -> RefundReply {
        var refund = try RefundRecord(request.refund, context.transaction)
        refund.note = ""
        try refund.apply(.retry, context.transaction)
        try askGateway(for: refund, context)
        context.auditDetail = "refund \(refund.id), \(refund.amount), once more"
        return try reply(refund.id, context)
    }
}

extension RefundRecord {
    fileprivate static let all = SQL("SELECT \(columns) FROM refund WHERE id < ?1 ORDER BY id DESC LIMIT ?2")

    fileprivate static let inState = SQL(
        "SELECT \(columns) FROM refund WHERE state = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    fileprivate static let ofPerson = SQL(
        "SELECT \(columns) FROM refund WHERE person = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")
}
