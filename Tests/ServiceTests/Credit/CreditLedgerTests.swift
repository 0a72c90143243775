import Messages
import Statements
import Storage
import Testing

@testable import Service

/// CRD-2, CRD-6 and the explanation of credit.
@Suite struct CreditLedgerTests {
    /// N01, N02 and N06 have been there and passed; N01 and N06 by examiners' marks, N02 by a paper.
    private func taught() throws -> ExamHall {
        let hall = try ExamHall()
        let door = try Door(in: hall.world, seed: 1)
        try door.scan(hall.world.person("N06"), offering: hall.offering)
        for number in ["N01", "N06"] {
            try door.score(hall.world.person(number), 9000, by: 21, offering: hall.offering)
        }
        try door.sync()
        hall.close()
        let me = try Candidate(hall.client("N02"), hall.client("N02").startExam(hall.offering))
        try me.answer(5)
        #expect(try me.submit().passed)
        return hall
    }

    private func award(_ hall: ExamHall, _ change: (inout AwardCreditRequest) throws -> Void = { _ in }) throws
        -> AwardCreditReply
    {
        var request = AwardCreditRequest(offering: hall.offering)
        try change(&request)
        return try hall.client("keeper").call(.creditsAwardCredit, request)
    }

    private func awards(_ hall: ExamHall) throws -> [String: Award] {
        let reply: ListAwardsReply = try hall.client("keeper").call(
            .creditsListAwards, ListAwardsRequest(offering: hall.offering))
        return Dictionary(reply.awards.map { ($0.number, $0) }) { _, later in later }
    }

    private func explain(_ hall: ExamHall, _ award: UInt64, by account: String = "keeper") throws -> ExplainAwardReply {
        try hall.client(account).call(
            account == "keeper" || account == "stranger" ? .creditsExplainAward : .creditsExplainOwnAward,
            ExplainAwardRequest(award: award))
    }

    private func differences(_ hall: ExamHall) throws -> [CreditDifference] {
        let reply: ListCreditDifferencesReply = try hall.client("keeper").call(
            .creditsListDifferences, ListCreditDifferencesRequest(offering: hall.offering))
        return reply.differences
    }

    private func settle(_ hall: ExamHall, _ awards: [UInt64], keep: Bool = false, _ reason: String) throws
        -> SettleCreditReply
    {
        try hall.client("keeper").call(
            .creditsSettleDifferences,
            SettleCreditRequest(offering: hall.offering, awards: awards, keep: keep, reason: reason))
    }

    @Test(
        "CRD-2a who is left out with a reason stays out of later awards, is shown with it, and gets credit once named"
    )
    func excluded() throws {
        let hall = try taught()
        let six = try hall.world.person("N06")
        let first = try award(hall) { $0.exclusions = [Exclusion(person: six, reason: "代签嫌疑")] }
        #expect(first.awarded == 2 && first.excluded == 1)
        let again = try award(hall)
        #expect(again.awarded == 0 && again.already == 2 && again.excluded == 1)
        let list: ListEligibleReply = try hall.client("keeper").call(
            .creditsListEligible, ListEligibleRequest(offering: hall.offering))
        let shown = try #require(list.people.first { $0.number == "N06" })
        #expect(!shown.eligible && shown.reasons == ["left out: 代签嫌疑"])
        #expect(try award(hall) { $0.people = [six] }.awarded == 1)
        #expect(try hall.world.server.count("SELECT COUNT(*) FROM award_exclusion") == 0)
    }

    @Test(
        "CRD-2b credit entered by hand is marked not valid: in no total, without a certificate, never valid, and no obstacle to an award"
    )
    func byHand() throws {
        let hall = try taught()
        let keeper = try hall.client("keeper")
        let three = try hall.world.person("N03")
        func enter(_ people: [UInt64], _ reason: String = "签到设备故障") throws -> EnterCreditReply {
            try keeper.call(
                .creditsEnterCredit, EnterCreditRequest(offering: hall.offering, people: people, reason: reason))
        }
        let entered = try #require(try enter([three]).awards.first)
        #expect(entered.state == .notValid && entered.creditsTenths == 20 && entered.hoursTenths == 60)
        #expect(entered.reason == "签到设备故障")
        let mine: MyCreditsReply = try hall.client("N03").call(.creditsMyCredits, MyCreditsRequest())
        #expect(mine.awards.map(\.state) == [.notValid] && mine.years.isEmpty)
        try hall.world.setPolicy("certificateDays", "0")
        let issued: IssueCertificatesReply = try keeper.call(
            .certificatesIssue, IssueCertificatesRequest(offering: hall.offering, awards: [entered.id]))
        #expect(issued.outcomes.first?.failure?.code == .wrongState)
        try refused(.wrongState) {
            try keeper.call(
                .creditsReverseAward, ReverseAwardRequest(award: entered.id, reason: "x"), reply: ReverseAwardReply.self
            )
        }
        _ = try enter([hall.world.person("N01")])
        #expect(try award(hall).awarded == 3)
        try refused(.invalid, field: "reason") { try enter([three], "") }
        try refused(.notOnRoster, field: "people") { try enter([1 << 40]) }
        try refused(.invalid, field: "people") { try enter([]) }
        #expect(try explain(hall, entered.id).entries.map(\.event) == [.entered])
    }

