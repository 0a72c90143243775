import Crypto
import Domain
package import Messages
import Storage
import Wire

/// Somebody who examines in an exam, as this terminal knows them.
package struct Examiner: Sendable, Equatable {
    package let person: UInt64
    /// Nil without the roster key.
    package let name: String?
}

extension TerminalCore {
    /// Wrong PINs in a row before the terminal waits, and how long it does.
    package static let wrongPINLimit = 5
    package static let wrongPINWaitMs: UInt64 = 15 * 60_000

    /// Returns what this terminal knows of a skills exam: its checklist and examiners.
    /// - Throws: `notFound` for an offering that is none, or that has not been synced.
    package func skillsExam(_ offering: UInt64) throws -> SkillsExamValue {
        try database.read { try skillsExam(offering, $0) }
    }

    func skillsExam(_ offering: UInt64, _ snapshot: Snapshot) throws -> SkillsExamValue {
        guard let value = try scopeValue(.skillsExam, offering, snapshot) else {
            throw Refusal(
                .notFound, field: "offering", "this terminal knows no skills exam \(offering); sync it",
                zh: "本终端没有技能考核 \(offering)，请先同步")
        }
        return try SkillsExamValue(serialized: value)
    }

    /// Returns those who can score an exam here.
    package func examiners(of offering: UInt64) throws -> [Examiner] {
        try skillsExam(offering).examiners.map { examiner in
            let name = open(examiner.encryptedName, .rosterName, offering, examiner.person)
            return Examiner(person: examiner.person, name: name.map { String(decoding: $0, as: UTF8.self) })
        }
    }

    /// Returns an examiner by id, or by a name that no other has.
    package func examiner(named: String, of offering: UInt64) throws -> Examiner {
        let all = try examiners(of: offering)
        let found = all.filter { "\($0.person)" == named || $0.name == named }
        if found.count == 1, let only = found.first { return only }
        let list = all.isEmpty ? "–" : all.map { "\($0.person) \($0.name ?? "")" }.joined(separator: ", ")
        throw Refusal(
            .notFound, field: "examiner", "“\(named)” is no examiner of this exam with a PIN; there are: \(list)",
            zh: "“\(named)”不是本场设有口令的考官；现有：\(list)")
    }

    /// Returns those who may mark at the base; nobody where the server has not said it.
    func markers(_ snapshot: Snapshot) throws -> [(account: String, examiner: Examiner)] {
        guard let base = try enrolment(snapshot)?.base else { return [] }
        return try scopeValues(.examiner, snapshot).map { bytes in
            let value = try ExaminerValue(serialized: bytes)
            let name = open(value.encryptedName, .rosterName, base, value.person)
            return (
                value.account,
                Examiner(person: value.person, name: name.map { String(decoding: $0, as: UTF8.self) })
            )
        }
    }

    /// Returns who marks, by person id, account, or a name that no other has.
    /// - Parameter isUnlisted: takes an id that this terminal does not know.
    /// - Throws: `notFound`, with those who may; anybody's id is taken while the terminal knows of nobody.
    package func marker(named text: String, isUnlisted: Bool) throws -> UInt64 {
        let all = try database.read { try markers($0) }
        let found = all.filter { ["\($0.examiner.person)", $0.account, $0.examiner.name].contains(text) }
        if found.count == 1, let only = found.first { return only.examiner.person }
        if all.isEmpty || isUnlisted, let id = UInt64(text), id != 0 { return id }
        let list = all.isEmpty ? "–" : all.map { "\($0.account) \($0.examiner.name ?? "")" }.joined(separator: ", ")
        throw Refusal(
            .notFound, field: "actor", "“\(text)” may not mark at this base, as of the last sync; there are: \(list)",
            zh: "截至上次同步，“\(text)”不是本基地的考官；现有：\(list)")
    }

    /// SKL-2: verifies an examiner's PIN, without a network. After five wrong ones in a row the terminal takes none of theirs for a
    /// quarter of an hour of its running time.
    /// - Throws: `wrongCredentials`; `locked`; `wrongState` without the key that a sync brings.
    package func verify(_ pin: String, of examiner: Examiner, in offering: UInt64, at: DeviceTime) throws {
        try requirePINAllowed(examiner.person, at)
        let sealed = try skillsExam(offering).examiners.first { $0.person == examiner.person }?.encryptedPin
        guard let record = open(sealed ?? [], .examinerPIN, offering, examiner.person) else {
            throw Refusal(
                .wrongState, field: "pin", "this terminal cannot read the PIN; sync it", zh: "本终端无法核验口令，请先同步")
        }
        let isRight = try PasswordHash(record: record).matches(Array(pin.utf8))
        try database.write { transaction in
            guard !isRight else { return try forgetWrongPINs(of: examiner.person, transaction) }
            try transaction.execute(
                """
                INSERT INTO wrong_pin (person, failures, boot, monotonic_ms) VALUES (?1, 1, ?2, ?3)
                ON CONFLICT (person) DO UPDATE SET failures = wrong_pin.failures + 1, boot = ?2, monotonic_ms = ?3
                """, examiner.person, boot, at.monotonicMs)
        }
        guard isRight else { throw Refusal(.wrongCredentials, field: "pin", "wrong PIN", zh: "口令错误") }
    }

    private func forgetWrongPINs(of person: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM wrong_pin WHERE person = ?1", person)
    }

    private func requirePINAllowed(_ person: UInt64, _ at: DeviceTime) throws {
        let until = try database.write { transaction -> UInt64? in
            let wrong = try transaction.first(
                "SELECT failures, boot, monotonic_ms FROM wrong_pin WHERE person = ?1", person
            ) { (failures: $0.int(0), boot: $0.id(1), monotonicMs: $0.id(2)) }
            guard let wrong, wrong.failures >= Self.wrongPINLimit else { return nil }
            // How long the device was off is not known: the wait begins anew with a boot.
            let since = wrong.boot == boot ? wrong.monotonicMs : at.monotonicMs
            guard at.monotonicMs < since + Self.wrongPINWaitMs else {
                try forgetWrongPINs(of: person, transaction)
                return nil
            }
            try transaction.execute(
                "UPDATE wrong_pin SET boot = ?2, monotonic_ms = ?3 WHERE person = ?1", person, boot, since)
            return since + Self.wrongPINWaitMs
        }
        guard let until else { return }
        throw Refusal(.locked, field: "pin").after(milliseconds: Int64(until - at.monotonicMs))
    }

    /// Decrypts what was sealed for this base; nil if the key does not fit.
    private func open(_ sealed: [UInt8], _ context: Context, _ offering: UInt64, _ person: UInt64) -> [UInt8]? {
        guard let rosterKey, sealed.count > SealingKey.nonceSize else { return nil }
        var place = ByteWriter(capacity: 16)
        place.writeFixed64(offering)
        place.writeFixed64(person)
        do {
            let nonce = Array(sealed[..<SealingKey.nonceSize])
            return try rosterKey.open(Array(sealed[SealingKey.nonceSize...]), nonce: nonce, context, place.bytes)
        } catch {
            return nil
        }
    }
}
