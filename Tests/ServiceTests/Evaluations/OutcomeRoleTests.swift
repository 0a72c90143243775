import Crypto
import Messages
import Storage
import Testing
import Wire

extension Method {
    /// Evaluations, and what of credit RoleTests do not walk.
    static var outcomes: [Method] {
        allCases.filter {
            $0.name.hasPrefix("Evaluations.") || $0.name.hasPrefix("PostReports.")
                || $0.name.hasPrefix("OutsideRecords.") || [.attendanceWalkIn, .attendanceDecideWalkIns].contains($0)
                || $0.name.hasPrefix("Credits.") && ![.creditsAwardCredit, .creditsReverseAward].contains($0)
        }
    }
}

@Suite struct OutcomeRoleTests {
    @Test(
        "ACC-10 every act on evaluations and credit leaves one entry that says what was done; a repetition leaves none")
    func audited() throws {
        let hall = try ExamHall([PolicySwitch(name: "evaluationGates", value: "credit")]).close()
        let trail = ActTrail(hall.world)
        let (keeper, trainee) = (try hall.client("keeper"), try hall.client("N01"))
        try trail.act(
            .evaluationsEvaluate, trainee,
            EvaluateRequest(
                target: EvaluationTarget(offering: hall.offering),
                answers: [3, 4, 5].map { EvaluationAnswer(rating: $0) } + [EvaluationAnswer()]))
        try trail.act(
            .evaluationsWithdraw, trainee,
            WithdrawEvaluationRequest(target: EvaluationTarget(offering: hall.offering)))
        try trainee.evaluate(hall.offering, [3, 4, 5])
        try trail.comeIn(hall)
        try trail.act(.creditsRemind, keeper, RemindRequest(offering: hall.offering))
        try trail.act(
            .creditsEnterCredit, keeper,
            EnterCreditRequest(offering: hall.offering, people: [hall.world.person("N01")], reason: "补录"))
        try trail.act(
            .creditsSettleDifferences, keeper,
            SettleCreditRequest(offering: hall.offering, awards: [1], keep: true, reason: "复核"))
        try hall.world.setPolicy("reportDays", "14")
        try hall.world.setPolicy("creditEffective", "report approved")
        try trail.act(
            .postReportsSave, keeper,
            SavePostReportRequest(
                offering: hall.offering,
                pages: PostReportPageKind.allCases.map { PostReportPage(kind: $0, text: "如期举办") }))
        let made: ListPostReportsReply = try keeper.call(
            .postReportsList, ListPostReportsRequest(offering: hall.offering))
        let report = try #require(made.reports.first).id
        let file = Papers.jpeg()
        for kind in [PostReportDocumentKind.notice, .agenda, .photo, .photo] {
            let request = UploadPostReportDocumentRequest(
                report: report, kind: kind, size: UInt32(file.count), digest: Digest.file(file))
            try trail.act(
                .postReportsUploadDocument, keeper, request,
                items: [PostReportChunk(bytes: file).serialized()])
        }
        try trail.act(.postReportsImportAttendance, keeper, PostReportRequest(report: report))
        let shown: PostReportReply = try keeper.call(.postReportsGet, PostReportRequest(report: report))
        try trail.act(
            .postReportsRemoveDocument, keeper,
            PostReportDocumentRequest(document: shown.report?.documents.last?.id ?? 0))
        try trail.act(.postReportsSubmit, keeper, PostReportRequest(report: report))
        let officer = try hall.client("officer")
        try officer.decide(.report, report, .return, reason: "重填")
        try trail.act(.postReportsDelete, keeper, PostReportRequest(report: report))
        try trail.supplement(hall)
        let admin = try hall.client("admin")
        let rule = CreditYearRule(fromYear: 2025, creditsTenths: 250)
        try trail.act(.creditsSaveYearRule, admin, SaveYearRuleRequest(rule: rule))
        let rules: ListYearRulesReply = try admin.call(.creditsListYearRules, ListYearRulesRequest())
        try trail.act(
            .creditsRemoveYearRule, admin,
            RemoveYearRuleRequest(rule: rules.rules.first?.id ?? 0, reason: "废止"))
        try trail.act(
            .creditsExcuseYear, admin,
            ExcuseYearRequest(person: hall.world.person("N01"), year: 2026, reason: "援外"))
        try hall.world.name(
            instructors: [(hall.world.made.courses[0], try hall.world.person("N05"), 20)])
        try trail.act(
            .creditsAwardInstructor, keeper,
            AwardInstructorRequest(
                offering: hall.offering, course: hall.world.made.courses[0], person: hall.world.person("N05"),
                hoursTenths: 20))
        #expect(trail.done == Set(Method.outcomes.filter(\.rule.audited)))
    }
}

