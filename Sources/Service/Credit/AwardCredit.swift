import Application
import Domain
import Messages
import Storage

extension Credits {
    /// CRD-2a: awards credit to all who are eligible, or to those named; an exclusion needs a reason. Notifies those
    /// who get credit (NOT-2).
    func awardCredit(_ request: AwardCreditRequest, _ context: WriteContext) throws -> AwardCreditReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering, context.transaction)
        guard offering.isOpen else { throw Refusal(.wrongState, field: "offering") }
        let policy = try programmes.policy(of: offering.programme, transaction)
        let list = try EligibilityList(offering, policy: policy, self, transaction)
        let decision = try AwardDecision(
            list: list.entries, people: request.people.compactMap(PersonID.init),
            exclusions: request.exclusions.compactMap { exclusion in
                PersonID(exclusion.person).map { .init(person: $0, reason: exclusion.reason) }
            },
            activityDay: request.activityDay == 0 ? nil : Day(request.activityDay), dates: offering.dates.map(\.day),
            effective: policy.creditEffective)
        let project = try transaction.first(
            "SELECT category, credits_tenths, hours_tenths FROM project WHERE id = ?1", offering.project
        ) { (category: $0.integer(0), credits: $0.integer(1), hours: $0.integer(2)) }
        guard let project else { throw Refusal(.notFound, field: "project") }
        let awarder = try context.call.person().id
        for person in decision.awarded {
            let award = try transaction.newID()
            try transaction.execute(
                """
                INSERT INTO award (id, offering, person, category, credits_tenths, hours_tenths, activity_day, state,
                reason, awarded_ms, awarded_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, '', ?9, ?10)
                """, award, offering.id, person.value, project.category, project.credits,
                project.hours, decision.activityDay.number, decision.state.rawValue, context.now, awarder)
            if decision.state == .effective {
                try notices.notify(person.value, .creditEffective, subject: award, details: [offering.title], context)
            }
        }
        context.auditDetail =
            "offering \(offering.id): \(decision.awarded.count) awarded, excluded: "
            + decision.excluded.map { "\($0.person.value) \($0.reason)" }.joined(separator: ", ")
        let language = Language(locale: context.call.options.locale)
        return AwardCreditReply(
            awarded: UInt32(decision.awarded.count), already: UInt32(decision.already.count),
            excluded: UInt32(decision.excluded.count),
            refused: try decision.refused.map { refused in
                let person = try list.attendance.person(refused.person.value, transaction)
                return Eligible(
                    person: refused.person.value, number: person?.number ?? "", name: person?.name ?? "",
                    reasons: refused.reasons.map { $0.text(in: language) })
            })
    }

    /// CRD-2c: reverses an award, and revokes its certificate.
    func reverseAward(_ request: ReverseAwardRequest, _ context: WriteContext) throws -> ReverseAwardReply {
        let transaction = context.transaction
        let found = try transaction.first(
            "SELECT a.state, o.base FROM award a JOIN offering o ON o.id = a.offering WHERE a.id = ?1", request.award
        ) { (state: try $0.enumeration(0, AwardState.self), base: $0.id(1)) }
        guard let found else { throw Refusal(.notFound, field: "award") }
        try context.call.requireAuthority(over: found.base, context.transaction)
        let (state, reason) = try AwardLifecycle.reverse(found.state, reason: request.reason)
        try transaction.execute(.setAwardState, request.award, state.rawValue, reason)
        try certificates.revokeCertificate(ofAward: request.award, reason: reason, context)
        context.auditDetail = "award \(request.award): \(found.state) → \(state), \(reason)"
        return ReverseAwardReply(
            award: try transaction.first(Award.one, request.award, body: Award.columns.read))
    }
}
