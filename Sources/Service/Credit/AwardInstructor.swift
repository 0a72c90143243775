import Application
import Domain
import Messages
import Storage

extension Credits {
    /// CRD-3: gives an instructor of an offering credit for hours taught in a course, once, and not to who is a participant of it.
    func awardInstructor(_ request: AwardInstructorRequest, _ context: WriteContext) throws -> ReverseAwardReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering, transaction)
        guard offering.isOpen else { throw Refusal(.wrongState, field: "offering") }
        let taught = try InstructorList(of: offering.id, transaction).entries.first {
            $0.course == request.course && $0.person == request.person
        }
        guard let taught else {
            throw Refusal(
                .notFound, field: "person",
                "they are no instructor of this course here: name them first (rollcall-admin offerings change \(offering.id) --instructor NUMBER)",
                zh: "该人员不是本期该课程的授课教师：请先登记（rollcall-admin offerings change \(offering.id) --instructor 医通卡号）")
        }
        try context.call.requireAnothers(request.person, transaction)
        try requireNoParticipant(request.person, of: offering, transaction)
        try requireFirst(request, transaction)
        let policy = try programmes.policy(of: offering.programme, transaction)
        let level = try transaction.first("SELECT level FROM project WHERE id = ?1", offering.project) {
            try $0.enumeration(0, ProjectLevel.self)
        }
        let hours = request.hoursTenths == 0 ? taught.hours : Tenths(request.hoursTenths)
        let credits = try InstructorCredit.credits(
            hours: hours, taught: taught.hours, level: level ?? .city,
            before: try taughtCredits(of: request.person, in: offering.project, transaction),
            rules: policy.creditRules ?? .standard)
        let new = NewAward(
            offering: offering, category: try ProjectWorth(of: offering, transaction).category, credits: credits,
            hours: hours,
            activityDay: try AwardDecision.day(nil, among: offering.dates.map(\.day)),
            state: try AwardLifecycle.initial(policy.creditEffective))
        let award = try enter(new, to: request.person, .taught, context)
        try transaction.execute(
            "INSERT INTO instructor_award (award, offering, course, person) VALUES (?1, ?2, ?3, ?4)", award,
            offering.id,
            request.course, request.person)
        context.auditDetail = "offering \(offering.id): person \(request.person) taught \(hours) h, \(credits) credits"
        return ReverseAwardReply(award: try transaction.first(Award.one, award, body: Award.columns.read))
    }

    private func requireNoParticipant(_ person: UInt64, of offering: OfferingRecord, _ snapshot: Snapshot) throws {
        let isParticipant = try snapshot.exists(
            """
            SELECT 1 FROM award a WHERE a.offering = ?1 AND a.person = ?2 AND a.state IN (?3, ?4)
            AND NOT EXISTS (SELECT 1 FROM instructor_award i WHERE i.award = a.id)
            """, offering.id, person, AwardState.pending.rawValue, AwardState.effective.rawValue)
        guard !isParticipant else {
            throw Refusal(
                .alreadyExists, field: "person", "they have credit of it as a participant", zh: "该人员已按学员获得本期学分")
        }
    }

    private func requireFirst(_ request: AwardInstructorRequest, _ snapshot: Snapshot) throws {
        let isAgain = try snapshot.exists(
            """
            SELECT 1 FROM instructor_award i JOIN award a ON a.id = i.award WHERE i.offering = ?1 AND i.course = ?2
            AND i.person = ?3 AND a.state IN (?4, ?5)
            """, request.offering, request.course, request.person, AwardState.pending.rawValue,
            AwardState.effective.rawValue)
        guard !isAgain else {
            throw Refusal(
                .alreadyExists, field: "course", "they have credit of this course already", zh: "该课程已授予其授课学分")
        }
    }

    /// The credits that a person has as an instructor of a project, in all its runs.
    private func taughtCredits(of person: UInt64, in project: UInt64, _ snapshot: Snapshot) throws -> Tenths {
        let credits = try snapshot.all(
            """
            SELECT a.credits_tenths FROM instructor_award i JOIN award a ON a.id = i.award
            JOIN offering o ON o.id = i.offering WHERE i.person = ?1 AND o.project = ?2 AND a.state IN (?3, ?4)
            ORDER BY a.id
            """, person, project, AwardState.pending.rawValue, AwardState.effective.rawValue
        ) { Tenths($0.uint32(0)) }
        return Tenths.sum(credits) ?? Tenths(.max)
    }
}
