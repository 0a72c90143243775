import Application
import Domain
import Messages
import Storage

extension Credits {
    /// Walks an award back to scans, paper, evaluation and decisions, for who has the class in hand.
    func explainAward(_ request: ExplainAwardRequest, _ context: ReadContext) throws -> ExplainAwardReply {
        let (award, offering) = try award(request.award, context.snapshot)
        try context.call.requireAuthority(over: offering, context.snapshot)
        return try explain(award, offering, showsStaff: true, context)
    }

    /// The same for whose credit it is, without the names of staff.
    func explainOwnAward(_ request: ExplainAwardRequest, _ context: ReadContext) throws -> ExplainAwardReply {
        let (award, offering) = try award(request.award, context.snapshot)
        guard try context.call.person().id == award.person else { throw Refusal(.notFound, field: "award") }
        return try explain(award, offering, showsStaff: false, context)
    }

    private func explain(
        _ award: Award, _ offering: OfferingRecord, showsStaff: Bool, _ context: ReadContext
    ) throws -> ExplainAwardReply {
        let snapshot = context.snapshot
        let language = Language(locale: context.call.options.locale)
        let policy = try programmes.policy(of: offering.programme, snapshot)
        let gates = try gates(of: offering, policy: policy, snapshot)
        var steps: [ExplainedStep] = []
        if gates.on.contains(.membership) { steps += try membership(of: award.person, snapshot) }
        if gates.on.contains(.attendance) { steps += try attendance(of: award.person, offering, snapshot) }
        if gates.on.contains(.exam) { steps += try exam(of: award.person, offering, snapshot) }
        if gates.on.contains(.evaluation) {
            let given = try evaluations.given(offering.id, by: award.person...award.person, snapshot)[award.person]
            steps.append(
                given.map { ExplainedStep(.evaluation, Phrase("evaluated the class", "已评价"), atMs: $0) }
                    ?? ExplainedStep(.evaluation, Eligibility.unevaluated, isLacking: true))
        }
        if policy.creditEffective == .reportApproved { steps += try report(award, offering, snapshot) }
        steps += try snapshot.all(
            "SELECT id, number, state, issued_ms FROM certificate WHERE award = ?1 ORDER BY id", award.id
        ) { row in
            let state = try row.enumeration(2, CertificateState.self).phrase
            let number = row.text(1)
            return ExplainedStep(
                .certificate, Phrase("certificate \(number): \(state.en)", "证书 \(number)：\(state.zh)"),
                atMs: row.integer(3), subject: row.id(0))
        }
        return ExplainAwardReply(
            award: award, steps: steps.map { $0.message(language) },
            entries: try entries(of: award.id, showsStaff: showsStaff, snapshot))
    }

    /// The report, or the supplement, that makes the award effective.
    private func report(
        _ award: Award, _ offering: OfferingRecord, _ snapshot: Snapshot
    ) throws -> [ExplainedStep] {
        let isReported = try postReports.approvedPeople(of: offering.id, snapshot)?.contains(award.person) ?? false
        guard let report = try PostReportRecord.find(of: offering.id, snapshot) else {
            return [ExplainedStep(.report, Phrase("no report yet", "尚无执行情况反馈"), isLacking: true)]
        }
        let state = report.state.phrase
        let inside =
            isReported
            ? Phrase("the person is in it", "人员在列")
            : Phrase("the person is in no approved one", "人员不在已批准的反馈中")
        return [
            ExplainedStep(
                .report,
                Phrase("report \(report.id) \(state.en): \(inside.en)", "反馈 \(report.id) \(state.zh)：\(inside.zh)"),
                isLacking: !isReported, atMs: report.submittedMs, subject: report.id)
        ]
    }

    private func membership(of person: UInt64, _ snapshot: Snapshot) throws -> [ExplainedStep] {
        let units = try snapshot.all(.unitsOfPersonInState, person, MembershipState.confirmed.rawValue) { $0.id(0) }
        guard !units.isEmpty else { return [ExplainedStep(.membership, Eligibility.unconfirmed, isLacking: true)] }
        return try units.map { unit in
            let name = try snapshot.first(.nameOfOrganisation, unit) { $0.text(0) } ?? ""
            return ExplainedStep(
                .membership, Phrase("confirmed by \(name)", "由 \(name) 确认人员归属"), subject: unit)
        }
    }

    /// A step a window, with the scan that counts in it; then what was decided about the person's scans.
    private func attendance(
        of person: UInt64, _ offering: OfferingRecord, _ snapshot: Snapshot
    ) throws -> [ExplainedStep] {
        let all = try OfferingAttendance(offering, checkIns.keptAttendance, snapshot)
        var names = DecisionNames(snapshot)
        return try all.findings(about: person, offering.demand, isWhole: false, &names, snapshot).map { finding in
            ExplainedStep(
                finding.isDecision ? .decision : .window, finding.text, isLacking: finding.isLacking,
                atMs: finding.atMs, log: finding.log, sequence: finding.sequence)
        }
    }

    /// The written attempt that was passed, or else what examiners' marks amount to.
    private func exam(
        of person: UInt64, _ offering: OfferingRecord, _ snapshot: Snapshot
    ) throws -> [ExplainedStep] {
        let passed = try snapshot.first(
            """
            SELECT id, value, pass_mark, attempt, submitted_ms FROM sitting WHERE offering = ?1 AND person = ?2
            AND passed = 1 ORDER BY attempt LIMIT 1
            """, offering.id, person
        ) { row in
            let (mark, needed, attempt) = (hundredths(row.int(1)), hundredths(row.int(2)), row.int(3))
            return ExplainedStep(
                .exam,
                Phrase(
                    "written exam passed: \(mark) of \(needed) needed, attempt \(attempt)",
                    "理论考试合格：\(mark)（及格 \(needed)），第 \(attempt) 次"),
                atMs: row.integer(4), subject: row.id(0))
        }
        if let passed { return [passed] }
        let outcome = try checkIns.exams.outcome(of: person, in: offering, snapshot)
        if let obstacle = outcome.obstacle { return [ExplainedStep(.exam, obstacle, isLacking: true)] }
        guard case .passed(let mark) = outcome else { return [] }
        return [
            ExplainedStep(
                .exam,
                Phrase("exam passed by examiners' marks: \(hundredths(mark))", "考官评分合格：\(hundredths(mark))"))
        ]
    }
}

/// One thing on which credit rests, or which it lacks today.
private struct ExplainedStep {
    let kind: CreditStepKind
    let text: Phrase
    let isLacking: Bool
    let atMs: Int64
    let subject: UInt64
    let log: [UInt8]
    let sequence: UInt64

    init(
        _ kind: CreditStepKind, _ text: Phrase, isLacking: Bool = false, atMs: Int64 = 0, subject: UInt64 = 0,
        log: [UInt8] = [], sequence: UInt64 = 0
    ) {
        self.kind = kind
        self.text = text
        self.isLacking = isLacking
        self.atMs = atMs
        self.subject = subject
        self.log = log
        self.sequence = sequence
    }

    func message(_ language: Language) -> CreditStep {
        CreditStep(
            kind: kind, lacking: isLacking, text: text.text(in: language), atMs: atMs, subject: subject, log: log,
            sequence: sequence)
    }
}
