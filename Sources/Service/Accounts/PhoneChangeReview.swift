import Application
import Crypto
import Domain
import Messages
import Storage

// ACC-11a: a person who has lost the old phone asks an identity reviewer.
extension Accounts {
    func askPhoneChange(_ request: AskPhoneChangeRequest, _ context: WriteContext) throws -> AskPhoneChangeReply {
        let transaction = context.transaction
        let person = try context.call.person().id
        let phone = try MobileNumber(request.phone)
        let reason = try checkedTitle(request.reason, field: "reason", limit: 200)
        if let refused = try refusal(ofCode: request.code, from: phone, for: .newPhone, of: person, context) {
            context.refuseAfterCommit(refused)
            return AskPhoneChangeReply()
        }
        let isWaiting = try transaction.exists(
            "SELECT 1 FROM phone_change WHERE person = ?1 AND phone_sealed IS NOT NULL", person)
        guard !isWaiting else { throw Refusal(.wrongState, Phrase("one waits already", "已有待审核的申请")) }
        let id = try transaction.newID()
        try transaction.execute(
            "INSERT INTO phone_change (id, person, reason, phone_sealed) VALUES (?1, ?2, ?3, ?4)", id, person, reason,
            people.encrypt(phone, as: "phone_change.phone", of: id, nonce: context.random(SealingKey.nonceSize)))
        try reviews.openReview(
            phoneChangeReview, subject: id, container: 0, person: person,
            stops: [ReviewStop(level: .identity, organisation: try identities.home(of: person, transaction))], context)
        context.auditDetail = "change \(id) of the phone of person \(person)"
        return AskPhoneChangeReply(change: id)
    }

    /// The review of a change of phone, by an identity reviewer, who sees the reason and no phone.
    var phoneChangeReview: ReviewSubject {
        ReviewSubject(kind: .phoneChange, isReturnable: false) { subject, snapshot in
            try snapshot.first("SELECT reason FROM phone_change WHERE id = ?1", subject) { $0.text(0) } ?? ""
        } check: { _, _, _ in
        } decided: { [self] record, decision, context in
            let sealed = try context.transaction.first(.phoneOfChange, record.subject) { $0.bytesOrNil(0) }
            guard let sealed = sealed ?? nil else { throw Refusal(.wrongState) }
            try context.transaction.execute(
                "UPDATE phone_change SET phone_sealed = NULL WHERE id = ?1", record.subject)
            guard decision == .approved else { return }
            guard try account(person: record.person, context.transaction) != nil else { throw Refusal(.notFound) }
            let phone = try people.decryptPhone(sealed, as: "phone_change.phone", of: record.subject)
            try free(phone, for: record.person, context)
            try bind(phone, to: record.person, context)
            context.auditDetail = "phone of person \(record.person): changed"
        }
    }
}
