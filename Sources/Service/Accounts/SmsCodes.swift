import Application
import Crypto
import Domain
import Messages
import Storage
import Wire

// ACC-4: codes by text message. A code is for one phone, one purpose and one subject (who changes a phone, which
// organisation logs in; 0 where there is nobody yet), and only its keyed hash is kept.
extension Service {
    func sendSmsCode(_ request: SendSmsCodeRequest, _ context: WriteContext) throws -> SendSmsCodeReply {
        try spend(request.solution, context)
        switch request.purpose {
        case .register:
            return try sendSmsCode(to: MobileNumber(request.phone), for: .register, context)
        case .recover:
            let phone = try MobileNumber(request.phone)
            // Nobody is told whether somebody has this phone.
            guard try account(phone: phone, context.transaction) != nil else { return try tally(phone, context) }
            return try sendSmsCode(to: phone, for: .recover, context)
        case .oldPhone:
            let person = try context.call.person().id
            guard let phone = try boundPhone(of: person, context.transaction) else {
                throw Refused(.wrongState, field: "purpose", Wording("no phone is bound", zh: "尚未绑定手机"))
            }
            return try sendSmsCode(to: phone, for: .oldPhone, of: person, context)
        case .newPhone:
            let person = try context.call.person().id
            return try sendSmsCode(to: MobileNumber(request.phone), for: .newPhone, of: person, context)
        case .organisationLogin, .unspecified:
            throw Refused(.invalid, field: "purpose")
        }
    }

    /// Leaves a code in the outbox; an earlier one of the same phone, purpose and subject is good no more.
    func sendSmsCode(
        to phone: MobileNumber, for purpose: SmsPurpose, of subject: UInt64 = 0, _ context: WriteContext
    ) throws -> SendSmsCodeReply {
        let reply = try tally(phone, context)
        guard let code = SmsCode.make(random: context.random(8)) else { throw Refused(.internal) }
        try context.transaction.execute(
            """
            INSERT INTO sms_code (phone_hash, purpose, subject, code_hash, sent_ms, failures) \
            VALUES (?1, ?2, ?3, ?4, ?5, 0) ON CONFLICT (phone_hash, purpose, subject) \
            DO UPDATE SET code_hash = excluded.code_hash, sent_ms = excluded.sent_ms, failures = 0
            """, phoneHash(phone), purpose.rawValue, subject, codeHash(code, phone, purpose, subject), context.now)
        let text = purpose.text(code).text(in: Language(locale: context.call.options.locale))
        try queue(text, to: phone, purpose, context)
        return reply
    }

    /// Whether the code would be taken, without taking it: what is dear is not done for a wrong one.
    func isRight(
        code typed: String, from phone: MobileNumber, for purpose: SmsPurpose, of subject: UInt64 = 0,
        _ snapshot: Snapshot, now: Int64
    ) throws -> Bool {
        guard let kept = try kept(phone, purpose, subject, snapshot) else { return false }
        guard (try? kept.check(now)) != nil, let code = SmsCode.read(typed) else { return false }
        return kept.hash == codeHash(code, phone, purpose, subject)
    }

    /// Takes a code, once. A wrong one counts: give the refusal to ``WriteContext/refuseAfterCommit(_:)`` and write nothing
    /// else.
    /// - Returns: `nil` when the code was right.
    func refusal(
        ofCode typed: String, from phone: MobileNumber, for purpose: SmsPurpose, of subject: UInt64 = 0,
        field: String = "code", _ context: WriteContext
    ) throws -> Refused? {
        guard let kept = try kept(phone, purpose, subject, context.transaction) else {
            return Refused(SmsCode.spent).about(field)
        }
        do throws(Refusal) {
            try kept.check(context.now)
        } catch {
            return Refused(error).about(field)
        }
        if let code = SmsCode.read(typed), kept.hash == codeHash(code, phone, purpose, subject) {
            try context.transaction.execute(
                "DELETE FROM sms_code WHERE phone_hash = ?1 AND purpose = ?2 AND subject = ?3",
                phoneHash(phone), purpose.rawValue, subject)
            return nil
        }
        try context.transaction.execute(
            "UPDATE sms_code SET failures = failures + 1 WHERE phone_hash = ?1 AND purpose = ?2 AND subject = ?3",
            phoneHash(phone), purpose.rawValue, subject)
        return Refused(.smsCodeWrong, field: field)
    }

