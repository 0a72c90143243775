import Application
import Domain
import Messages
import Storage

extension Completions {
    /// CRT-2b: certificates of an offering, of a class or of the skills exam with which the training ends: one that was issued is told again.
    func issueCompletion(_ request: IssueCompletionRequest, _ context: WriteContext) throws -> IssueCompletionReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering, transaction)
        let completed = try completed(offering, context)
        var (people, next) = (request.people, UInt64(0))
        if people.isEmpty {
            let page = try listPage(0, by: \.self) { limit in
                try transaction.all(.peopleOfRosterBehind, offering.id, request.after, limit) { $0.id(0) }
            }
            (people, next) = (page.elements, page.next ?? 0)
        }
        guard !people.isEmpty else { return IssueCompletionReply() }
        var reply = try issue(people, field: "people", context) { person in
            guard try transaction.exists(.personIsOnRoster, offering.id, person) else {
                throw Refusal(.notFound, field: "person")
            }
            if let known = try known(offering.id, person, isAnew: request.people.count == 1, transaction) {
                return known
            }
            let first = try completed(person)
            return try issue(of: offering, to: person, from: first, context)
        }
        reply.next = next
        return reply
    }

    /// CRT-2b: the same for people whose training of an intake is completed.
    func issueTrained(_ request: IssueTrainedRequest, _ context: WriteContext) throws -> IssueCompletionReply {
        let transaction = context.transaction
        try context.call.requireAuthority(over: request.base, transaction)
        return try issue(request.applications, field: "applications", context) { id in
            let application = try ApplicationRecord(id, transaction)
            guard application.base == request.base else { throw Refusal(.notFound, field: "application") }
            let round = try RoundRecord(application.round, transaction)
            guard try policy(round.programme, transaction) == .trainingCompleted else { throw Self.anotherRule }
            guard application.state == .completed, let last = application.trainingTo else {
                let state = application.state.phrase
                throw Refusal(.wrongState, field: "training", "it is \(state.en)", zh: "该申请状态为：\(state.zh)")
            }
            let isAnew = request.applications.count == 1
            if let known = try known(id, application.person, isAnew: isAnew, transaction) { return known }
            let specialty = try transaction.first(
                "SELECT name FROM catalogue_entry WHERE id = ?1", application.form.specialty
            ) { $0.text(0) }
            let title = try [programmes.name(of: round.programme, transaction), specialty ?? ""]
            let content = CertificateContent(
                title: title.filter { !$0.isEmpty }.joined(separator: "："),
                firstDay: (application.trainingFrom ?? last).number, lastDay: last.number,
                cohort: round.cohortName, round: round.plan.name)
            return try store(
                content, of: id, to: application.person, base: application.base,
                issuer: application.base, context)
        }
    }

    private func issue(
        _ subjects: [UInt64], field: String, _ context: WriteContext, _ one: (UInt64) throws -> UInt64
    ) throws -> IssueCompletionReply {
        context.auditDetail = "completed: "
        let outcomes = try context.each(subjects, field: field) { subject in
            let id = try one(subject)
            return (id, "certificate \(id)")
        }
        return IssueCompletionReply(
            outcomes: try outcomes.map { outcome in
                switch outcome.result {
                case .done(let id):
                    CompletionCertificate(
                        subject: outcome.id,
                        certificate: try certificates.message(
                            CertificateRecord(id, context.transaction), isOwn: false))
                case .refused(let failure): CompletionCertificate(subject: outcome.id, failure: failure)
                }
            })
    }

    private func policy(_ programme: UInt64, _ snapshot: Snapshot) throws -> Completion {
        guard let rule = try programmes.policy(of: programme, snapshot).completion else {
            throw Refusal(
                .wrongState, field: "completion", "this programme issues no certificates of completion",
                zh: "本项目体系不发放结业证书")
        }
        return rule
    }

    private static let anotherRule = Refusal(
        .wrongState, field: "completion", "this programme asks for something else (its switch completion)",
        zh: "本项目体系的结业条件不同（政策开关“结业条件”）")

    /// Returns what throws unless somebody has completed the offering, and else the day on which their training began.
    private func completed(
        _ offering: OfferingRecord, _ context: WriteContext
    ) throws -> (_ person: UInt64) throws -> Day? {
        let transaction = context.transaction
        switch try policy(offering.programme, transaction) {
        case .trainingCompleted: throw Self.anotherRule
        case .attendance:
            guard offering.time.ends <= Instant(context.now) else {
                let ends = offering.plan.zone.clock(offering.time.ends)
                throw Refusal(.tooEarly, field: "offering", "it ends at \(ends)", zh: "本期于 \(ends) 结束")
            }
            let all = try OfferingAttendance(offering, checkIns.keptAttendance, transaction)
            return { person in
                guard let row = all.attendance.roster.row(of: person) else { throw Refusal(.notOnRoster) }
                let result = all.attendance.presence(row: row).result(offering.demand, in: all.attendance.plan)
                guard result == .present else {
                    let lacks = result.obstacles
                    throw Refusal(
                        .wrongState, field: "attendance", lacks.map(\.en).joined(separator: ", "),
                        zh: lacks.map(\.zh).joined(separator: "，"))
                }
                return nil
            }
        case .bothExams:
            guard try transaction.exists(.offeringIsSkillsExam, offering.id) else {
                throw Refusal(
                    .wrongState, field: "offering", "the training ends with its skills exam: name that one",
                    zh: "培训以技能考核结束，请指定技能考核场次")
            }
            let sheets = try ExamSheets(skills.exam(offering.id, transaction), skills, transaction)
            return { [self] person in try passedBoth(person, sheets, transaction) }
        }
    }

    /// - Returns: the first day of the class.
    private func passedBoth(_ person: UInt64, _ sheets: ExamSheets, _ snapshot: Snapshot) throws -> Day? {
        let outcome = try skills.outcome(of: person, sheets, snapshot)
        guard outcome == .passed else {
            throw Refusal(
                .wrongState, field: "exam", "skills exam: \(outcome.phrase.en)", zh: "技能考核：\(outcome.phrase.zh)")
        }
        guard try !skills.awaitsEvaluation(of: person, sheets.session, snapshot) else {
            throw Refusal(.wrongState, field: "evaluation", "the exam is not evaluated yet", zh: "尚未评价本场考核")
        }
        guard let booking = try bookings.examBooking(of: person, at: sheets.session.offering, snapshot),
            booking.follows != 0
        else { throw Refusal(.wrongState, field: "booking", "no booking of theirs", zh: "没有预约记录") }
        let course = try BookingRecord(booking.follows, snapshot).offering
        guard try sittings.hasPassed(course, person, snapshot) else {
            throw Refusal(.wrongState, field: "exam", "the written exam is not passed", zh: "理论考核未合格")
        }
        return try OfferingRecord(course, snapshot).dates.map(\.day).min()
    }

    private func issue(
        of offering: OfferingRecord, to person: UInt64, from first: Day?, _ context: WriteContext
    ) throws -> UInt64 {
        let days = offering.dates.map(\.day)
        guard let last = days.max(), let start = first ?? days.min() else {
            throw Refusal(.wrongState, field: "offering")
        }
        let project = try context.transaction.first(
            "SELECT name, number, hours_tenths FROM project WHERE id = ?1", offering.project
        ) { (name: $0.text(0), number: $0.text(1), hours: $0.uint32(2)) }
        let content = CertificateContent(
            title: project?.name ?? offering.title, projectNumber: project?.number ?? "",
            hoursTenths: project?.hours ?? 0, firstDay: start.number, lastDay: last.number,
            modality: offering.modality)
        return try store(content, of: offering.id, to: person, base: offering.base, issuer: offering.owner, context)
    }

    private func store(
        _ given: CertificateContent, of subject: UInt64, to person: UInt64, base: UInt64, issuer: UInt64,
        _ context: WriteContext
    ) throws -> UInt64 {
        let id = try certificates.complete(given, of: person, base: base, issuer: issuer, context)
        try context.transaction.execute(
            """
            INSERT INTO completion (subject, person, certificate) VALUES (?1, ?2, ?3)
            ON CONFLICT (subject, person) DO UPDATE SET certificate = ?3
            """, subject, person, id)
        try notices.notify(person, .certificateReady, subject: id, details: [given.title], context)
        return id
    }

    /// The certificate that was issued of this, or the one that has replaced it since; nil for none.
    /// - Parameter isAnew: whether a revoked one counts as none: one that was revoked by mistake comes back for who is named
    ///   alone, and never with a list.
    private func known(
        _ subject: UInt64, _ person: UInt64, isAnew: Bool, _ snapshot: Snapshot
    ) throws -> UInt64? {
        let first = try snapshot.first(
            """
            SELECT certificate FROM completion WHERE subject = ?1
            AND (person = ?2 OR person IN (SELECT joined FROM person_alias WHERE kept = ?2)) ORDER BY certificate DESC
            """, subject, person
        ) { $0.id(0) }
        guard let first else { return nil }
        var record = try CertificateRecord(first, snapshot)
        while record.state == .replaced { record = try CertificateRecord(record.replacedBy, snapshot) }
        guard record.state == .valid else {
            if isAnew { return nil }
            throw Refusal(
                .wrongState, field: "certificate",
                "its certificate \(record.id) was revoked: \(record.reason); named alone it is issued anew",
                zh: "证书（编号 \(record.id)）已撤销：\(record.reason)；单独指定可重新发放")
        }
        return record.id
    }
}
