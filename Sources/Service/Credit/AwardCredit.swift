import Application
import Domain
import Messages
import Storage

extension Credits {
    /// CRD-2a: awards credit to all who are eligible, or to those named; an exclusion needs a reason, and holds until the person is
    /// named. Notifies those who get credit (NOT-2).
    func awardCredit(_ request: AwardCreditRequest, _ context: WriteContext) throws -> AwardCreditReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering, context.transaction)
        guard offering.isOpen else { throw Refusal(.wrongState, field: "offering") }
        let policy = try programmes.policy(of: offering.programme, transaction)
        let list = try EligibilityList(offering, policy: policy, self, transaction)
        for person in request.people { try context.call.requireAnothers(person, transaction) }
        let own = try list.entries.first { try context.call.isOwn($0.person.value, transaction) }
        let decision = try AwardDecision(
            list: list.entries.filter { $0.person != own?.person }, people: request.people.compactMap(PersonID.init),
            exclusions: request.exclusions.compactMap { exclusion in
                PersonID(exclusion.person).map { .init(person: $0, reason: exclusion.reason) }
            },
            activityDay: request.activityDay == 0 ? nil : Day(request.activityDay), dates: offering.dates.map(\.day),
            effective: policy.creditEffective)
        let worths = try ProjectWorth(of: offering, transaction)
        // CRD-4b: once a report is approved, credit of its people waits for nothing.
        let reported = try postReports.approvedPeople(of: offering.id, transaction) ?? []
        for person in decision.awarded {
            let isReported = decision.state == .pending && reported.contains(person.value)
            let worth = worths.worth(of: list.courses?[person.value])
            let new = NewAward(
                offering: offering, category: worths.category, credits: worth.credits, hours: worth.hours,
                activityDay: decision.activityDay, state: isReported ? .effective : decision.state)
            _ = try enter(new, to: person.value, .awarded, context)
        }
        try note(decision, of: offering.id, context)
        context.auditDetail =
            "offering \(offering.id): \(decision.awarded.count) awarded, excluded: "
            + decision.excluded.map { "\($0.person.value) \($0.reason)" }.joined(separator: ", ")
        let language = Language(locale: context.call.options.locale)
        let rest = list.entries.count - decision.awarded.count - decision.already.count - decision.excluded.count
        return AwardCreditReply(
            awarded: UInt32(decision.awarded.count), already: UInt32(decision.already.count),
            excluded: UInt32(decision.excluded.count),
            refused: try (decision.refused + Self.leftToOthers(own)).map { refused in
                let person = try list.attendance.person(refused.person.value, transaction)
                return Eligible(
                    person: refused.person.value, number: person?.number ?? "", name: person?.name ?? "",
                    reasons: refused.reasons.map { $0.text(in: language) })
            }, notEligible: UInt32(request.people.isEmpty ? rest : decision.refused.count))
    }

    /// Whoever awards credit to everybody is told that somebody else has to award theirs.
    private static func leftToOthers(_ own: Eligibility?) -> [AwardDecision.Ineligible] {
        guard let own, own.award == nil, own.reasons.isEmpty else { return [] }
        let reason = Phrase("nobody decides about their own", "不能处理本人的事项，请由他人办理")
        return [.init(person: own.person, reasons: [reason])]
    }

    /// Keeps exclusions for later awards, and lifts those of people who were named and awarded.
    private func note(_ decision: AwardDecision, of offering: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        for exclusion in decision.excluded where !exclusion.isEarlier {
            try exclude(exclusion.person.value, from: offering, reason: exclusion.reason, context)
        }
        for person in decision.readmitted {
            try transaction.execute(
                "DELETE FROM award_exclusion WHERE offering = ?1 AND person = ?2", offering, person.value)
        }
    }

    private func exclude(
        _ person: UInt64, from offering: UInt64, reason: String, _ context: WriteContext
    ) throws {
        try context.transaction.execute(
            """
            INSERT INTO award_exclusion (offering, person, reason, excluded_by, at_ms) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (offering, person) DO UPDATE SET reason = ?3, excluded_by = ?4, at_ms = ?5
            """, offering, person, reason, context.call.person().id, context.now)
    }

    /// CRD-2b: credit entered by hand is kept marked not valid: it is in no total, and has no certificate.
    func enterCredit(_ request: EnterCreditRequest, _ context: WriteContext) throws -> EnterCreditReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering, transaction)
        guard (1...500).contains(request.people.count) else {
            throw Refusal(.invalid, field: "people", "1 to 500 people", zh: "须为 1 至 500 人")
        }
        guard Set(request.people).count == request.people.count else {
            throw Refusal(.invalid, field: "people", "somebody is named twice", zh: "人员重复")
        }
        let reason = try checkedTitle(request.reason, field: "reason", limit: AwardLifecycle.reasonLimit)
        let worth = try ProjectWorth(of: offering, transaction)
        let limit = ValidProject.tenthsLimit.count
        guard request.creditsTenths <= limit, request.hoursTenths <= limit else {
            throw Refusal(.invalid, field: "credits_tenths", "more than \(ValidProject.tenthsLimit)", zh: "数值过大")
        }
        let new = NewAward(
            offering: offering, category: worth.category,
            credits: request.creditsTenths == 0 ? worth.credits : Tenths(request.creditsTenths),
            hours: request.hoursTenths == 0 ? worth.hours : Tenths(request.hoursTenths),
            activityDay: try AwardDecision.day(
                request.activityDay == 0 ? nil : Day(request.activityDay), among: offering.dates.map(\.day)),
            state: .notValid)
        let awards = try request.people.map { person in
            guard try transaction.exists(.personIsOnRoster, offering.id, person) else {
                throw Refusal(.notOnRoster, field: "people")
            }
            try context.call.requireAnothers(person, transaction)
            let award = try enter(new, to: person, .entered, reason: reason, context)
            return try transaction.first(Award.one, award, body: Award.columns.read)
        }
        context.auditDetail = "offering \(offering.id): \(awards.count) by hand, \(reason)"
        return EnterCreditReply(awards: awards.compactMap(\.self))
    }

    /// CRD-2c: reverses an award, and revokes its certificate. Its person gets credit of the offering again only where they are
    /// named.
    func reverseAward(_ request: ReverseAwardRequest, _ context: WriteContext) throws -> ReverseAwardReply {
        let transaction = context.transaction
        let (award, offering) = try award(request.award, transaction)
        try context.call.requireAuthority(over: offering, transaction)
        try reverse(award, reason: request.reason, context)
        try exclude(award.person, from: award.offering, reason: request.reason, context)
        context.auditDetail =
            "award \(request.award): \(award.state) → reversed, \(request.reason)"
        return ReverseAwardReply(
            award: try transaction.first(Award.one, request.award, body: Award.columns.read))
    }

    /// Reverses an award, revokes its certificate, and tells its person.
    func reverse(_ award: Award, reason: String, detail: String = "", _ context: WriteContext) throws {
        let (state, reason) = try AwardLifecycle.reverse(award.state ?? .notValid, reason: reason)
        try enter(.reversed, of: award.id, state, reason: reason, detail: detail, context)
        try notices.notify(
            award.person, .creditReversed, subject: award.id,
            details: [try context.transaction.first(.titleOfOffering, award.offering) { $0.text(0) } ?? "", reason],
            context)
        try certificates.revokeCertificate(ofAward: award.id, reason: reason, context)
    }

    /// - Throws: `notFound`.
    func award(_ id: UInt64, _ snapshot: Snapshot) throws -> (Award, OfferingRecord) {
        guard let award = try snapshot.first(Award.one, id, body: Award.columns.read) else {
            throw Refusal(.notFound, field: "award")
        }
        return (award, try OfferingRecord(award.offering, snapshot))
    }
}

