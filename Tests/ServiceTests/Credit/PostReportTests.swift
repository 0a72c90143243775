import Crypto
import Domain
import Messages
import Storage
import Testing
import Wire

@testable import Service

/// RPF-1, CRD-4: a class whose credit is effective once its report is approved.
@Suite struct PostReportTests {
    /// N01 and N06 were there and passed; the class of 2026-10-02 has ended, and is reported within fourteen days.
    private struct Hall {
        let world: World
        var offering: UInt64 { world.offering }

        init() throws {
            world = try World()
            let door = try Door(in: world, seed: 1)
            for number in ["N01", "N06"] {
                try door.scan(world.person(number), offering: world.offering)
                try door.score(world.person(number), 9000, by: 21, offering: world.offering)
            }
            try door.sync()
            try world.setPolicy("creditEffective", "report approved")
            try world.setPolicy("reportDays", "14")
            world.clock.set(ExamHall.noon)
        }

        func keeper() throws -> Client { try world.relogin("keeper") }

        func save(_ pages: [PostReportPageKind] = [.overview, .teaching, .trainees, .outcome]) throws -> PostReport {
            let reply: PostReportReply = try keeper().call(
                .postReportsSave,
                SavePostReportRequest(
                    offering: offering, pages: pages.map { PostReportPage(kind: $0, text: "如期举办\n效果良好") },
                    setsTextbooks: true, textbooks: ["心肺复苏指南"]))
            return try #require(reply.report)
        }

        func act(_ method: Method, _ report: UInt64, by account: String = "keeper") throws -> PostReport {
            let reply: PostReportReply = try world.relogin(account).call(method, PostReportRequest(report: report))
            return try #require(reply.report)
        }

        @discardableResult
        func attach(_ kind: PostReportDocumentKind, to report: UInt64, _ file: [UInt8] = Papers.jpeg()) throws
            -> PostReport
        {
            let items = stride(from: 0, to: file.count, by: 64 << 10).map {
                PostReportChunk(bytes: Array(file[$0..<min($0 + (64 << 10), file.count)])).serialized()
            }
            let request = UploadPostReportDocumentRequest(
                report: report, kind: kind, size: UInt32(file.count), digest: Digest.file(file))
            let reply = try PostReportReply(
                serialized: keeper().raw(.postReportsUploadDocument, request.serialized(), items: items))
            return try #require(reply.report)
        }

        /// A report that lacks nothing.
        func whole() throws -> PostReport {
            let report = try save()
            for kind in [PostReportDocumentKind.notice, .agenda, .photo] { try attach(kind, to: report.id) }
            return try act(.postReportsImportAttendance, report.id)
        }

        func submitted() throws -> PostReport { try act(.postReportsSubmit, whole().id) }

        func decide(_ report: UInt64, _ action: ReviewAction, _ reason: String = "") throws {
            try world.relogin("officer").decide(.report, report, action, reason: reason)
        }

        @discardableResult
        func award(_ numbers: [String] = []) throws -> AwardCreditReply {
            try keeper().call(
                .creditsAwardCredit,
                AwardCreditRequest(offering: offering, people: try numbers.map(world.person)))
        }

        func states() throws -> [String: AwardState?] {
            let reply: ListAwardsReply = try keeper().call(
                .creditsListAwards, ListAwardsRequest(offering: offering))
            return Dictionary(reply.awards.map { ($0.number, $0.state) }) { _, later in later }
        }

        func messages(_ number: String) throws -> [String] {
            let reply: ListMessagesReply = try world.relogin(number).call(
                .noticesListMessages, ListMessagesRequest())
            return reply.messages.map(\.text)
        }
    }

