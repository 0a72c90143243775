import Application
import Domain
import Messages
import Storage

// ACC-4b: the limits on text messages: per phone and purpose, so that one purpose does not use up another's; per
// source; and for the whole site, whose budget applies only to messages that anybody may request.
extension Accounts {
    /// Counts a message, even if it is not sent because nobody has the phone.
    func tally(
        _ phone: MobileNumber, _ purpose: SmsPurpose, _ context: WriteContext
    ) throws -> SendSmsCodeReply {
        let hash = people.phoneHash(phone)
        let before = try context.transaction.first(
            "SELECT day, sent, last_ms FROM sms_count WHERE phone_hash = ?1 AND purpose = ?2", hash, purpose.rawValue
        ) { SmsTally(day: Day($0.int32(0)), sent: $0.int(1), last: Instant($0.integer(2))) }
        let tally = try SmsTally.sending(before, at: Instant(context.now))
        try spendSource(context)
        try spendSite(purpose, context)
        try context.transaction.execute(
            """
            INSERT INTO sms_count (phone_hash, purpose, day, sent, last_ms) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (phone_hash, purpose)
            DO UPDATE SET day = excluded.day, sent = excluded.sent, last_ms = excluded.last_ms
            """, hash, purpose.rawValue, tally.day.number, tally.sent, tally.last.milliseconds)
        return SendSmsCodeReply(expiresMs: context.now + SmsCode.lifeMs, nextMs: context.now + SmsTally.pauseMs)
    }

    /// Counts a message of the site; beyond its budget throws for one that anybody may request. Second factors are
    /// still sent: the number of people who have one bounds them.
    private func spendSite(_ purpose: SmsPurpose, _ context: WriteContext) throws {
        let (accounts, now) = (settings, Instant(context.now))
        for (span, limit) in [(SmsSpan.hour, accounts.textsAnHour), (.day, accounts.textsADay)] {
            let before = try context.transaction.first(
                "SELECT began_ms, sent FROM sms_site WHERE span_ms = ?1", span.milliseconds
            ) { SmsSiteTally(began: Instant($0.integer(0)), sent: $0.int(1)) }
            let tally = SmsSiteTally.sending(before, in: span, at: now)
            if tally.sent > limit, purpose.isAnybodys { throw tally.refusal(of: span, at: now) }
            try context.transaction.execute(
                """
                INSERT INTO sms_site (span_ms, began_ms, sent) VALUES (?1, ?2, ?3)
                ON CONFLICT (span_ms) DO UPDATE SET began_ms = excluded.began_ms, sent = excluded.sent
                """, span.milliseconds, tally.began.milliseconds, tally.sent)
            guard tally.sent == limit else { continue }
            let line = LogLine(
                .warning, "no more text messages for strangers until the \(span) is over", [("sent", "\(limit)")])
            context.afterCommit { [ports] in ports.log(line) }
        }
    }

    /// Counts a code requested by a source; throws beyond its budget.
    private func spendSource(_ context: WriteContext) throws {
        let (source, now) = (context.call.peer.source.text, Instant(context.now))
        let used = try context.transaction.first("SELECT used_until_ms FROM sms_source WHERE source = ?1", source) {
            Instant($0.integer(0))
        }
        let wait = Budget.codesOfSource.waitMs(usedUntil: used ?? Instant(0), at: now)
        guard wait == 0 else {
            let seconds = (wait + 999) / 1000
            throw Refusal(
                .smsSourceTooOften, Phrase("in \(seconds) s", "\(seconds) 秒后"), retryAfterMs: UInt32(wait))
        }
        try context.transaction.execute(
            """
            INSERT INTO sms_source (source, used_until_ms) VALUES (?1, ?2)
            ON CONFLICT (source) DO UPDATE SET used_until_ms = excluded.used_until_ms
            """, source, Budget.codesOfSource.spending(usedUntil: used ?? Instant(0), at: now).milliseconds)
    }
}

extension SmsPurpose {
    /// Whether anybody may request such a message, to any phone.
    fileprivate var isAnybodys: Bool {
        switch self {
        case .register, .recover, .newPhone: true
        case .oldPhone, .organisationLogin: false
        }
    }
}
