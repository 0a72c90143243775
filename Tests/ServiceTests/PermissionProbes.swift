import Causality
import Crypto
import Messages
import Storage
import Wire

// One request a method that is given to roles with a place, about that place.
extension PermissionTests {
    static func probes(_ districts: Districts) throws -> [Probe] {
        try offerings(districts) + uploads + reviews(districts) + notices(districts) + members(districts)
            + recruitment(districts) + responsible + staff(districts) + evaluating(districts)
    }

    private static func offerings(_ districts: Districts) throws -> [Probe] {
        let made = districts.world.made
        var scans: [UInt64: DecidedFact] = [:]
        let terminals = try [districts.own, districts.below, districts.foreign].enumerated().reduce(
            into: [UInt64: UInt64]()
        ) { terminals, place in
            let door = try Door(in: districts.world, seed: UInt8(40 + place.offset), base: place.element.base)
            terminals[place.element.base] = door.terminal
            try door.scan(place.element.person, offering: place.element.offering)
            try door.sync()
            scans[place.element.base] = DecidedFact(log: door.log.bytes, sequence: 1)
        }
        let admin = try districts.world.client("admin")
        for place in [districts.own, districts.below, districts.foreign] {
            try admin.prepareQuestions(of: place.offering)
        }
        var kept: [String: Project] = [:]
        func change(_ project: Project) throws -> Project {
            if let made = kept[project.number] { return made }
            let reply: CreateProjectReply = try admin.call(
                .projectsCreateProject, CreateProjectRequest(project: project))
            kept[project.number] = reply.project
            return reply.project ?? project
        }
        return [
            Probe(.accountsInvite) { InviteRequest(offering: $0.offering) },
            Probe(.accountsInviteAgain) { InviteAgainRequest(offering: $0.offering) },
            Probe(.projectsCreateProject, "of a base", answers: [nil, .alreadyExists]) {
                CreateProjectRequest(project: World.project(owner: $0.base, number: "B\($0.base)"))
            },
            Probe(.projectsCreateProject, "of a unit", answers: [nil, .alreadyExists]) {
                CreateProjectRequest(project: World.project(owner: $0.unit, number: "U\($0.unit)"))
            },
            Probe(.projectsCreateProject, "of category I", answers: [nil, .alreadyExists]) {
                let project = World.project(owner: $0.base, number: "I\($0.base)", category: .i)
                return CreateProjectRequest(project: project)
            },
            Probe(.projectsCreateOffering, "at a base") { place in
                var draft = World.draft(at: place.base, made, day: TestServer.day + 50)
                draft.project = try change(World.project(owner: place.base, number: "O\(place.base)")).id
                return CreateOfferingRequest(offering: draft)
            },
            Probe(.projectsCreateOffering, "at a provider's") { place in
                var draft = World.draft(at: place.unit, made, day: TestServer.day + 50)
                draft.project = try change(World.project(owner: place.unit, number: "O\(place.unit)")).id
                return CreateOfferingRequest(offering: draft)
            },
            Probe(.projectsCreateOffering, "of a provider, at a base") { place in
                var draft = World.draft(at: made.otherBase, made, day: TestServer.day + 50)
                draft.project = try change(World.project(owner: place.unit, number: "O\(place.unit)")).id
                return CreateOfferingRequest(offering: draft)
            },
            Probe(.projectsSubmitOffering, answers: [.wrongState]) { SubmitOfferingRequest(offering: $0.offering) },
            Probe(.bookingsPublishSession, answers: [nil, .tooLate, .wrongState]) {
                PublishSessionRequest(offering: $0.offering, location: "三层示教室", capacity: 20)
            },
            Probe(.bookingsDescribeBase) {
                DescribeBaseRequest(base: $0.base, address: "津塘路83号", phone: "022-84112114")
            },
            Probe(.bookingsListBookings, answers: [nil, .notFound]) { ListBookingsRequest(offering: $0.offering) },
            Probe(.projectsListRoster) { ListRosterRequest(offering: $0.offering) },
            Probe(.projectsChangeRosterEntry, answers: [.notFound]) {
                ChangeRosterEntryRequest(offering: $0.offering, number: "1", newNumber: "2")
            },
            Probe(.projectsSwapRosterNumbers, answers: [.notFound]) {
                SwapRosterNumbersRequest(offering: $0.offering, number: "1", otherNumber: "2")
            },
            Probe(.projectsRemoveRosterEntries, answers: [.notFound]) {
                RemoveRosterEntriesRequest(offering: $0.offering, numbers: ["1"], reason: "误录")
            },
            Probe(.projectsChangeOffering, answers: [.invalid]) {
                ChangeOfferingRequest(offering: Offering(id: $0.offering, base: $0.base))
            },
            Probe(.projectsSetProjectState, answers: [nil, .wrongState]) { place in
                let project = try change(World.project(owner: place.base, number: "S\(place.base)"))
                return SetProjectStateRequest(project: project.id, state: .withdrawn, reason: "停办")
            },
            Probe(.projectsListRuns) { place in
                ListRunsRequest(project: try change(World.project(owner: place.base, number: "R\(place.base)")).id)
            },
            Probe(
                .projectsUploadDocument, items: [DocumentChunk(bytes: Papers.jpeg()).serialized()],
                answers: [nil, .invalid]
            ) {
                UploadDocumentRequest(
                    offering: $0.offering, kind: .notice, size: UInt32(Papers.jpeg().count),
                    digest: Papers.digest(Papers.jpeg()))
            },
            Probe(.projectsRosterHistory) { RosterHistoryRequest(offering: $0.offering) },
            Probe(.projectsListDocuments) { ListDocumentsRequest(offering: $0.offering) },
            Probe(.projectsGetDocument) { GetDocumentRequest(document: try document(of: $0.offering, admin)) },
            Probe(.projectsRemoveDocument) { place in
                let draft = try admin.draft(at: place.base, made)
                let document = try admin.document(.notice, of: draft).document
                return RemoveDocumentRequest(document: document?.id ?? 0)
            },
            Probe(.projectsCancelOffering) { place in
                let draft = try admin.draft(at: place.base, made)
                return CancelOfferingRequest(offering: draft, reason: "停办")
            },
            Probe(.projectsDeleteOffering, answers: [.wrongState]) { DeleteOfferingRequest(offering: $0.offering) },
            Probe(.projectsChangeProject, "of a base") { place in
                let project = World.project(owner: place.base, number: "C\(place.base)")
                return ChangeProjectRequest(project: try change(project))
            },
            Probe(.projectsChangeProject, "of a unit") { place in
                let project = World.project(owner: place.unit, number: "C\(place.unit)")
                return ChangeProjectRequest(project: try change(project))
            },
            Probe(.terminalsCreateEnrolmentCode, "of a base") { CreateEnrolmentCodeRequest(base: $0.base, name: "门") },
            Probe(.terminalsCreateEnrolmentCode, "of a provider") {
                CreateEnrolmentCodeRequest(base: $0.unit, name: "门")
            },
            Probe(.terminalsListTerminals) { ListTerminalsRequest(base: $0.base) },
            Probe(.terminalsRaiseTerminal, answers: [nil, .invalid]) {
                RaiseTerminalRequest(terminal: terminals[$0.base] ?? 0, mebibytes: 512, reason: "大型活动")
            },
            Probe(.terminalsRevokeTerminal, answers: [nil, .wrongState]) {
                RevokeTerminalRequest(terminal: terminals[$0.base] ?? 0, reason: "丢失")
            },
            Probe(.attendanceVenueCode) { VenueCodeRequest(offering: $0.offering) },
            Probe(.attendanceListScans) { ListScansRequest(offering: $0.offering) },
            Probe(.attendanceAnalyse) { AnalyseRequest(offering: $0.offering) },
            Probe(.attendanceSuggestWindow, answers: [.notFound]) {
                SuggestWindowRequest(offering: $0.offering, day: TestServer.day)
            },
            Probe(.worklistListWork) { ListWorkRequest(offering: $0.offering) },
            Probe(.worklistShowWork) {
                ShowWorkRequest(log: scans[$0.base]?.log ?? [], sequence: scans[$0.base]?.sequence ?? 0)
            },
            Probe(.worklistDecideWork) {
                DecideWorkRequest(facts: scans[$0.base].map { [$0] } ?? [], ruling: .doesNotCount, reason: "替刷")
            },
            Probe(.examsSaveQuestion, answers: [.invalid]) {
                SaveQuestionRequest(question: Question(bank: $0.offering))
            },
            Probe(.examsGetQuestion) { GetQuestionRequest(question: try question(of: $0.offering, admin)) },
            Probe(.examsListQuestions) { ListQuestionsRequest(bank: $0.offering) },
            Probe(.examsEnableQuestions) { EnableQuestionsRequest(bank: $0.offering, enabled: true) },
            Probe(.examsDeleteQuestion) { DeleteQuestionRequest(question: try question(of: $0.offering, admin)) },
            Probe(.examsQuestionHistory) { QuestionHistoryRequest(bank: $0.offering) },
            Probe(.examsExportQuestions) { ExportQuestionsRequest(bank: $0.offering) },
            Probe(.examsOpenPaper, answers: [.notFound]) { OpenPaperRequest(paper: 1, base: $0.base) },
            Probe(.examsClosePaper, answers: [.wrongState]) { ClosePaperRequest(paper: 1, base: $0.base) },
            Probe(.examsSetExamMinutes) { SetExamMinutesRequest(offering: $0.offering, minutes: 45) },
            Probe(.sittingsListSittings, "of a class") { ListSittingsRequest(offering: $0.offering) },
            Probe(.sittingsListSittings, "of a paper at a base") { ListSittingsRequest(paper: 1, base: $0.base) },
            Probe(.sittingsShowSitting, answers: [.notFound]) {
                SittingQuestionsRequest(sitting: try sitting(at: $0, districts.world))
            },
            Probe(.sittingsMarkAgain, answers: [.notFound]) {
                MarkAgainRequest(sitting: try sitting(at: $0, districts.world), valueHundredths: 1, reason: "复核")
            },
            Probe(.sittingsGrantExtraTime, answers: [.notFound]) {
                GrantExtraTimeRequest(offering: $0.offering, number: "1", minutes: 10, reason: "视力障碍")
            },
            Probe(.skillsPublishExam, answers: [.notFound]) { PublishSkillsExamRequest(base: $0.base) },
            Probe(.skillsListResults, answers: [.notFound]) { ListSkillsResultsRequest(offering: $0.offering) },
            Probe(.skillsDecide, answers: [.notFound]) { DecideSheetRequest(offering: $0.offering, person: $0.person) },
            Probe(.examsListScores) { ListScoresRequest(offering: $0.offering) },
            Probe(.examsAdjudicate, answers: [.notFound]) {
                AdjudicateRequest(offering: $0.offering, person: $0.person, assessment: 1, reason: "复核")
            },
            Probe(.examsListQuarantinedMarks) { ListQuarantinedMarksRequest(offering: $0.offering) },
            Probe(.projectsListOfferingChanges) { ListOfferingChangesRequest(offering: $0.offering) },
            Probe(.examsScoreHistory) { ScoreHistoryRequest(offering: $0.offering) },
            Probe(.examsAdmitMark, answers: [.notFound]) {
                AdmitMarkRequest(offering: $0.offering, log: [1], sequence: 1, reason: "复核")
            },
            Probe(.certificatesIssue, answers: [nil, .wrongState]) { IssueCertificatesRequest(offering: $0.offering) },
            Probe(.certificatesGet) { place in
                GetCertificateRequest(certificate: try entered(at: place, districts.world))
            },
            Probe(.certificatesIssueCompletion, answers: [.wrongState]) {
                IssueCompletionRequest(offering: $0.offering)
            },
            Probe(.certificatesIssueTrained) { IssueTrainedRequest(base: $0.base, applications: [1]) },
            Probe(.outsideRecordsEnter, "of a base", answers: [nil, .alreadyExists]) {
                EnterOutsideRequest(organisation: $0.base, record: outside)
            },
            Probe(.outsideRecordsEnter, "of a provider", answers: [nil, .alreadyExists]) {
                EnterOutsideRequest(organisation: $0.unit, record: outside)
            },
            Probe(.outsideRecordsCorrect, answers: [nil]) { place in
                CorrectOutsideRequest(
                    record: OutsideRecord(
                        id: try outside(at: place, districts.world), idNumber: outside.idNumber, mark: "良好"),
                    reason: "更正")
            },
            Probe(.outsideRecordsWithdraw) { place in
                WithdrawOutsideRequest(record: try outside(at: place, districts.world), reason: "误录")
            },
            Probe(.outsideRecordsList, "of a base") { ListOutsideRequest(organisation: $0.base) },
            Probe(.outsideRecordsList, "of a provider") { ListOutsideRequest(organisation: $0.unit) },
            Probe(.attendanceListWalkIns) { ListWalkInsRequest(offering: $0.offering) },
            Probe(.attendanceDecideWalkIns) {
                DecideWalkInsRequest(offering: $0.offering, walkIns: [1], ruling: .confirm, reason: "核对")
            },
            Probe(.attendanceExplain, answers: [nil, .notOnRoster]) {
                ExplainAttendanceRequest(offering: $0.offering, person: $0.person)
            },
            Probe(.worklistListConflicts) { ListConflictsRequest(offering: $0.offering) },
            Probe(.certificatesAdd, answers: [nil, .alreadyExists]) {
                AddCertificateRequest(base: $0.base, content: certificate)
            },
            Probe(.certificatesCorrect) { place in
                CorrectCertificateRequest(
                    certificate: try entered(at: place, districts.world), content: CertificateContent(name: "李四"),
                    reason: "有误")
            },
            Probe(.certificatesRevoke) { place in
                RevokeCertificateRequest(certificate: try entered(at: place, districts.world), reason: "误发")
            },
            Probe(.certificatesList) { ListCertificatesRequest(organisation: $0.base) },
            Probe(.certificatesGetFile, answers: [.wrongState]) { place in
                GetCertificateFileRequest(certificate: try entered(at: place, districts.world))
            },
            Probe(.creditsRemind) { RemindRequest(offering: $0.offering) },
            Probe(.postReportsSave, answers: [.wrongState, .tooEarly]) { SavePostReportRequest(offering: $0.offering) },
            Probe(.postReportsDelete) { PostReportRequest(report: try report(at: $0, districts.world)) },
            Probe(.postReportsImportAttendance) { PostReportRequest(report: try report(at: $0, districts.world)) },
            Probe(.postReportsSubmit, answers: [.invalid]) {
                PostReportRequest(report: try report(at: $0, districts.world))
            },
            Probe(.postReportsSupplement, answers: [.wrongState]) {
                SupplementPostReportRequest(report: try report(at: $0, districts.world), reason: "补报")
            },
            Probe(.postReportsGet) { PostReportRequest(report: try report(at: $0, districts.world)) },
            Probe(.postReportsList) { ListPostReportsRequest(offering: $0.offering) },
            Probe(.postReportsListPeople) {
                ListPostReportPeopleRequest(report: try report(at: $0, districts.world))
            },
            Probe(
                .postReportsUploadDocument, items: [PostReportChunk(bytes: Papers.jpeg()).serialized()]
            ) {
                UploadPostReportDocumentRequest(
                    report: try report(at: $0, districts.world), kind: .photo, size: UInt32(Papers.jpeg().count),
                    digest: Digest.file(Papers.jpeg()))
            },
            Probe(.postReportsRemoveDocument) {
                PostReportDocumentRequest(document: try document(at: $0, districts.world))
            },
            Probe(.postReportsGetDocument, answers: [.notFound]) {
                PostReportDocumentRequest(document: try document(at: $0, districts.world))
            },
            Probe(.creditsAwardInstructor, answers: [.notFound]) { AwardInstructorRequest(offering: $0.offering) },
            Probe(.creditsSaveYearRule) {
                SaveYearRuleRequest(rule: CreditYearRule(fromYear: 2025, province: $0.region, creditsTenths: 250))
            },
            Probe(.creditsRemoveYearRule) { place in
                RemoveYearRuleRequest(rule: try yearRule(of: place.region, districts.world), reason: "废止")
            },
            Probe(.reportsListRuns, "of an organisation") { ListRunReportsRequest(organisation: $0.base) },
            Probe(.reportsListRuns, "of a region") { ListRunReportsRequest(organisation: $0.region) },
            Probe(.reportsListPeople) { ListPeopleReportRequest(offering: $0.offering) },
            Probe(.reportsListUnits, "of a region") { ListUnitReportsRequest(region: $0.region) },
            Probe(.reportsListUnits, "of a unit") { ListUnitReportsRequest(region: $0.unit) },
            Probe(.creditsListCompliance) { ListComplianceRequest(unit: $0.unit) },
            Probe(.creditsListUnitCompliance) { ListUnitComplianceRequest(region: $0.region) },
            Probe(.creditsExcuseYear) { place in
                ExcuseYearRequest(
                    person: try member(of: place.unit, districts.world), year: 2026, reason: "援外")
            },
            Probe(.creditsListEligible) { ListEligibleRequest(offering: $0.offering) },
            Probe(.creditsAwardCredit) { AwardCreditRequest(offering: $0.offering) },
            Probe(.creditsReverseAward) { place in
                ReverseAwardRequest(award: try award(at: place, districts.world), reason: "误发")
            },
            Probe(.creditsExplainAward) { place in
                ExplainAwardRequest(award: try award(at: place, districts.world))
            },
            Probe(.creditsEnterCredit, answers: [.notOnRoster]) {
                EnterCreditRequest(offering: $0.offering, people: [1], reason: "补录")
            },
            Probe(.creditsCheckAward) { CheckAwardRequest(offering: $0.offering) },
            Probe(.creditsListDifferences) { ListCreditDifferencesRequest(offering: $0.offering) },
            Probe(.creditsSettleDifferences) {
                SettleCreditRequest(offering: $0.offering, awards: [1], keep: true, reason: "复核")
            },
            Probe(.creditsListAwards) { ListAwardsRequest(offering: $0.offering) },
            Probe(.leavesListLeave) { ListLeaveRequest(base: $0.base) },
            Probe(.creditsExport) { ExportRequest(kind: .scans, offering: $0.offering) },
        ]
    }

