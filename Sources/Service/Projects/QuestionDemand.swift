import Domain
import Storage

/// EXM-2: the questions that must be enabled before the code of an offering is shown, and those that are.
struct QuestionDemand: Sendable {
    /// 0 for none.
    let needed: Int
    let enabled: Int

    init(of offering: UInt64, _ snapshot: Snapshot) throws {
        needed = try Self.needed(by: offering, snapshot)
        enabled = needed == 0 ? 0 : try Self.enabled(in: offering, snapshot)
    }

    var isMet: Bool { enabled >= needed }

    /// ATT-3: throws `wrongState` while the offering lacks enabled questions.
    func require() throws(Refusal) {
        try QuestionBank.requireEnough(enabled: enabled, needed: needed)
    }

    static func needed(by offering: UInt64, _ snapshot: Snapshot) throws -> Int {
        let found = try snapshot.first(
            """
            SELECT j.category, o.modality, q.value FROM offering o JOIN project j ON j.id = o.project
            LEFT JOIN policy_switch q ON q.programme = o.programme AND q.name = 'minQuestions' WHERE o.id = ?1
            """, offering
        ) { row in
            ExamDemand.questions(
                minQuestions: row.textOrNil(2).flatMap { Int($0) }, category: try row.enumeration(0),
                modality: try row.enumeration(1))
        }
        return found ?? 0
    }

    /// How many questions of a bank are enabled.
    static func enabled(in bank: UInt64, _ snapshot: Snapshot) throws -> Int {
        try snapshot.first("SELECT COUNT(*) FROM question WHERE bank = ?1 AND enabled = 1", bank) { $0.int(0) } ?? 0
    }
}
