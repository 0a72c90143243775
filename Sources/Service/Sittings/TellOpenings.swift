import Application
import Domain
import Messages
import Storage

extension Sittings {
    /// For how long a class is looked at again each day after its exam has opened: scans come late, and are decided about.
    private static let looksForMs: Int64 = 14 * 86_400_000
    /// People of a roster looked at in one command.
    private static let peopleAtOnce = 100

    private struct Look {
        /// 0 for the whole roster.
        let person: UInt64
        let dueMs: Int64
        let behind: UInt64
    }

    /// NOT-2: tells people, once a class, that they may begin its written exam.
    var tellOpenings: Chore {
        Chore(name: "exams that open", atOnce: 1) { snapshot, now, limit in
            try snapshot.all(
                "SELECT offering FROM exam_look WHERE due_ms <= ?1 ORDER BY due_ms, offering, person LIMIT ?2", now,
                limit
            ) { $0.id(0) }
        } prepare: { [self] id, snapshot in
            let offering = try OfferingRecord(id, snapshot)
            let policy = try programmes.policy(of: offering.programme, snapshot)
            if try hasExam(offering, policy, snapshot) { try checkIns.prepare(offering, snapshot) }
        } act: { [self] id, context in
            let transaction = context.transaction
            let look = try transaction.first(
                """
                SELECT person, due_ms, behind FROM exam_look WHERE offering = ?1 AND due_ms <= ?2
                ORDER BY due_ms, person LIMIT 1
                """, id, context.now
            ) { Look(person: $0.id(0), dueMs: $0.integer(1), behind: $0.id(2)) }
            guard let look else { return 0 }
            let offering = try OfferingRecord(id, transaction)
            return try look.person == 0
                ? self.look(at: offering, look, context) : self.look(at: look.person, of: offering, context)
        }
    }

    /// Looks at a part of a roster, and at the rest of it or the next day again.
    private func look(at offering: OfferingRecord, _ look: Look, _ context: WriteContext) throws -> Int {
        let transaction = context.transaction
        let now = Instant(context.now)
        let policy = try programmes.policy(of: offering.programme, transaction)
        let opens = try opens(offering, policy, evaluated: .notDemanded)
        guard context.now < opens.milliseconds + Self.looksForMs else {
            try transaction.execute(.deleteExamLook, offering.id, 0)
            return 1
        }
        let zone = offering.plan.zone
        let midnight = zone.instant(zone.day(of: now).adding(1))
        // Before that the policy may change.
        var next = Look(person: 0, dueMs: (now < opens ? min(opens, midnight) : midnight).milliseconds, behind: 0)
        if now >= opens, offering.isOpen, try hasExam(offering, policy, transaction) {
            let people = try transaction.all(.peopleOfRosterBehind, offering.id, look.behind, Self.peopleAtOnce) {
                $0.id(0)
            }
            for person in people { try tell(person, of: offering, context) }
            if people.count == Self.peopleAtOnce, let last = people.last {
                next = Look(person: 0, dueMs: look.dueMs, behind: last)
            }
        }
        try transaction.execute(
            "UPDATE exam_look SET due_ms = ?2, behind = ?3 WHERE offering = ?1 AND person = 0", offering.id, next.dueMs,
            next.behind)
        return 1
    }

    /// Looks at somebody who has evaluated the class, once the days are over for which the exam waits.
    private func look(at person: UInt64, of offering: OfferingRecord, _ context: WriteContext) throws -> Int {
        let transaction = context.transaction
        let policy = try programmes.policy(of: offering.programme, transaction)
        let given = try evaluations.given(offering.id, by: person...person, transaction)[person]
        if let given {
            let opens = try opens(offering, policy, evaluated: .done(Instant(given)))
            guard context.now >= opens.milliseconds else {
                try transaction.execute(
                    "UPDATE exam_look SET due_ms = ?3 WHERE offering = ?1 AND person = ?2", offering.id, person,
                    opens.milliseconds)
                return 0
            }
            if try hasExam(offering, policy, transaction) { try tell(person, of: offering, context) }
        }
        try transaction.execute(.deleteExamLook, offering.id, person)
        return 1
    }

    /// Tells a person who may begin, has not begun, and was not told before.
    private func tell(_ person: UInt64, of offering: OfferingRecord, _ context: WriteContext) throws {
        let transaction = context.transaction
        let isTold = try transaction.exists(
            "SELECT 1 FROM exam_told WHERE offering = ?1 AND person = ?2", offering.id, person)
        guard !isTold else { return }
        let entry = try entry(offering, of: person, transaction)
        guard entry.sittings.isEmpty else { return }
        do {
            try requireAdmitted(entry, now: context.now, isAtDoor: false, transaction)
        } catch is Refusal {
            return
        }
        try transaction.execute("INSERT INTO exam_told (offering, person) VALUES (?1, ?2)", offering.id, person)
        try notices.notify(person, .examOpen, subject: offering.id, details: [offering.title], context)
    }
}