    /// Another question of a bank.
    private static func question(of bank: UInt64, _ admin: Client) throws -> UInt64 {
        let count = try admin.questions(of: bank).questions.count
        return try admin.save(.single(bank, "第 \(count) 题？")).id
    }

    private static func document(of offering: UInt64, _ admin: Client) throws -> UInt64 {
        let reply: ListDocumentsReply = try admin.call(
            .projectsListDocuments, ListDocumentsRequest(offering: offering))
        return try reply.documents.first?.id ?? admin.document(.notice, of: offering).document?.id ?? 0
    }

    /// An attempt as a row, of which only the class and the state matter.
    private static func sitting(at place: Place, _ world: World) throws -> UInt64 {
        try world.server.database.write { transaction in
            let id = try transaction.newID()
            try transaction.execute(
                """
                INSERT INTO sitting (id, person, offering, paper, base, booking, edition, seed, attempt, state, \
                started_ms, ends_ms, submitted_ms, value, passed, pass_mark, half_for_part, marked_again, complaint) \
                VALUES (?1, ?2, ?3, 0, 0, 0, 0, 0, ?1, ?4, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                """, id, place.person, place.offering, SittingState.submitted.rawValue)
            return id
        }
    }

    /// A rule as a row.
    private static func yearRule(of province: UInt64, _ world: World) throws -> UInt64 {
        try world.server.database.write { transaction in
            let id = try transaction.newID()
            let rule = CreditYearRule(id: id, fromYear: 2025, province: province, years: 1)
            try transaction.execute(
                "INSERT INTO year_rule (id, rule, changed_by, changed_ms) VALUES (?1, ?2, 0, 0)", id, rule.serialized())
            return id
        }
    }