    @Test(
        "RPF-1a a report begins after the class, needs its pages, a notice, an agenda, a photo and the attendance, and says what it lacks"
    )
    func lacking() throws {
        let hall = try Hall()
        hall.world.clock.set(ExamHall.noon - 1)
        let early = try refused(.tooEarly, field: "offering") { try hall.save() }
        #expect(early.text.contains("2026-10-02 12:00:00"))
        hall.world.clock.set(ExamHall.noon)
        let begun = try hall.save([.overview])
        #expect(begun.state == .draft && begun.dueDay == TestServer.day + 14 && begun.textbooks == ["心肺复苏指南"])
        #expect(
            begun.lacking == [
                "teaching", "trainees", "outcome", "notice", "agenda", "photo", "attendance, imported",
            ])
        let refusal = try refused(.invalid, field: "report") { try hall.act(.postReportsSubmit, begun.id) }
        #expect(refusal.text.contains("it lacks teaching, trainees, outcome, notice"))
        let whole = try hall.whole()
        #expect(whole.id == begun.id && whole.lacking.isEmpty && whole.people == 2)
        #expect(whole.pages.map(\.kind) == [.overview, .teaching, .trainees, .outcome])
        #expect(whole.pages.first?.text == "如期举办\n效果良好")
        let people: ListPostReportPeopleReply = try hall.keeper().call(
            .postReportsListPeople, ListPostReportPeopleRequest(report: whole.id))
        #expect(people.people.map(\.number) == ["N01", "N06"])
        for file in [Array("x".utf8), Array(Papers.jpeg().dropLast())] {
            #expect(throws: (any Error).self) { try hall.attach(.photo, to: whole.id, file) }
        }
        try hall.world.setPolicy("reportDays", "–")
        #expect(try hall.save([.remarks]).pages.count == 5)
    }

    @Test(
        "RPF-1a, RPF-1b submitted on day 14 it is in time, on day 15 late; from then on nothing of it is changed or deleted, and returned all of it is again"
    )
    func fixed() throws {
        for (day, isLate) in [(Int64(14), false), (15, true)] {
            let hall = try Hall()
            let report = try hall.whole()
            hall.world.clock.set(World.midnight + (day + 1) * 86_400_000 - 1)
            let submitted = try hall.act(.postReportsSubmit, report.id)
            #expect(submitted.state == .submitted && submitted.late == isLate)
            func isFixed() throws {
                try refused(.wrongState, field: "report") { try hall.save() }
                try refused(.wrongState, field: "report") { try hall.act(.postReportsImportAttendance, report.id) }
                try refused(.wrongState) { try hall.act(.postReportsSubmit, report.id) }
                try refused(.wrongState, field: "report") {
                    try hall.keeper().call(
                        .postReportsDelete, PostReportRequest(report: report.id), reply: DeletePostReportReply.self)
                }
                try refused(.wrongState, field: "report") {
                    try hall.keeper().call(
                        .postReportsRemoveDocument,
                        PostReportDocumentRequest(document: submitted.documents[0].id), reply: PostReportReply.self)
                }
                #expect(throws: (any Error).self) { try hall.attach(.photo, to: report.id) }
            }
            try isFixed()
            try hall.decide(report.id, .return, "缺少会议照片")
            let returned = try hall.act(.postReportsGet, report.id)
            #expect(returned.state == .returned && returned.reason == "缺少会议照片")
            #expect(
                try hall.messages("keeper").contains(
                    "A post-activity report was decided: 第一期, returned for revision, 缺少会议照片"))
            try hall.attach(.photo, to: report.id)
            // The first submission counts.
            hall.world.clock.advance(days: 3)
            #expect(try hall.act(.postReportsSubmit, report.id).late == isLate)
            try isFixed()
            try hall.decide(report.id, .approve)
            try isFixed()
        }
    }

    @Test("RPF-1b, RPF-1c a run has one report; deleted before it is submitted, or rejected, another may be made")
    func one() throws {
        let hall = try Hall()
        let first = try hall.whole()
        #expect(try hall.save().id == first.id)
        let _: DeletePostReportReply = try hall.keeper().call(
            .postReportsDelete, PostReportRequest(report: first.id))
        #expect(try hall.world.server.count("SELECT COUNT(*) FROM blob_chunk") == 0)
        let second = try hall.submitted()
        #expect(second.id != first.id)
        try hall.decide(second.id, .reject, "与事实不符")
        let third = try hall.submitted()
        try hall.decide(third.id, .approve)
        let all: ListPostReportsReply = try hall.keeper().call(
            .postReportsList, ListPostReportsRequest(offering: hall.offering))
        #expect(all.reports.map(\.state) == [.rejected, .approved])
        try refused(.wrongState) { try hall.decide(third.id, .reject, "x") }
    }

    @Test(
        "CRD-4a, RPF-1d pending credit is in no total; the approved report makes it effective, told once, and its certificate is given"
    )
    func approved() throws {
        let hall = try Hall()
        #expect(try hall.award().awarded == 2)
        #expect(try hall.states() == ["N01": .pending, "N06": .pending])
        try hall.world.setPolicy("certificateDays", "28")
        let report = try hall.submitted()
        try hall.decide(report.id, .approve)
        try refused(.wrongState) { try hall.decide(report.id, .approve) }
        #expect(try hall.states() == ["N01": .effective, "N06": .effective])
        #expect(try hall.messages("N01") == ["Your credit is effective: 第一期"])
        let mine: MyCreditsReply = try hall.world.relogin("N01").call(.creditsMyCredits, MyCreditsRequest())
        #expect(mine.years.map(\.creditsTenths) == [20])
        let award = try #require(mine.awards.first)
        let explained: ExplainAwardReply = try hall.world.relogin("N01").call(
            .creditsExplainOwnAward, ExplainAwardRequest(award: award.id))
        #expect(explained.entries.map(\.event) == [.awarded, .effective])
        #expect(explained.steps.contains { $0.kind == .report && !$0.lacking && $0.text.contains("approved") })
        // 2026-10-30 is the 28th day.
        for (day, code) in [(Int64(27), ErrorCode?.some(.tooEarly)), (28, nil)] {
            hall.world.clock.set(World.midnight + day * 86_400_000)
            let issued: IssueCertificatesReply = try hall.world.relogin("N01").call(
                .certificatesIssueOwn, IssueOwnRequest(awards: [award.id]))
            #expect(issued.outcomes.first?.failure?.code == code)
        }
    }

    @Test(
        "CRD-2b CRD-4a CRD-5 credit by hand and pending credit are in no total, in no compliance and in no certificate; the approved report lets the pending one into all of them"
    )
    func worth() throws {
        let hall = try Hall()
        #expect(try hall.award().awarded == 2)
        let three = try hall.world.person("N03")
        let _: EnterCreditReply = try hall.keeper().call(
            .creditsEnterCredit, EnterCreditRequest(offering: hall.offering, people: [three], reason: "签到设备故障"))
        let _: YearRuleReply = try hall.world.relogin("admin").call(
            .creditsSaveYearRule, SaveYearRuleRequest(rule: CreditYearRule(fromYear: 2025, creditsTenths: 20)))
        try hall.world.setPolicy("certificateDays", "0")
        /// Credits that count, whether that is enough, and why there is no certificate.
        func worth(_ number: String) throws -> (UInt32, Bool, String?) {
            let client = try hall.world.relogin(number)
            let mine: MyCreditsReply = try client.call(.creditsMyCredits, MyCreditsRequest())
            let year: ComplianceReply = try client.call(.creditsMyCompliance, MyComplianceRequest(year: 2026))
            let compliance = try #require(year.compliance)
            #expect(mine.years.reduce(0) { $0 + $1.creditsTenths } == compliance.creditsTenths)
            let issued: IssueCertificatesReply = try client.call(
                .certificatesIssueOwn, IssueOwnRequest(awards: mine.awards.map(\.id)))
            return (compliance.creditsTenths, compliance.met, issued.outcomes.first?.failure?.field)
        }
        #expect(try worth("N01") == (0, false, "report"))
        #expect(try worth("N03") == (0, false, "award"))
        try hall.decide(hall.submitted().id, .approve)
        #expect(try worth("N01") == (20, true, nil))
        #expect(try worth("N03") == (0, false, "award"))
    }

    @Test(
        "CRT-1 from the 28th day on, and never before the report is approved, however late that is; of a city's project none"
    )
    func certificateDays() throws {
        let hall = try Hall()
        #expect(try hall.award().awarded == 2)
        let report = try hall.submitted()
        try hall.world.setPolicy("certificateDays", "28")
        try hall.world.setPolicy("certificateLevels", "provincial")
        func failure() throws -> Failure? {
            let client = try hall.world.relogin("N01")
            let mine: MyCreditsReply = try client.call(.creditsMyCredits, MyCreditsRequest())
            let issued: IssueCertificatesReply = try client.call(
                .certificatesIssueOwn, IssueOwnRequest(awards: mine.awards.map(\.id)))
            return try #require(issued.outcomes.first).failure
        }
        hall.world.clock.set(World.midnight + 28 * 86_400_000 - 1)
        let early = try failure()
        #expect(early?.code == .tooEarly && early?.text.contains("2026-10-30") == true)
        for day in [Int64(28), 43] {
            hall.world.clock.set(World.midnight + day * 86_400_000)
            #expect(try failure()?.field == "report")
        }
        try hall.world.execute("UPDATE project SET level = ?1", ProjectLevel.city.rawValue)
        try hall.decide(report.id, .approve)
        #expect(try failure()?.text.contains("provincial") == true)
        try hall.world.execute("UPDATE project SET level = ?1", ProjectLevel.provincial.rawValue)
        #expect(try failure() == nil)
    }

    @Test(
        "CRD-4b credit of somebody who is not in the approved report is pending until a supplement is approved; of somebody in it, effective at once"
    )
    func supplemented() throws {
        let hall = try Hall()
        try hall.award(["N01"])
        let report = try hall.submitted()
        try refused(.wrongState, field: "report") { try supplement(hall, report.id) }
        try hall.decide(report.id, .approve)
        try refused(.wrongState, field: "report") { try supplement(hall, report.id) }
        // N06 is in the report, N05 comes late.
        try hall.award(["N06"])
        #expect(try hall.states()["N06"] == .effective)
        let door = try Door(in: hall.world, seed: 4)
        try door.scan(hall.world.person("N05"), offering: hall.offering)
        try door.score(hall.world.person("N05"), 7000, by: 21, offering: hall.offering)
        try door.sync()
        try hall.award(["N05"])
        #expect(try hall.states()["N05"] == .pending)
        let added = try supplement(hall, report.id)
        #expect(added.supplements == report.id && added.people == 1 && added.state == .submitted)
        try refused(.alreadyExists, field: "report") { try supplement(hall, report.id) }
        try hall.decide(added.id, .reject, "未提供签到依据")
        #expect(try hall.states() == ["N01": .effective, "N05": .lapsed, "N06": .effective])
        try hall.award(["N05"])
        let again = try supplement(hall, report.id)
        try hall.decide(again.id, .approve)
        #expect(try hall.states()["N05"] == .effective)
    }

    private func supplement(_ hall: Hall, _ report: UInt64) throws -> PostReport {
        let reply: PostReportReply = try hall.keeper().call(
            .postReportsSupplement, SupplementPostReportRequest(report: report, reason: "终端补传签到"))
        return try #require(reply.report)
    }

    @Test(
        "RPF-1c of a rejected report the pending credit lapses with the reason, its people are told, and none is in a total"
    )
    func rejected() throws {
        let hall = try Hall()
        try hall.award()
        let report = try hall.submitted()
        try refused(.invalid, field: "reason") { try hall.decide(report.id, .reject) }
        try hall.decide(report.id, .reject, "未按计划举办")
        #expect(try hall.states() == ["N01": .lapsed, "N06": .lapsed])
        #expect(try hall.messages("N01") == ["Your pending credit lapsed: its report was not approved: 第一期, 未按计划举办"])
        let mine: MyCreditsReply = try hall.world.relogin("N01").call(.creditsMyCredits, MyCreditsRequest())
        #expect(mine.years.isEmpty && mine.awards.first?.reason == "未按计划举办")
        // Awarded again, they wait for another report.
        #expect(try hall.award().awarded == 2)
    }

    @Test("ORG-2 a stranger sees no report, and a committee reads its people and documents")
    func permitted() throws {
        let hall = try Hall()
        let report = try hall.submitted()
        for account in ["stranger", "N01"] {
            try refused(.notAllowed) { try hall.act(.postReportsGet, report.id, by: account) }
        }
        #expect(try hall.act(.postReportsGet, report.id, by: "officer").people == 2)
        let pieces = try hall.world.relogin("officer").items(
            .postReportsGetDocument, PostReportDocumentRequest(document: report.documents[0].id),
            of: PostReportChunk.self)
        #expect(pieces.flatMap(\.bytes).starts(with: [0xFF, 0xD8, 0xFF]))
    }
}