    @Test(
        "an award is walked back to the scan, the paper, the evaluation, the decision and the certificate; its person is told no name of staff, and others nothing"
    )
    func explained() throws {
        let hall = try taught()
        try hall.world.setPolicy("evaluationGates", "credit")
        for number in ["N01", "N02"] { try hall.client(number).evaluate(hall.offering) }
        _ = try award(hall)
        let award = try #require(try awards(hall)["N02"])
        try hall.world.setPolicy("certificateDays", "0")
        let keeper = try hall.client("keeper")
        let _: IssueCertificatesReply = try keeper.call(
            .certificatesIssue, IssueCertificatesRequest(offering: hall.offering))
        let whole = try explain(hall, award.id)
        #expect(whole.steps.map(\.kind) == [.window, .exam, .evaluation, .certificate])
        #expect(whole.steps.allSatisfy { !$0.lacking })
        #expect(whole.steps[0].text == "2026-10-02 08:00–12:00: counted by the scan of 2026-10-02 09:00:00+08, online")
        #expect(whole.steps[0].log.count == 16 && whole.steps[0].sequence > 0)
        #expect(whole.steps[1].text.hasPrefix("written exam passed: ") && whole.steps[1].subject != 0)
        #expect(whole.steps[2].atMs == ExamHall.noon)
        #expect(whole.entries.map(\.event) == [.awarded] && whole.entries.first?.personName.isEmpty == false)
        let six = try #require(try awards(hall)["N01"])
        #expect(try explain(hall, six.id).steps[1].text == "exam passed by examiners' marks: 90.00")
        let own = try explain(hall, award.id, by: "N02")
        #expect(own.steps == whole.steps && own.entries.map(\.personName) == [""])
        try refused(.notFound, field: "award") { try explain(hall, award.id, by: "N01") }
        try refused(.notAllowed) { try explain(hall, award.id, by: "stranger") }
        try refused(.notFound, field: "award") { try explain(hall, 1 << 40) }
        let _: ReverseAwardReply = try keeper.call(
            .creditsReverseAward, ReverseAwardRequest(award: award.id, reason: "代签属实"))
        let reversed = try explain(hall, award.id)
        #expect(reversed.entries.map(\.state) == [.effective, .reversed])
        #expect(reversed.entries.last?.reason == "代签属实" && reversed.award?.state == .reversed)
        #expect(reversed.steps.last?.text.contains("revoked") == true)
    }

    @Test(
        "CRD-6 what comes late changes no award and is a difference, until a person keeps the award or reverses it; other reasons make it one again"
    )
    func differs() throws {
        let hall = try taught()
        _ = try award(hall)
        #expect(try differences(hall).isEmpty)
        let door = try Door(in: hall.world, seed: 9)
        for number in ["N01", "N06"] {
            try door.score(hall.world.person(number), 1000, by: 40, offering: hall.offering)
        }
        try door.sync()
        let found = try differences(hall)
        #expect(found.map { $0.award?.number } == ["N01", "N06"])
        #expect(found.map(\.reasons) == [["exam in conflict"], ["exam in conflict"]])
        let (one, six) = (try #require(found[0].award).id, try #require(found[1].award).id)
        let kept = try settle(hall, [one, 1 << 40, one], keep: true, "两位考官已复核")
        #expect(kept.settled == 1 && kept.outcomes.map(\.failure?.code) == [nil, .wrongState, .wrongState])
        #expect(try settle(hall, [six], "成绩有误").settled == 1)
        #expect(try differences(hall).isEmpty)
        #expect(try awards(hall)["N01"]?.state == .effective && awards(hall)["N06"]?.state == .reversed)
        #expect(try explain(hall, one).entries.map(\.event) == [.awarded, .kept])
        // Adjudicated as failed it is another difference.
        let score = try hall.world.score(of: "N01")
        let _: AdjudicateReply = try hall.client("adjudicator").call(
            .examsAdjudicate, score.adjudication(value: 5000))
        #expect(try differences(hall).map(\.reasons) == [["exam failed 50.00 < 60.00"]])
        try refused(.invalid, field: "reason") { try settle(hall, [one], "") }
        try refused(.notAllowed) {
            try hall.client("stranger").call(
                .creditsSettleDifferences,
                SettleCreditRequest(offering: hall.offering, awards: [one], reason: "x"), reply: SettleCreditReply.self)
        }
    }

    @Test(
        "before an award the terminals are named that have not been in contact since the class ended, and the scans that wait"
    )
    func warned() throws {
        let hall = try taught()
        func check() throws -> CheckAwardReply {
            try hall.client("keeper").call(.creditsCheckAward, CheckAwardRequest(offering: hall.offering))
        }
        let before = try check()
        #expect(before.terminals.map(\.name) == ["东门"] && before.endsMs == ExamHall.noon && before.flagged == 0)
        let door = try Door(in: hall.world, seed: 5)
        try door.scan(77, offering: hall.offering)
        try door.sync()
        #expect(try check().terminals.count == 1)
        #expect(try check().flagged == 1)
    }

    @Test("CRD-2c no statement changes or deletes an entry of the ledger, and each award has the state of its last one")
    func appendOnly() throws {
        let statements = try Statement.all(in: "Sources")
        #expect(statements.contains { $0.text.contains("INTO credit_entry") })
        for statement in statements {
            let changes = statement.text.firstMatch(of: /(?:UPDATE|DELETE FROM) credit_entry/) != nil
            #expect(!changes, "\(statement.path):\(statement.line)")
        }
        let hall = try taught()
        _ = try award(hall)
        let one = try #require(try awards(hall)["N01"])
        let _: ReverseAwardReply = try hall.client("keeper").call(
            .creditsReverseAward, ReverseAwardRequest(award: one.id, reason: "误发"))
        let apart = try hall.world.server.count(
            """
            SELECT COUNT(*) FROM award a WHERE a.state <> (SELECT e.state FROM credit_entry e WHERE e.award = a.id
            ORDER BY e.ordinal DESC LIMIT 1)
            """)
        #expect(apart == 0)
        #expect(try hall.world.server.count("SELECT COUNT(*) FROM credit_entry") == 4)
    }
}