    /// Somebody whom the unit alone has confirmed.
    private static func member(of unit: UInt64, _ world: World) throws -> UInt64 {
        try world.server.database.write { transaction in
            let id = try transaction.newID()
            try transaction.execute(
                "INSERT INTO person (id, name, unit, title) VALUES (?1, '新人', '', '')", id)
            try transaction.execute(
                """
                INSERT INTO membership (unit, person, id, state, by_person, changed_ms) VALUES (?1, ?2, ?2, ?3, 0, 0)
                """, unit, id, MembershipState.confirmed.rawValue)
            return id
        }
    }

    /// A draft of a report as a row.
    private static func report(at place: Place, _ world: World) throws -> UInt64 {
        try world.server.database.write { transaction in
            let id = try transaction.newID()
            try transaction.execute(
                """
                INSERT INTO post_report (id, offering, standing, supplements, state, due_day, late, submitted_ms, \
                reason, textbooks, made_by) VALUES (?1, ?2, ?1, 0, 1, 0, 0, 0, '', ?3, 0)
                """, id, place.offering, [UInt8]())
            return id
        }
    }

    private static func document(at place: Place, _ world: World) throws -> UInt64 {
        let report = try report(at: place, world)
        return try world.server.database.write { transaction in
            let id = try transaction.newID()
            try transaction.execute(
                "INSERT INTO post_report_document (id, report, kind, address, size) VALUES (?1, ?2, 1, ?3, 1)", id,
                report, [UInt8](repeating: 1, count: 32))
            return id
        }
    }

