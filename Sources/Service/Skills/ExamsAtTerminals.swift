import Application
import Crypto
import Domain
import Messages
import Storage

/// Somebody who examines in one exam.
struct ExaminerRecord {
    let person: UInt64
    let name: String
    /// The record of their PIN; nil for none.
    let pin: [UInt8]?
}

/// Which exams terminals are told of anew.
enum ExamsAtTerminals {
    case exam(UInt64)
    case exams(of: UInt64)
    case examsWith(UInt64)
}

// SKL-2: a terminal scores without a network: it has the checklist of each exam of its base, and the PINs of the examiners, sealed
// like names under the key that it never stores.
extension SkillsExams {
    func examiners(of offering: UInt64, _ snapshot: Snapshot) throws -> [ExaminerRecord] {
        try snapshot.all(
            """
            SELECT e.person, p.name, n.record FROM exam_examiner e JOIN person p ON p.id = e.person
            LEFT JOIN examiner_pin n ON n.person = e.person WHERE e.offering = ?1 ORDER BY e.person
            """, offering
        ) { ExaminerRecord(person: $0.id(0), name: $0.text(1), pin: $0.bytesOrNil(2)) }
    }

    /// Tells the terminals of the base what changed of exams that have not ended.
    /// - Returns: how many exams that are.
    @discardableResult
    func publishExams(_ which: ExamsAtTerminals, _ context: WriteContext) throws -> Int {
        let (transaction, now) = (context.transaction, context.now)
        let offerings =
            switch which {
            case .exam(let offering): [offering]
            case .exams(let checklist):
                try transaction.all(
                    """
                    SELECT offering FROM course_session WHERE checklist = ?1 AND ends_ms > ?2 ORDER BY ends_ms, offering
                    """, checklist, now
                ) { $0.id(0) }
            case .examsWith(let examiner):
                try transaction.all(
                    """
                    SELECT e.offering FROM exam_examiner e JOIN course_session s ON s.offering = e.offering
                    WHERE e.person = ?1 AND s.ends_ms > ?2 ORDER BY e.offering
                    """, examiner, now
                ) { $0.id(0) }
            }
        for offering in offerings { try publish(offering, context) }
        return offerings.count
    }

    /// PRJ-6d: sessions follow their offering, and the terminals of an exam's new base get its checklist. To be called when an
    /// offering was changed.
    func follow(_ offering: UInt64, _ context: WriteContext) throws {
        try bookings.follow(offering, context)
        guard try SessionRecord.find(offering, context.transaction)?.isExam == true else { return }
        try publishExams(.exam(offering), context)
    }

    private func publish(_ offering: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        let session = try SessionRecord(offering, transaction)
        guard session.state != .calledOff else { return }
        let checklist = try ChecklistRecord(session.checklist, transaction)
        let content = try checklist.content(checklist.edition, transaction)
        let key = secrets.rosterKey(base: session.base)
        let examiners = try examiners(of: offering, transaction).compactMap { examiner -> SheetExaminer? in
            guard let pin = examiner.pin else { return nil }
            let nonce = context.random(SealingKey.nonceSize)
            return SheetExaminer(
                person: examiner.person,
                encryptedName: projects.sealedName(
                    examiner.name, of: examiner.person, in: offering, base: session.base, context),
                encryptedPin: nonce
                    + key.seal(pin, nonce: nonce, .examinerPIN, rosterPlace(offering, examiner.person)))
        }
        try Scope.publish(
            .skillsExam, offering,
            SkillsExamValue(
                checklist: checklist.id, edition: UInt32(clamping: checklist.edition), title: checklist.title,
                passMarkHundredths: UInt32(content.passMark), items: content.items.map(\.message), examiners: examiners
            ), base: session.base, context)
    }

    /// SKL-2: an examiner's PIN on its way to a record.
    struct PINChange: Sendable {
        let pin: String
        let salt: [UInt8]
        /// Nil for none any more.
        var record: [UInt8]?
    }

    func loadPIN(_ request: SetExaminerPinRequest, _ context: ReadContext) throws -> PINChange {
        if !request.pin.isEmpty { try SkillsRule.requirePIN(request.pin) }
        return PINChange(pin: request.pin, salt: context.random(PasswordHash.saltSize))
    }

    func hashPIN(_ change: PINChange) throws -> PINChange {
        guard !change.pin.isEmpty else { return change }
        var change = change
        change.record = try PasswordHash(password: Array(change.pin.utf8), salt: change.salt).record
        return change
    }

    func setPIN(_ change: PINChange, _ context: WriteContext) throws -> SetExaminerPinReply {
        let person = try context.call.person().id
        try forgetPIN(of: person, context.transaction)
        if let record = change.record {
            try context.transaction.execute(
                "INSERT INTO examiner_pin (person, record) VALUES (?1, ?2)", person, record)
        }
        let exams = try publishExams(.examsWith(person), context)
        context.auditDetail =
            "PIN of examiner \(person) \(change.record == nil ? "taken back" as AuditDetail : "set"), \(exams) exams"
        return SetExaminerPinReply(exams: UInt32(clamping: exams))
    }

    /// ACC-11e: who closes an account scores no more.
    func forgetPIN(of person: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM examiner_pin WHERE person = ?1", person)
    }
}