extension ActTrail {
    /// A walk-in that is rejected, and a record from outside that is corrected and withdrawn.
    fileprivate func comeIn(_ hall: ExamHall) throws {
        try hall.world.setPolicy("walkIn", "yes")
        let keeper = try hall.client("keeper")
        let code: VenueCodeReply = try keeper.call(
            .attendanceVenueCode, VenueCodeRequest(offering: hall.offering))
        try act(
            .attendanceWalkIn, hall.world.server.connect(),
            WalkInRequest(
                code: code.code, name: "南宫问", idNumber: "110101199003070396", phone: "13911112222", title: "护师",
                unit: "第二人民医院", device: [UInt8](repeating: 7, count: 16)))
        let listed: ListWalkInsReply = try keeper.call(
            .attendanceListWalkIns, ListWalkInsRequest(offering: hall.offering))
        try act(
            .attendanceDecideWalkIns, keeper,
            DecideWalkInsRequest(
                offering: hall.offering, walkIns: listed.walkIns.map(\.id), ruling: .reject, reason: "未到场"))
        let record = OutsideRecord(
            name: "南宫问", idNumber: "110101199003070396", title: "进修", day: TestServer.day - 1, mark: "合格")
        try act(
            .outsideRecordsEnter, keeper, EnterOutsideRequest(organisation: hall.world.made.base, record: record))
        let entered: ListOutsideReply = try keeper.call(
            .outsideRecordsList, ListOutsideRequest(organisation: hall.world.made.base))
        let id = entered.records.first?.id ?? 0
        try act(
            .outsideRecordsCorrect, keeper,
            CorrectOutsideRequest(record: OutsideRecord(id: id, mark: "优秀"), reason: "更正"))
        try act(.outsideRecordsWithdraw, keeper, WithdrawOutsideRequest(record: id, reason: "误录"))
    }

    /// An approved report, to which somebody with pending credit is added.
    fileprivate func supplement(_ hall: ExamHall) throws {
        let (offering, person) = (hall.offering, try hall.world.person("N01"))
        try hall.world.server.database.write { transaction in
            let report = try transaction.newID()
            try transaction.execute(
                """
                INSERT INTO post_report (id, offering, standing, supplements, state, due_day, late, submitted_ms, \
                reason, textbooks, made_by) VALUES (?1, ?2, 0, 0, 4, 0, 0, 0, '', ?3, 0)
                """, report, offering, [UInt8]())
            try transaction.execute(
                """
                INSERT INTO award (id, offering, person, category, credits_tenths, hours_tenths, activity_day, state, \
                reason, awarded_ms, awarded_by) VALUES (?1, ?2, ?3, 1, 10, 10, 0, 1, '', 0, 0)
                """, transaction.newID(), offering, person)
        }
        let keeper = try hall.client("keeper")
        let made: ListPostReportsReply = try keeper.call(
            .postReportsList, ListPostReportsRequest(offering: offering))
        try act(
            .postReportsSupplement, keeper,
            SupplementPostReportRequest(report: made.reports.first?.id ?? 0, reason: "补报"))
    }
}
