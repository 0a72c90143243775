import Application
import Causality
import Domain
import Messages
import Storage

/// What stands before the credit of one offering.
struct EligibilityGates {
    let gates: CreditGates

    init(_ offering: OfferingRecord, policy: Policy, _ snapshot: Snapshot) throws {
        let category = try snapshot.first("SELECT category FROM project WHERE id = ?1", offering.project) {
            $0.uint8(0)
        }
        // Evaluations are not kept yet, so their gate is off and every list says so.
        gates = CreditGates(
            identityEvidence: policy.identityEvidence, attendanceDemand: policy.attendanceDemand,
            minQuestions: policy.minQuestions,
            evaluationGates: policy.evaluationGates,
            category: category.flatMap { Domain.CreditCategory(rawValue: $0) } ?? .two,
            off: [.evaluation])
    }
}

/// CRD-1 for one offering: everybody of the roster, with what stands between them and credit.
struct EligibilityList {
    let people: [OfferingAttendance.Person]
    let entries: [Eligibility]
    let gates: CreditGates

    init(_ offering: OfferingRecord, policy: Policy, _ kept: KeptAttendance, _ snapshot: Snapshot) throws {
        gates = try EligibilityGates(offering, policy: policy, snapshot).gates
        let attendance = try OfferingAttendance(offering, kept, snapshot)
        let scores = try ScoreHistories(offering, snapshot)
        var awards: [UInt64: UInt64] = [:]
        try snapshot.query(
            "SELECT person, id FROM award WHERE offering = ?1 AND state IN (?2, ?3) ORDER BY id",
            offering.id, Domain.AwardState.pending.rawValue, Domain.AwardState.effective.rawValue
        ) { awards[$0.id(0)] = $0.id(1) }
        people = attendance.people
        let gates = gates
        let confirmed = gates.on.contains(.membership) ? try Self.confirmed(offering, snapshot) : []
        entries = attendance.people.enumerated().compactMap { row, person in
            guard let id = PersonID(person.id) else { return nil }
            let key = ScoreHistories.Key(person: person.id, assessment: examAssessment)
            let view = scores.histories[key]?.score ?? ScoreView.none
            return Eligibility(
                CreditCandidate(
                    person: id, isUnitConfirmed: confirmed.contains(person.id),
                    attendance: attendance.attendance.presence(row: row)
                        .standing(offering.demand, in: attendance.attendance.plan),
                    exam: ExamRule.outcome(view, passMark: offering.passMark), evaluation: .lacking,
                    award: awards[person.id].flatMap(AwardID.init)),
                gates: gates)
        }
    }

    /// Those of the roster whom a unit has confirmed.
    private static func confirmed(_ offering: OfferingRecord, _ snapshot: Snapshot) throws -> Set<UInt64> {
        Set(
            try snapshot.all(
                """
                SELECT r.person FROM roster r JOIN membership m ON m.person = r.person AND m.state = ?2 \
                WHERE r.offering = ?1
                """, offering.id, Domain.MembershipState.confirmed.rawValue
            ) { $0.id(0) })
    }

    func message(_ row: Int, _ language: Language) -> Eligible {
        Eligible(
            person: people[row].id, number: people[row].number, name: people[row].name,
            eligible: entries[row].isEligible, reasons: entries[row].reasons.map { $0.text(in: language) },
            award: entries[row].award?.value ?? 0)
    }
}

extension Service {
    func listEligible(_ request: ListEligibleRequest, _ context: ReadContext) throws -> ListEligibleReply {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering.base, context.snapshot)
        let list = try EligibilityList(
            offering, policy: policy(of: offering.programme, context.snapshot), keptAttendance, context.snapshot)
        let limit = pageLimit(request.limit)
        let language = Language(locale: context.call.options.locale)
        var reply = ListEligibleReply(gatesOff: list.gates.off.map(\.rawValue))
        for (row, entry) in list.entries.enumerated() {
            if entry.isEligible { reply.eligible += 1 } else { reply.notEligible += 1 }
            if entry.award != nil { reply.awarded += 1 }
            guard entry.person.value > request.after else { continue }
            guard reply.people.count < limit else {
                reply.next = reply.people.last?.person ?? 0
                continue
            }
            reply.people.append(list.message(row, language))
        }
        return reply
    }
}