/// The worth of an offering's project and of its courses.
struct ProjectWorth {
    let category: CreditCategory
    let credits: Tenths
    let hours: Tenths
    private let courses: [CourseCredit]

    init(of offering: OfferingRecord, _ snapshot: Snapshot) throws {
        let project = try snapshot.first(
            "SELECT category, credits_tenths, hours_tenths FROM project WHERE id = ?1", offering.project
        ) { (category: try $0.enumeration(0, CreditCategory.self), credits: $0.uint32(1), hours: $0.uint32(2)) }
        guard let project else { throw Refusal(.notFound, field: "project") }
        category = project.category
        credits = Tenths(project.credits)
        hours = Tenths(project.hours)
        courses = try snapshot.all(
            "SELECT id, credits_tenths, hours_tenths FROM course WHERE project = ?1 ORDER BY id", offering.project
        ) { CourseCredit(course: $0.id(0), credits: Tenths($0.uint32(1)), hours: Tenths($0.uint32(2))) }
    }

    /// CRD-7: the project's, whole, or that of the courses attended.
    /// - Parameter attended: nil where courses are not analysed one by one.
    func worth(of attended: Set<UInt64>?) -> (credits: Tenths, hours: Tenths) {
        guard let attended else { return (credits, hours) }
        return CourseCredit.worth(of: attended, among: courses, project: (credits, hours))
    }
}
