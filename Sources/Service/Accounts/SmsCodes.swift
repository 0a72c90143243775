import Application
import Crypto
import Domain
import Messages
import Storage
import Wire

// ACC-4: codes by text message. A code is for one phone, one purpose and one subject (the person who changes a phone,
// the organisation that is logged in to; 0 if there is none yet), and only its keyed hash is stored.
extension Accounts {
    func sendSmsCode(_ request: SendSmsCodeRequest, _ context: WriteContext) throws -> SendSmsCodeReply {
        try spend(request.solution, context)
        switch request.purpose {
        case .register:
            return try sendSmsCode(to: MobileNumber(request.phone), for: .register, context)
        case .recover:
            let phone = try MobileNumber(request.phone)
            // Nobody learns whether a person has this phone, neither now nor when trying a code.
            let isSent = try account(phone: phone, context.transaction) != nil
            return try sendSmsCode(to: phone, for: .recover, isSent: isSent, context)
        case .oldPhone:
            let person = try context.call.person().id
            guard let phone = try boundPhone(of: person, context.transaction) else {
                throw Refusal(.wrongState, field: "purpose", Phrase("no phone is bound", "尚未绑定手机"))
            }
            return try sendSmsCode(to: phone, for: .oldPhone, of: person, context)
        case .newPhone:
            let person = try context.call.person().id
            return try sendSmsCode(to: MobileNumber(request.phone), for: .newPhone, of: person, context)
        case .organisationLogin, nil:
            throw Refusal(.invalid, field: "purpose")
        }
    }

    /// Puts a code into the outbox and invalidates an earlier one of the same phone, purpose and subject.
    /// - Parameter isSent: false leaves all the traces of a code but the message, and no code is right.
    func sendSmsCode(
        to phone: MobileNumber, for purpose: SmsPurpose, of subject: UInt64 = 0, isSent: Bool = true,
        _ context: WriteContext
    ) throws -> SendSmsCodeReply {
        let reply = try tally(phone, purpose, context)
        guard let code = SmsCode.make(random: context.random(8)) else { throw Refusal(.internal) }
        try context.transaction.execute(
            """
            INSERT INTO sms_code (phone_hash, purpose, subject, code_hash, sent_ms, failures)
            VALUES (?1, ?2, ?3, ?4, ?5, 0) ON CONFLICT (phone_hash, purpose, subject)
            DO UPDATE SET code_hash = excluded.code_hash, sent_ms = excluded.sent_ms, failures = 0
            """, people.phoneHash(phone), purpose.rawValue, subject,
            isSent ? codeHash(code, phone, purpose, subject) : context.random(32), context.now)
        guard isSent else { return reply }
        let text = purpose.text(code).text(in: Language(locale: context.call.options.locale))
        try queue(text, to: phone, purpose, context)
        return reply
    }

    /// Checks a code without consuming it, so that expensive work is skipped for a wrong one.
    func isRight(
        code typed: String, from phone: MobileNumber, for purpose: SmsPurpose, of subject: UInt64 = 0,
        _ snapshot: Snapshot, now: Int64
    ) throws -> Bool {
        guard let kept = try kept(phone, purpose, subject, snapshot) else { return false }
        guard (try? kept.check(now)) != nil, let code = SmsCode.read(typed) else { return false }
        return kept.hash == codeHash(code, phone, purpose, subject)
    }

    /// Consumes a code, once. Counts a wrong one: pass the refusal to ``WriteContext/refuseAfterCommit(_:)`` and write
    /// nothing else.
    /// - Returns: nil if the code was right.
    func refusal(
        ofCode typed: String, from phone: MobileNumber, for purpose: SmsPurpose, of subject: UInt64 = 0,
        field: String = "code", _ context: WriteContext
    ) throws -> Refusal? {
        guard let kept = try kept(phone, purpose, subject, context.transaction) else {
            return SmsCode.spent.about(field)
        }
        do throws(Refusal) {
            try kept.check(context.now)
        } catch {
            return error.about(field)
        }
        if let code = SmsCode.read(typed), kept.hash == codeHash(code, phone, purpose, subject) {
            try context.transaction.execute(
                "DELETE FROM sms_code WHERE phone_hash = ?1 AND purpose = ?2 AND subject = ?3",
                people.phoneHash(phone), purpose.rawValue, subject)
            return nil
        }
        try context.transaction.execute(
            "UPDATE sms_code SET failures = failures + 1 WHERE phone_hash = ?1 AND purpose = ?2 AND subject = ?3",
            people.phoneHash(phone), purpose.rawValue, subject)
        return Refusal(.smsCodeWrong, field: field)
    }

    private func kept(
        _ phone: MobileNumber, _ purpose: SmsPurpose, _ subject: UInt64, _ snapshot: Snapshot
    ) throws -> KeptCode? {
        try snapshot.first(
            "SELECT code_hash, sent_ms, failures FROM sms_code WHERE phone_hash = ?1 AND purpose = ?2 AND subject = ?3",
            people.phoneHash(phone), purpose.rawValue, subject
        ) { KeptCode(hash: $0.bytes(0), sent: Instant($0.integer(1)), failures: $0.int(2)) }
    }

    private func codeHash(
        _ code: String, _ phone: MobileNumber, _ purpose: SmsPurpose, _ subject: UInt64
    ) -> [UInt8] {
        var place = ByteWriter()
        place.writeFixed32(UInt32(bitPattern: purpose.rawValue))
        place.writeFixed64(subject)
        return secrets.smsCodes.mac(.smsCode, place.bytes, people.phoneHash(phone), Array(code.utf8))
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