    private static let certificate = CertificateContent(
        name: "张三", title: "规范化培训", lastDay: TestServer.day - 100, issuedDay: TestServer.day - 90, number: "旧-1")

    /// A certificate as a row, of which only the base matters.
    private static func entered(at place: Place, _ world: World) throws -> UInt64 {
        try world.server.database.write { transaction in
            let id = try transaction.newID()
            try transaction.execute(
                """
                INSERT INTO certificate (id, number, code, kind, state, standing, base, person, award, name, title, \
                project_number, level, category, credits_tenths, hours_tenths, first_day, last_day, modality, issuer, \
                issued_day, cohort, round, reason, replaced_by, issued_ms, issued_by) VALUES (?1, ?2, '', 2, 1, 0, ?3, \
                0, 0, '张三', '规范化培训', '', 0, 0, 0, 0, 20000, 20000, 0, '基地', 20000, '', '', '', 0, 0, 0)
                """, id, "旧-\(id)", place.base)
            return id
        }
    }

    private static let outside = OutsideRecord(
        name: "张三", idNumber: "110101199003070396", title: "进修", day: 20_000, mark: "合格")

    /// A record from outside that waits, of nobody.
    private static func outside(at place: Place, _ world: World) throws -> UInt64 {
        try world.server.database.write { transaction in
            let id = try transaction.newID()
            try transaction.execute(
                """
                INSERT INTO outside_record (id, organisation, standing, state, name, title, day, mark, hours_tenths, \
                credits_tenths, category, reason, entered_by, entered_ms) \
                VALUES (?1, ?2, 0, 1, '张三', ?3, 20000, '合格', 0, 0, 2, '', 0, 0)
                """, id, place.base, "进修 \(id)")
            let kind = ReviewKind.outside.rawValue
            try transaction.execute(
                """
                INSERT INTO review (kind, subject, container, person, ordinal, level, organisation, state, \
                submitted_ms, changed_ms, reason, title) VALUES (?1, ?2, ?3, 0, 0, ?4, 0, 1, 0, 0, '', '')
                """, kind, id, place.base, ReviewLevel.platform.rawValue)
            try transaction.execute(
                "INSERT INTO review_stop (kind, subject, ordinal, level, organisation) VALUES (?1, ?2, 0, ?3, 0)", kind,
                id, ReviewLevel.platform.rawValue)
            return id
        }
    }

