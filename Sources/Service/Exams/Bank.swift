import Application
import Domain
import Messages
import Storage

/// EXM-1: a bank of questions, of an offering or of a programme, whose id is its own.
struct Bank: Sendable {
    let id: UInt64
    /// Nil for a programme's.
    let offering: OfferingRecord?

    static let roles: [Role] = [.platformAdmin, .providerAdmin, .baseAdmin]

    /// - Throws: `notFound`; `notAllowed` unless the caller has the offering in hand, or administrates the platform.
    init(_ id: UInt64, field: String = "bank", for call: Call, _ snapshot: Snapshot) throws {
        self.id = id
        if try snapshot.exists(.offeringExists, id) {
            let offering = try OfferingRecord(id, snapshot)
            try call.requireAuthority(over: offering, as: Self.roles, snapshot)
            self.offering = offering
        } else {
            guard call.isPlatformAdministrator else { throw Refusal(.notAllowed) }
            guard try snapshot.exists(.programmeExists, id) else {
                throw Refusal(.notFound, field: field, "no offering and no programme", zh: "没有此期次或项目体系")
            }
            offering = nil
        }
    }
}

extension Exams {
    /// EXM-2: the enabled questions that an offering needs before its code is shown; 0 for none.
    func questionsNeeded(by offering: UInt64, _ snapshot: Snapshot) throws -> Int {
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

    /// ATT-3: throws `wrongState` while an offering lacks enabled questions that it needs before its code is shown.
    func requireQuestions(of offering: UInt64, _ snapshot: Snapshot) throws {
        let needed = try questionsNeeded(by: offering, snapshot)
        guard needed > 0 else { return }
        try QuestionBank.requireEnough(enabled: try enabledQuestions(of: offering, snapshot), needed: needed)
    }

    /// How many questions of a bank are enabled.
    func enabledQuestions(of bank: UInt64, _ snapshot: Snapshot) throws -> Int {
        try snapshot.first("SELECT COUNT(*) FROM question WHERE bank = ?1 AND enabled = 1", bank) { $0.int(0) } ?? 0
    }

    /// ATT-10b: throws `wrongState` where a class under way would be left with too few.
    func requireKept(enabled: Int, in bank: Bank, _ context: WriteContext) throws {
        guard let offering = bank.offering, offering.state != .cancelled else { return }
        let zone = offering.plan.zone
        let first = zone.instant(offering.dates.first?.day ?? Day(0))
        try QuestionBank.requireKept(
            enabled: enabled, needed: try questionsNeeded(by: bank.id, context.transaction),
            now: Instant(context.now), lesson: first..<max(first, offering.time.ends), zone: zone)
    }
}
