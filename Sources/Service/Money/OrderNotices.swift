import Application
import Domain
import Messages
import Storage

extension Orders {
    /// BKG-5: what is read before an order. Another text is another version, to be read anew.
    func setOrderNotice(_ request: SetOrderNoticeRequest, _ context: WriteContext) throws -> OrderNoticeReply {
        let transaction = context.transaction
        _ = try programmes.name(of: request.programme, transaction)
        let policy = try programmes.policy(of: request.programme, transaction)
        let text = try OrderNotice.checked(request.text)
        try transaction.execute(
            """
            INSERT INTO order_notice (programme, version, text) VALUES (?1, 1, ?2)
            ON CONFLICT (programme) DO UPDATE SET version = order_notice.version + 1, text = ?2
            """, request.programme, text)
        let notice = try notice(of: request.programme, transaction)
        context.auditDetail = "programme \(request.programme): version \(notice?.version ?? 0)"
        return OrderNoticeReply(
            text: text, version: notice?.version ?? 0, waitMs: UInt32(clamping: (policy.noticeSeconds ?? 0) * 1000))
    }

    /// BKG-5: opens the notice: its time runs from now on, by the server's clock. Opened again, it runs from the first time.
    func openOrderNotice(_ request: OpenOrderNoticeRequest, _ context: WriteContext) throws -> OrderNoticeReply {
        let transaction = context.transaction
        let person = try context.call.person().id
        _ = try programmes.name(of: request.programme, transaction)
        let policy = try programmes.policy(of: request.programme, transaction)
        guard let notice = try notice(of: request.programme, transaction) else { return OrderNoticeReply() }
        try transaction.execute(
            """
            INSERT INTO order_notice_opened (person, programme, version, at_ms) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (person, programme) DO UPDATE SET version = ?3, at_ms = CASE order_notice_opened.version
            WHEN ?3 THEN order_notice_opened.at_ms ELSE ?4 END
            """, person, request.programme, notice.version, context.now)
        let opened = try opened(by: person, request.programme, transaction)
        let ready = (opened?.atMs ?? context.now) + Int64(policy.noticeSeconds ?? 0) * 1000
        return OrderNoticeReply(
            text: notice.text, version: notice.version, waitMs: UInt32(clamping: ready - context.now))
    }

    /// BKG-5: lets an order go on whose notice was open for long enough. It is good for this order alone.
    func spendNotice(
        of programme: UInt64, _ person: UInt64, version: UInt32, _ policy: Policy, _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        guard let seconds = policy.noticeSeconds, seconds > 0, let notice = try notice(of: programme, transaction)
        else {
            return
        }
        guard let opened = try opened(by: person, programme, transaction), opened.version == notice.version,
            version == notice.version
        else { throw Refusal(.noticeNotRead, field: "notice_version") }
        let rest = opened.atMs + Int64(seconds) * 1000 - context.now
        guard rest <= 0 else {
            throw Refusal(
                .tooEarly, field: "notice_version",
                Phrase(
                    "read the notice for another \((rest + 999) / 1000) s", "请继续阅读报名须知 \((rest + 999) / 1000) 秒"))
        }
        try transaction.execute(
            "DELETE FROM order_notice_opened WHERE person = ?1 AND programme = ?2", person, programme)
    }

    private func notice(of programme: UInt64, _ snapshot: Snapshot) throws -> (version: UInt32, text: String)? {
        try snapshot.first("SELECT version, text FROM order_notice WHERE programme = ?1", programme) {
            (version: $0.uint32(0), text: $0.text(1))
        }
    }

    private func opened(
        by person: UInt64, _ programme: UInt64, _ snapshot: Snapshot
    ) throws -> (version: UInt32, atMs: Int64)? {
        try snapshot.first(
            "SELECT version, at_ms FROM order_notice_opened WHERE person = ?1 AND programme = ?2", person, programme
        ) { (version: $0.uint32(0), atMs: $0.integer(1)) }
    }
}