    /// An award as a row, of which only the person matters.
    private static func award(at place: Place, _ world: World) throws -> UInt64 {
        try world.server.database.write { transaction in
            let id = try transaction.newID()
            try transaction.execute(
                """
                INSERT INTO award (id, offering, person, category, credits_tenths, hours_tenths, activity_day, state, \
                reason, awarded_ms, awarded_by) VALUES (?1, ?2, ?3, 1, 10, 10, 20000, 1, '', 0, 0)
                """, id, place.offering, place.person)
            return id
        }
    }

    private static var uploads: [Probe] {
        func upload(_ kind: UploadKind, _ target: @escaping (Place) -> UInt64) -> Probe {
            let file = Array("x\n".utf8)
            return Probe(.uploadsUpload, "\(kind)", items: [UploadChunk(bytes: file).serialized()]) { place in
                UploadRequest(
                    kind: kind, target: target(place), size: UInt64(file.count),
                    digest: Digest.file(file))
            }
        }
        func open(_ kind: UploadKind, _ target: @escaping (Place) -> UInt64) -> Probe {
            Probe(.uploadsOpenUpload, "\(kind)", answers: [nil, .busy]) { place in
                UploadRequest(kind: kind, target: target(place), size: 1, digest: Digest.file([1]))
            }
        }
        return [
            open(.roster, \.offering), open(.organisations) { _ in 0 }, open(.catalogue) { _ in 0 },
            open(.trainees, \.unit), open(.questions, \.offering), open(.certificates, \.base),
            open(.outsideRecords, \.base),
            upload(.roster, \.offering), upload(.organisations) { _ in 0 }, upload(.catalogue) { _ in 0 },
            upload(.trainees, \.unit), upload(.questions, \.offering), upload(.certificates, \.base),
            upload(.outsideRecords, \.base),
        ]
    }

