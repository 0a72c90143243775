import Application
import Crypto
import Domain
import Messages
import Storage

// ACC-4d: text messages leave through a durable outbox: a row is written with what caused it, and whoever sends takes it
// from there after the commit.
extension Accounts {
    func queue(_ text: String, to phone: MobileNumber, _ purpose: SmsPurpose, _ context: WriteContext) throws {
        let id = try context.transaction.newID()
        try context.transaction.execute(
            """
            INSERT INTO sms_outbox (id, at_ms, purpose, message_sealed, state, tries, next_ms, failure)
            VALUES (?1, ?2, ?3, ?4, ?5, 0, ?2, '')
            """, id, context.now, purpose.rawValue,
            people.encrypt(phone, text, ofMessage: id, nonce: context.random(SealingKey.nonceSize)),
            SmsState.waiting.rawValue)
        context.afterCommit(settings.textQueued)
    }

    /// Takes the next message that is due; it is *sending* from this commit on, so that a crash leaves a trace of it.
    func takeText(_ transaction: Transaction, now: Int64) throws -> TextMessage? {
        // A try that was lost with its server: nobody knows whether it was sent, and a code that never comes is worse.
        try transaction.execute(
            "UPDATE sms_outbox SET state = ?1 WHERE state = ?2 AND next_ms <= ?3",
            SmsState.waiting.rawValue, SmsState.sending.rawValue, now)
        while true {
            let due = try transaction.first(
                """
                SELECT id, at_ms, message_sealed FROM sms_outbox WHERE state = ?1 AND next_ms <= ?2
                ORDER BY next_ms, id LIMIT 1
                """, SmsState.waiting.rawValue, now
            ) { (id: $0.id(0), at: $0.integer(1), sealed: $0.bytes(2)) }
            guard let due else { return nil }
            guard TextDelivery.isWorthSending(queued: Instant(due.at), at: Instant(now)) else {
                try settleText(due.id, .failed, failure: "too late", next: now, transaction)
                continue
            }
            try transaction.execute(
                "UPDATE sms_outbox SET state = ?2, tries = tries + 1, next_ms = ?3 WHERE id = ?1",
                due.id, SmsState.sending.rawValue, now + TextDelivery.lostAfterMs)
            let message = try people.decryptMessage(due.sealed, due.id)
            return TextMessage(id: due.id, phone: message.phone.text, text: message.text)
        }
    }

    func settleText(_ id: UInt64, _ failure: TextFailure?, _ transaction: Transaction, now: Int64) throws {
        guard let failure else { return try settleText(id, .sent, failure: "", next: now, transaction) }
        let tries = try transaction.first("SELECT tries FROM sms_outbox WHERE id = ?1", id) { $0.int(0) }
        guard failure.isTransient, let tries, let pause = TextDelivery.pauseMs(after: tries) else {
            return try settleText(id, .failed, failure: failure.reason, next: now, transaction)
        }
        try settleText(id, .waiting, failure: failure.reason, next: now + pause, transaction)
    }

    private func settleText(
        _ id: UInt64, _ state: SmsState, failure: String, next: Int64, _ transaction: Transaction
    ) throws {
        try transaction.execute(
            "UPDATE sms_outbox SET state = ?2, failure = ?3, next_ms = ?4 WHERE id = ?1",
            id, state.rawValue, String(failure.prefix(200)), next)
    }

    /// ACC-4d: for the operator; phones masked, and texts only where nobody else sends them.
    func listSmsOutbox(_ request: ListSmsOutboxRequest, _ context: WriteContext) throws -> ListSmsOutboxReply {
        let since = context.now - TextDelivery.keptMs
        let page = try listPage(request.limit, by: \.entry.id) { limit in
            try context.transaction.all(
                """
                SELECT id, at_ms, purpose, state, tries, failure, message_sealed FROM sms_outbox
                WHERE id < ?1 AND at_ms > ?2 ORDER BY id DESC LIMIT ?3
                """, before(request.after), since, limit
            ) { row in
                (
                    entry: SmsEntry(
                        id: row.id(), atMs: row.integer(), purpose: try row.enumeration(),
                        state: try row.enumeration(), tries: row.uint32(), failure: row.text()),
                    sealed: row.bytes()
                )
            }
        }
        context.auditDetail = "\(page.elements.count) messages"
        let entries = try page.elements.map { row in
            var entry = row.entry
            let message = try people.decryptMessage(row.sealed, entry.id)
            entry.phone = message.phone.masked
            entry.text = settings.sendsTexts ? "" : message.text
            return entry
        }
        return ListSmsOutboxReply(entries: entries, next: page.next ?? 0)
    }
}

extension SmsPurpose {
    func text(_ code: String) -> Wording {
        switch self {
        case .register: SmsText.code(code, for: "to register", zh: "注册")
        case .recover: SmsText.code(code, for: "to recover your password", zh: "找回密码")
        case .oldPhone, .newPhone: SmsText.code(code, for: "to change your phone", zh: "更换手机号")
        case .organisationLogin: SmsText.code(code, for: "to log in for your organisation", zh: "单位登录")
        case .unspecified: SmsText.code(code, for: "", zh: "验证")
        }
    }
}
