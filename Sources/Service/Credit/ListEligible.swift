import Application
import Causality
import Domain
import Facts
import Messages
import Storage

extension Credits {
    /// The gates before the credit of one offering.
    func gates(of offering: OfferingRecord, policy: Policy, _ snapshot: Snapshot) throws -> CreditGates {
        let category = try snapshot.first("SELECT category FROM project WHERE id = ?1", offering.project) {
            try $0.enumeration(0, CreditCategory.self)
        }
        return CreditGates(
            identityEvidence: policy.identityEvidence, attendanceDemand: policy.attendanceDemand,
            minQuestions: policy.examEntry == nil
                ? nil : try QuestionDemand.needed(by: offering.id, snapshot),
            evaluationGates: policy.evaluationGates, category: category ?? .ii,
            isEvaluated: policy.evaluationForm != nil, hasPapers: policy.examEntry == .paperCode)
    }
}

/// CRD-1: the eligibility of an offering's roster.
struct EligibilityList {
    let attendance: OfferingAttendance
    /// Ordered by id.
    let entries: [Eligibility]
    let gates: CreditGates
    /// CRD-7: the courses attended, by person, where courses are analysed one by one; nil where the project counts whole.
    let courses: [UInt64: Set<UInt64>]?

    /// - Parameter people: the range of ids; nil for everybody.
    init(
        _ offering: OfferingRecord, policy: Policy, of people: ClosedRange<UInt64>? = nil, _ credits: Credits,
        _ snapshot: Snapshot
    ) throws {
        let checkIns = credits.checkIns
        gates = try credits.gates(of: offering, policy: policy, snapshot)
        let attendance = try OfferingAttendance(offering, checkIns.keptAttendance, snapshot)
        self.attendance = attendance
        let people = people ?? 0...UInt64(Int64.max)
        let scores = try ScoreHistories(offering, of: people, checkIns.journal, snapshot)
        let written = try checkIns.exams.writtenOutcomes(of: offering.id, people, snapshot)
        var awards: [UInt64: UInt64] = [:]
        try snapshot.query(
            """
            SELECT person, id FROM award WHERE offering = ?1 AND state IN (?2, ?3) AND person BETWEEN ?4 AND ?5
            ORDER BY id
            """, offering.id, AwardState.pending.rawValue, AwardState.effective.rawValue,
            people.lowerBound, people.upperBound
        ) { awards[$0.id(0)] = $0.id(1) }
        let gates = gates
        let isByCourse =
            policy.creditRules?.counting == .courses && attendance.attendance.plan.windows.contains { $0.course != nil }
        var courses: [UInt64: Set<UInt64>] = [:]
        let evaluated =
            gates.asked.contains(.evaluation)
            ? try credits.evaluations.given(offering.id, by: people, snapshot) : [:]
        var excluded: [UInt64: String] = [:]
        try snapshot.query(
            "SELECT person, reason FROM award_exclusion WHERE offering = ?1 AND person BETWEEN ?2 AND ?3 ORDER BY person",
            offering.id, people.lowerBound, people.upperBound
        ) { excluded[$0.id(0)] = $0.text(1) }
        let confirmed = gates.on.contains(.membership) ? try Self.confirmed(offering, people, snapshot) : []
        let flagged = try credits.walkIns.flagged(of: offering.id, people, snapshot)
        let roster = attendance.attendance.roster
        let first = roster.people.firstIndex { people.contains($0) } ?? roster.count
        entries = roster.people[first...].prefix { people.contains($0) }.compactMap { person in
            guard let id = PersonID(person), let row = roster.row(of: person) else { return nil }
            let key = ScoreHistories.Key(person: person, assessment: Assessment.exam)
            let view = scores.histories[key]?.score ?? ScoreView.none
            let presence = attendance.attendance.presence(row: row)
            var result = presence.result(offering.demand, in: attendance.attendance.plan)
            if isByCourse {
                let attended = presence.courses(offering.demand, in: attendance.attendance.plan)
                courses[person] = attended
                if !attended.isEmpty { result = .present }
            }
            return Eligibility(
                CreditCandidate(
                    person: id, isUnitConfirmed: confirmed.contains(person),
                    hasBeenThere: attendance.attendance.hasBeenThere(row: row),
                    attendance: result,
                    exam: ExamRule.outcome(view, passMark: offering.passMark).or(written[person]),
                    evaluation: evaluated[person] == nil ? .lacking : .done,
                    award: awards[person].flatMap(AwardID.init), exclusion: excluded[person],
                    isFlaggedWalkIn: flagged.contains(person)),
                gates: gates)
        }
        self.courses = isByCourse ? courses : nil
    }

    /// Returns the people of the roster whom a unit has confirmed.
    private static func confirmed(
        _ offering: OfferingRecord, _ people: ClosedRange<UInt64>, _ snapshot: Snapshot
    ) throws -> Set<UInt64> {
        Set(
            try snapshot.all(
                """
                SELECT r.person FROM roster r JOIN membership m ON m.person = r.person AND m.state = ?2
                WHERE r.offering = ?1 AND r.person BETWEEN ?3 AND ?4 ORDER BY r.person
                """, offering.id, MembershipState.confirmed.rawValue, people.lowerBound, people.upperBound
            ) { $0.id(0) })
    }

    /// Returns a person's entry for display.
    static func message(
        _ entry: Eligibility, _ person: OfferingAttendance.Person?, _ language: Language
    ) -> Eligible {
        Eligible(
            person: entry.person.value, number: person?.number ?? "", name: person?.name ?? "",
            eligible: entry.isEligible, reasons: entry.obstacles.map { $0.text(in: language) },
            award: entry.award?.value ?? 0)
    }
}

extension Credits {
    /// CRD-1: lists eligibility. The first page counts everybody; later ones read their own people only.
    func listEligible(_ request: ListEligibleRequest, _ context: ReadContext) throws -> ListEligibleReply {
        let snapshot = context.snapshot
        let offering = try OfferingRecord(request.offering, snapshot)
        try context.call.requireAuthority(over: offering, snapshot)
        let page = try rosterPage(of: offering.id, after: request.after, request.limit, snapshot)
        let isFirst = request.after == 0
        let shown = page.elements
        let list = try EligibilityList(
            offering, policy: programmes.policy(of: offering.programme, snapshot),
            of: isFirst ? nil : (shown.first ?? 0)...(shown.last ?? 0), self, snapshot)
        let language = Language(locale: context.call.options.locale)
        var reply = ListEligibleReply(
            next: page.next ?? 0, gatesOff: list.gates.off.map(\.rawValue))
        for entry in list.entries where isFirst {
            if entry.isEligible { reply.eligible += 1 } else { reply.notEligible += 1 }
            if entry.award != nil { reply.awarded += 1 }
        }
        for entry in list.entries.prefix(shown.count) {
            reply.people.append(
                EligibilityList.message(entry, try list.attendance.person(entry.person.value, snapshot), language))
        }
        return reply
    }
}