    /// A decision at each level of a review.
    private static func reviews(_ districts: Districts) throws -> [Probe] {
        ReviewLevel.allCases.map { level in
            Probe(.reviewsDecideReviews, "\(level)") { place in
                let organisation =
                    switch level {
                    case .unit: place.unit
                    case .base, .committee: place.base
                    case .county, .city, .province, .identity: place.region
                    case .platform: UInt64(0)
                    }
                let subject = try waiting(at: level, of: organisation, districts.world)
                return DecideReviewsRequest(kind: .offering, subjects: [subject], action: .approve)
            }
        }
    }

    /// A waiting review, whatever its subject.
    private static func waiting(
        _ kind: ReviewKind = .offering, at level: ReviewLevel, of organisation: UInt64, _ world: World
    ) throws -> UInt64 {
        try world.server.database.write { transaction in
            let subject = try transaction.newID()
            try transaction.execute(
                """
                INSERT INTO review (kind, subject, container, person, ordinal, level, organisation, state, \
                submitted_ms, changed_ms, reason, title) VALUES (?1, ?2, 0, 0, 0, ?3, ?4, ?5, 0, 0, '', '')
                """, kind.rawValue, subject, level.rawValue, organisation, ReviewState.waiting.rawValue)
            try transaction.execute(
                "INSERT INTO review_stop (kind, subject, ordinal, level, organisation) VALUES (?1, ?2, 0, ?3, ?4)",
                kind.rawValue, subject, level.rawValue, organisation)
            return subject
        }
    }
}

