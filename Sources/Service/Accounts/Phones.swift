import Application
import Crypto
import Domain
import Messages
import Storage

// ACC-2a: a phone is bound by a code sent to it; one from a list is only on record.
extension Accounts {
    func bind(_ phone: MobileNumber, to person: UInt64, _ context: WriteContext) throws {
        try context.transaction.execute(
            "UPDATE person SET phone_sealed = ?2, phone_hash = ?3, phone_bound_ms = ?4 WHERE id = ?1", person,
            people.encrypt(phone, of: person, nonce: context.random(SealingKey.nonceSize)), people.phoneHash(phone),
            context.now)
    }

    func boundPhone(of person: UInt64, _ snapshot: Snapshot) throws -> MobileNumber? {
        let sealed = try snapshot.first(
            "SELECT phone_sealed FROM person WHERE id = ?1 AND phone_bound_ms > 0", person
        ) { $0.bytesOrNil(0) }
        return try sealed?.map { try people.decryptPhone($0, of: person) }
    }

    /// ACC-11a: changes the phone with a code to the old phone and one to the new.
    func changePhone(_ request: ChangePhoneRequest, _ context: WriteContext) throws -> ChangePhoneReply {
        let person = try context.call.person().id
        let phone = try MobileNumber(request.phone)
        let old = try boundPhone(of: person, context.transaction)
        let codes: [(code: String, phone: MobileNumber, purpose: SmsPurpose, field: String)] =
            (old.map { [(request.oldCode, $0, .oldPhone, "old_code")] } ?? [])
            + [(request.code, phone, .newPhone, "code")]
        // Both are checked first, so that a wrong one does not spend the other.
        for one in codes {
            let isRight = try isRight(
                code: one.code, from: one.phone, for: one.purpose, of: person, context.transaction, now: context.now)
            guard !isRight else { continue }
            context.refuseAfterCommit(
                try refusal(
                    ofCode: one.code, from: one.phone, for: one.purpose, of: person, field: one.field, context)
                    ?? Refusal(.internal))
            return ChangePhoneReply()
        }
        for one in codes {
            _ = try refusal(ofCode: one.code, from: one.phone, for: one.purpose, of: person, context)
        }
        try free(phone, for: person, context)
        try bind(phone, to: person, context)
        context.auditDetail = "phone of person \(person): \(old == nil ? "bound" as AuditDetail : "changed")"
        return ChangePhoneReply(phone: phone.masked)
    }

    /// Makes room for a phone that `person` has proven: whoever only has it written down loses it.
    /// - Throws: ``Refusal`` `alreadyExists` when somebody logs in with it.
    func free(_ phone: MobileNumber, for person: UInt64, _ context: WriteContext) throws {
        let holder = try context.transaction.first(
            "SELECT p.id, a.person FROM person p LEFT JOIN account a ON a.person = p.id WHERE p.phone_hash = ?1",
            people.phoneHash(phone)
        ) { (person: $0.id(0), hasAccount: !$0.isNull(1)) }
        guard let holder, holder.person != person else { return }
        guard !holder.hasAccount else { throw Refusal(.alreadyExists, field: "phone") }
        try context.transaction.execute(.unbindPhone, holder.person)
    }
}
