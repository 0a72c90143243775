/// ORD-6b: the day of a gateway that one of its statements is about.
package struct StatementSpan: Equatable, Sendable {
    /// UTC milliseconds of its payments: a day of Beijing, with UnionPay from 23:00 of the day before.
    package let range: Range<Int64>

    package init(_ channel: PaymentChannel, _ day: Day) {
        let (start, end) = (ZoneRule.china.instant(day), ZoneRule.china.instant(day.adding(1)))
        let shift: Int64 = channel == .unionPay ? 3_600_000 : 0
        range = start.milliseconds - shift..<end.milliseconds - shift
    }
}

/// One row of a gateway's statement.
package struct StatementEntry: Equatable, Sendable {
    package static let nameLimit = 64

    package let kind: StatementRowKind
    package let number: String
    package let transaction: String
    package let amount: Fen
    /// UTC milliseconds of a payment; nil where the file does not say.
    package let atMs: Int64?

    /// - Throws: `invalid` for a row that no gateway writes.
    package init(
        kind: StatementRowKind?, number: String, transaction: String, fen: UInt64, atMs: Int64?
    ) throws(Refusal) {
        guard let kind else { throw Refusal(.invalid, field: "kind") }
        guard (1...Self.nameLimit).contains(number.utf8.count) else {
            throw Refusal(
                .invalid, field: "number", "1 to \(Self.nameLimit) characters", zh: "须为 1 至 \(Self.nameLimit) 个字符")
        }
        guard transaction.utf8.count <= Self.nameLimit else {
            throw Refusal(
                .invalid, field: "transaction", "at most \(Self.nameLimit) characters", zh: "最多 \(Self.nameLimit) 个字符")
        }
        self.kind = kind
        self.number = number
        self.transaction = transaction
        self.amount = try Fen(checking: fen, field: "fen")
        self.atMs = atMs
    }

    /// - Throws: `invalid` for a payment of another day: the wrong file, or the wrong day.
    package func requireInside(_ span: StatementSpan) throws(Refusal) {
        guard kind == .payment, let atMs, !span.range.contains(atMs) else { return }
        let clock = ZoneRule.china.clock(Instant(atMs))
        throw Refusal(
            .invalid, field: "rows", "payment \(number) is of \(clock): this is the statement of another day",
            zh: "付款 \(number) 的时间为 \(clock)，不属于该日的对账单")
    }
}