extension PermissionTests {
    private static func notices(_ districts: Districts) throws -> [Probe] {
        let admin = try districts.world.client("admin")
        func notice(of organisation: UInt64) throws -> UInt64 {
            let reply: NoticeReply = try admin.call(
                .noticesPublishNotice,
                PublishNoticeRequest(kind: .training, organisation: organisation, title: "通知", body: "正文"))
            return reply.notice?.id ?? 0
        }
        let owners: [(String, (Place) -> UInt64)] = [("a commission's", \.commission), ("a provider's", \.unit)]
        return try owners.flatMap { owner, organisation -> [Probe] in
            let ids = try [districts.own, districts.below, districts.foreign].reduce(into: [UInt64: UInt64]()) {
                $0[organisation($1)] = try notice(of: organisation($1))
            }
            return [
                Probe(.noticesPublishNotice, owner) {
                    PublishNoticeRequest(kind: .training, organisation: organisation($0), title: "新", body: "正文")
                },
                Probe(.noticesEditNotice, owner, answers: [nil, .staleContext]) {
                    EditNoticeRequest(notice: ids[organisation($0)] ?? 0, revision: 1, title: "改", body: "正文")
                },
                Probe(.noticesNoticeHistory, owner) { NoticeHistoryRequest(notice: ids[organisation($0)] ?? 0) },
                Probe(.noticesListManagedNotices, owner) { ListManagedNoticesRequest(organisation: organisation($0)) },
                Probe(.projectsLinkNotice, owner) { LinkNoticeRequest(notice: ids[organisation($0)] ?? 0) },
                Probe(.noticesWithdrawNotice, owner, answers: [nil, .wrongState]) {
                    WithdrawNoticeRequest(notice: ids[organisation($0)] ?? 0, reason: "过期")
                },
            ]
        }
    }
}