    private func kept(
        _ phone: MobileNumber, _ purpose: SmsPurpose, _ subject: UInt64, _ snapshot: Snapshot
    ) throws -> KeptCode? {
        try snapshot.first(
            "SELECT code_hash, sent_ms, failures FROM sms_code WHERE phone_hash = ?1 AND purpose = ?2 AND subject = ?3",
            phoneHash(phone), purpose.rawValue, subject
        ) { KeptCode(hash: $0.bytes(0), sent: Instant($0.integer(1)), failures: $0.int(2)) }
    }

    private func codeHash(
        _ code: String, _ phone: MobileNumber, _ purpose: SmsPurpose, _ subject: UInt64
    ) -> [UInt8] {
        var place = ByteWriter()
        place.writeFixed32(UInt32(bitPattern: purpose.rawValue))
        place.writeFixed64(subject)
        return secrets.smsCodes.mac(.smsCode, place.bytes, phoneHash(phone), Array(code.utf8))
    }

    /// ACC-4b: counts a message to a phone, and against the source that asks for it.
    private func tally(_ phone: MobileNumber, _ context: WriteContext) throws -> SendSmsCodeReply {
        let hash = phoneHash(phone)
        let before = try context.transaction.first(
            "SELECT day, sent, last_ms FROM sms_tally WHERE phone_hash = ?1", hash
        ) { SmsTally(day: Day($0.int32(0)), sent: $0.int(1), last: Instant($0.integer(2))) }
        let tally = try SmsTally.sending(before, at: Instant(context.now))
        try spendSource(context)
        try context.transaction.execute(
            """
            INSERT INTO sms_tally (phone_hash, day, sent, last_ms) VALUES (?1, ?2, ?3, ?4) \
            ON CONFLICT (phone_hash) DO UPDATE SET day = excluded.day, sent = excluded.sent, last_ms = excluded.last_ms
            """, hash, tally.day.number, tally.sent, tally.last.milliseconds)
        return SendSmsCodeReply(expiresMs: context.now + SmsCode.lifeMs, nextMs: context.now + SmsTally.pauseMs)
    }

    /// Refuses a source that has had as many codes sent, to whatever phones, as its budget allows.
    private func spendSource(_ context: WriteContext) throws {
        let (source, now) = (LoginSource(address: context.call.peer.address).text, Instant(context.now))
        let used = try context.transaction.first("SELECT used_until_ms FROM sms_source WHERE source = ?1", source) {
            Instant($0.integer(0))
        }
        let wait = Budget.codesOfSource.waitMs(usedUntil: used ?? Instant(0), at: now)
        guard wait == 0 else {
            let seconds = (wait + 999) / 1000
            throw Refused(
                .smsSourceTooOften, Wording("in \(seconds) s", zh: "\(seconds) 秒后"), retryAfterMs: UInt32(wait))
        }
        try context.transaction.execute(
            """
            INSERT INTO sms_source (source, used_until_ms) VALUES (?1, ?2) \
            ON CONFLICT (source) DO UPDATE SET used_until_ms = excluded.used_until_ms
            """, source, Budget.codesOfSource.spending(usedUntil: used ?? Instant(0), at: now).milliseconds)
    }
}

private struct KeptCode {
    let hash: [UInt8]
    let sent: Instant
    let failures: Int

    func check(_ now: Int64) throws(Refusal) {
        try SmsCode.check(sent: sent, failures: failures, at: Instant(now))
    }
}

extension Refused {
    /// The same refusal, of another field of the request.
    func about(_ field: String) -> Refused {
        var refused = self
        refused.field = field
        return refused
    }
}