extension PermissionTests {
    private static var responsible: [Probe] {
        let owners: [(String, (Place) -> UInt64)] = [
            ("a base's", \.base), ("a unit's", \.unit), ("a commission's", \.commission),
            ("a committee's", \.committee),
        ]
        return owners.flatMap { owner, organisation in
            [
                Probe(.accountsListResponsible, owner) { ListResponsibleRequest(organisation: organisation($0)) },
                Probe(.accountsAddResponsible, owner, answers: [nil, .alreadyExists]) {
                    AddResponsibleRequest(organisation: organisation($0), name: "负责人", phone: "13900000001")
                },
                Probe(.accountsChangeResponsible, owner, answers: [.notFound]) {
                    ChangeResponsibleRequest(organisation: organisation($0), person: $0.person, name: "负责人")
                },
                Probe(.accountsRemoveResponsible, owner, answers: [.notFound]) {
                    RemoveResponsibleRequest(organisation: organisation($0), person: $0.person)
                },
            ]
        }
    }

    /// Accounts of each organisation: one that stays, and one whose role is taken.
    private static func staff(_ districts: Districts) throws -> [Probe] {
        let owners: [(String, Role, (Place) -> UInt64)] = [
            ("of a base", .examiner, \.base), ("of a unit", .instructor, \.unit),
            ("of a commission", .commissionOfficer, \.commission), ("of a committee", .committeeOfficer, \.committee),
        ]
        return try owners.flatMap { owner, role, organisation -> [Probe] in
            for place in [districts.own, districts.below, districts.foreign] {
                for name in ["clerk", "leaver"] {
                    try districts.world.employ("\(name)\(organisation(place))", (role, organisation(place)))
                }
            }
            func clerk(_ place: Place) -> AccountChoice { AccountChoice(account: "clerk\(organisation(place))") }
            func seat(_ place: Place) -> RoleGrant { RoleGrant(role: role, organisation: organisation(place)) }
            return [
                Probe(.accountsListAccounts, owner) { ListAccountsRequest(organisation: organisation($0)) },
                Probe(.accountsGetAccount, owner) { GetAccountRequest(whose: clerk($0)) },
                Probe(.accountsGrantRole, owner) { GrantRoleRequest(whose: clerk($0), role: seat($0)) },
                Probe(.accountsRevokeRole, owner, answers: [nil, .notFound]) {
                    RevokeRoleRequest(
                        whose: AccountChoice(account: "leaver\(organisation($0))"), role: seat($0), reason: "离职")
                },
                Probe(.accountsDisableAccount, owner, answers: [nil, .wrongState]) {
                    DisableAccountRequest(whose: clerk($0), reason: "离职")
                },
                Probe(.accountsEnableAccount, owner, answers: [nil, .wrongState]) {
                    EnableAccountRequest(whose: clerk($0))
                },
                Probe(.accountsResetPassword, owner) { ResetPasswordRequest(whose: clerk($0)) },
            ]
        }
    }

    private static func members(_ districts: Districts) throws -> [Probe] {
        [
            Probe(.identityGetClaim, answers: [.notFound]) { place in
                GetClaimRequest(claim: try waiting(.identity, at: .identity, of: place.unit, districts.world))
            },
            Probe(.membersAdd) { AddTraineeRequest(unit: $0.unit, name: "新人", phone: "13900000000") },
            Probe(.membersList) { ListMembersRequest(unit: $0.unit) },
            Probe(.membersConfirm, answers: [.notFound]) { ChangeMembersRequest(unit: $0.unit, people: [$0.person]) },
            Probe(.membersEnd, answers: [.notFound]) {
                ChangeMembersRequest(unit: $0.unit, people: [$0.person], reason: "调离")
            },
        ]
    }
}
