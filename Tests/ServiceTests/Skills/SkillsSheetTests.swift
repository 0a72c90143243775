import Crypto
import Facts
import Messages
import Testing
import Wire

@testable import Service

/// SKL-2, SKL-3, SKL-5: sheets that examiners make at terminals, and what they amount to.
@Suite struct SkillsSheetTests {
    /// N01 and N02 are admitted, N01 has signed in; it is nine o'clock.
    private func open(isEvaluated: Bool = false) throws -> SkillsHall {
        let hall = try SkillsHall(isEvaluated: isEvaluated)
        for number in ["N01", "N02"] { try hall.admit(number) }
        hall.world.clock.set(SkillsHall.signIn)
        try hall.signIn("N01")
        hall.world.clock.set(SkillsHall.starts)
        return hall
    }

    @Test("SKL-2 SKL-5 every item of a sheet is recorded, and the result shows items, points and who passed")
    func passed() throws {
        let hall = try open()
        try hall.score("N01", [1800, 4500, 2000])
        let result = try #require(try hall.mine("N01").first)
        #expect(result.outcome == .passed && result.valueHundredths == 8300 && result.signedIn)
        let sheet = try #require(result.sheets.first)
        #expect(sheet.items.map(\.text) == SkillsHall.items.map(\.text))
        #expect(sheet.items.map(\.earnedHundredths) == [1800, 4500, 2000])
        #expect(sheet.edition == 1 && sheet.passMarkHundredths == 8000 && sheet.mark?.actor == 0)
        #expect(try hall.client("N01").bookings().first?.state == .attended)
        // The training is done: what was paid for is used up.
        #expect(try hall.entitlement("N01") == .used)
        let told = try hall.client("N01").claim([UInt8](repeating: 2, count: 16)).messages.last
        #expect(told?.kind == .examResult && told?.text.hasSuffix("83.00, passed") == true)
        try refused(.wrongState, field: "exam") {
            try hall.book(
                "N01", SkillsHall.publish(hall.scene, hall.checklist, [], day: SkillsHall.day + 1).session?.offering)
        }
        // Those who decide see who it was.
        #expect(try hall.results().first?.sheets.first?.mark?.actorName == "李考官")
    }

    @Test(
        "SKL-4 where policy says so the result waits for the trainee's evaluation of the exam, open once it is scored")
    func evaluated() throws {
        let hall = try open(isEvaluated: true)
        let early = try hall.client("N01").evaluations().filter { $0.target?.offering == hall.exam }
        #expect(early.isEmpty)
        try refused(.tooEarly) { try hall.client("N01").evaluate(hall.exam, of: .exam) }
        try hall.score("N01", [1800, 4500, 2000])
        let withheld = try #require(try hall.mine("N01").first)
        #expect(withheld.outcome == .withheld && withheld.sheets.isEmpty && withheld.valueHundredths == 0)
        let told = try hall.client("N01").claim([UInt8](repeating: 4, count: 16)).messages.last
        #expect(told?.kind == .examResult && told?.text.contains("83") == false)
        // Those who examine see it, and what was paid for follows it.
        #expect(try hall.results().first?.outcome == .passed)
        #expect(try hall.entitlement("N01") == .used)
        let open = try hall.client("N01").evaluations().filter { $0.target?.offering == hall.exam }
        #expect(open.map { $0.target?.subject } == [.exam] && open.allSatisfy(\.obstacle.isEmpty))
        try hall.client("N01").evaluate(hall.exam, of: .exam)
        #expect(try hall.mine("N01").first?.outcome == .passed)
        #expect(try hall.mine("N01").first?.valueHundredths == 8300)
    }

    @Test("SKL-5 case 23 92 points with a critical step failed are a fail that names the step, in every list")
    func criticalStep() throws {
        let hall = try open()
        let door = try hall.door()
        let sheet = SkillsSheet(
            checklist: hall.checklist, edition: 1,
            items: [.init(earned: 2000), .init(earned: 4200, isFailed: true), .init(earned: 3000)])
        try door.seal(hall.fact("N01", sheet))
        try door.sync()
        hall.work()
        let result = try #require(try hall.mine("N01").first)
        #expect(result.valueHundredths == 9200 && result.outcome == .failed)
        #expect(result.sheets.first?.items.filter(\.failed).map(\.text) == ["胸外按压"])
        let scores: ListScoresReply = try hall.client("keeper").call(
            .examsListScores, ListScoresRequest(offering: hall.exam))
        #expect(scores.failed == 1 && scores.passed == 0 && scores.scores.map(\.passed) == [false])
        #expect(scores.scores.map(\.assessment) == [2])
    }

    @Test("SKL-2 case 23 somebody who has not signed in is scored all the same, and that is flagged")
    func withoutSignIn() throws {
        let hall = try open()
        try hall.score("N02", [2000, 5000, 3000])
        let result = try #require(try hall.results().first { try $0.number == hall.number("N02") })
        #expect(!result.signedIn && result.outcome == .passed && result.sheets.count == 1)
        #expect(try hall.mine("N02").first?.outcome == .passed)
    }

    @Test(
        "SKL-1b EXM-4 a fail allows one more booking; the second failure loses the entitlement; a mark put right gives it back"
    )
    func lastFailure() throws {
        let hall = try open()
        try hall.score("N01", [0, 4000, 0])
        #expect(try hall.entitlement("N01") == .held)
        let again = try SkillsHall.publish(hall.scene, hall.checklist, hall.examiners, day: SkillsHall.day + 1)
        let next = again.session?.offering ?? 0
        try hall.admit("N01", next)
        hall.world.clock.set(SkillsHall.starts + 86_400_000)
        let door = try hall.door(9)
        try door.seal(hall.fact("N01", hall.sheet([0, 0, 0]), exam: next))
        try door.sync()
        hall.work()
        #expect(try hall.entitlement("N01") == .lost)
        #expect(
            try hall.client("N01").claim([UInt8](repeating: 3, count: 16)).messages.map(\.kind).suffix(2)
                .contains(.entitlementLost))
        let third = try SkillsHall.publish(hall.scene, hall.checklist, [], day: SkillsHall.day + 2)
        try refused(.paymentRequired, field: "entitlement") { try hall.book("N01", third.session?.offering) }
        // The same examiner corrects the sheet.
        try door.seal(hall.fact("N01", hall.sheet([2000, 5000, 3000]), exam: next))
        try door.sync()
        hall.work()
        #expect(try hall.entitlement("N01") == .used)
        #expect(try hall.mine("N01").map(\.outcome) == [.passed, .failed])
    }

    @Test(
        "SKL-3a SKL-3b two examiners apart are a conflict shown item by item, even at equal sums; a decision supersedes both"
    )
    func conflict() throws {
        let hall = try open()
        try hall.score("N01", [2000, 4500, 2000], by: 0, seed: 1)
        try hall.score("N01", [1500, 5000, 2000], by: 1, seed: 2)
        #expect(try hall.mine("N01").map(\.outcome) == [.unsettled])
        #expect(try hall.mine("N01").first?.sheets.isEmpty == true)
        let shown = try #require(try hall.results("adjudicator", onlyConflicts: true).first)
        #expect(shown.scoreState == .conflict && shown.sheets.count == 2)
        #expect(
            Set(shown.sheets.map { $0.items.map(\.earnedHundredths) }) == [[2000, 4500, 2000], [1500, 5000, 2000]])
        #expect(Set(shown.sheets.compactMap { $0.mark?.actorName }) == ["李考官", "王考官"])
        // A sum alone decides nothing about items.
        try refused(.invalid, field: "assessment") {
            try hall.client("adjudicator").call(
                .examsAdjudicate,
                AdjudicateRequest(
                    offering: hall.exam, person: shown.person, assessment: 2, valueHundredths: 8500, reason: "复核",
                    context: shown.context), reply: AdjudicateReply.self)
        }
        func decide(_ points: [UInt32], _ context: [UInt8]) throws -> DecideSheetReply {
            try hall.client("adjudicator").call(
                .skillsDecide,
                DecideSheetRequest(
                    offering: hall.exam, person: shown.person, marks: points.map { SheetMark(earnedHundredths: $0) },
                    reason: "看录像", context: context))
        }
        try refused(.invalid, field: "marks") { try decide([2001, 0, 0], shown.context) }
        try refused(.invalid, field: "marks") { try decide([2000, 0], shown.context) }
        let decided = try decide([1500, 4500, 2000], shown.context)
        #expect(decided.result?.outcome == .passed && decided.result?.valueHundredths == 8000)
        try refused(.staleContext, field: "context") { try decide([0, 0, 0], shown.context) }
        hall.work()
        let after = try #require(try hall.results("adjudicator").first { $0.person == shown.person })
        #expect(after.scoreState == .decided && after.sheets.count == 3)
        let standing = after.sheets.filter(\.stands)
        #expect(standing.map(\.reason) == ["看录像"])
        #expect(standing.first?.items.map(\.earnedHundredths) == [1500, 4500, 2000])
        #expect(try hall.mine("N01").first?.outcome == .passed)
    }

    @Test(
        "SKL-3a two examiners who say the same of every item agree; SKL-3c a correction by the same one is no conflict")
    func agreement() throws {
        let hall = try open()
        try hall.score("N01", [2000, 4500, 2000], by: 0, seed: 1)
        try hall.score("N01", [2000, 4500, 2000], by: 1, seed: 2)
        #expect(try hall.results().first?.scoreState == .corroborated)
        let door = try hall.door(3)
        try door.seal(hall.fact("N02", hall.sheet([0, 0, 0])), hall.fact("N02", hall.sheet([2000, 5000, 3000])))
        try door.sync()
        hall.work()
        let second = try #require(try hall.results().first { try $0.number == hall.number("N02") })
        #expect(second.scoreState == .value && second.valueHundredths == 10_000 && second.sheets.count == 2)
    }

    @Test("SKL-2 a sheet keeps the edition it was scored by; terminals get the new one, with whoever has a PIN")
    func editions() throws {
        let hall = try open()
        let found: ChecklistReply = try hall.client("admin").call(
            .skillsGetChecklist, GetChecklistRequest(checklist: hall.checklist))
        var list = try #require(found.checklist)
        list.items[0].text = "判断意识、呼吸与脉搏"
        list.passMarkHundredths = 9000
        let saved: ChecklistReply = try hall.client("admin").call(
            .skillsSaveChecklist, SaveChecklistRequest(checklist: list))
        #expect(saved.checklist?.edition == 2)
        let same: ChecklistReply = try hall.client("admin").call(
            .skillsSaveChecklist, SaveChecklistRequest(checklist: list))
        #expect(same.checklist?.edition == 2)
        let examiner = try hall.world.login("kao.one")
        try refused(.invalid, field: "pin") {
            try examiner.call(.skillsSetPin, SetExaminerPinRequest(pin: "123456"), reply: SetExaminerPinReply.self)
        }
        let set: SetExaminerPinReply = try examiner.call(.skillsSetPin, SetExaminerPinRequest(pin: "739164"))
        #expect(set.exams == 1)
        let door = try hall.door()
        let authenticated = try door.authenticate()
        let item = try door.pull().items.first { $0.kind == .skillsExam && $0.id == hall.exam }
        let value = try SkillsExamValue(serialized: #require(item).value)
        #expect(value.edition == 2 && value.items.first?.text == "判断意识、呼吸与脉搏")
        #expect(value.examiners.map(\.person) == [hall.examiners[0]])
        let sealed = value.examiners[0].encryptedPin
        let record = try SealingKey(authenticated.rosterKey).open(
            Array(sealed[24...]), nonce: Array(sealed[..<24]), .examinerPIN,
            rosterPlace(hall.exam, hall.examiners[0]))
        #expect(try PasswordHash(record: record).matches(Array("739164".utf8)))
        // A terminal that has not synced scores by the first edition, at whose pass mark 83 is enough.
        try hall.score("N01", [1800, 4500, 2000], seed: 7)
        let result = try #require(try hall.mine("N01").first)
        #expect(result.outcome == .passed && result.sheets.first?.items.first?.text == "判断意识与呼吸")
    }

    @Test(
        "SKL-2 SYN-9 sheets out of range, of unknown people, checklists and assessments wait with a reason, and nothing after them"
    )
    func quarantined() throws {
        let hall = try open()
        let door = try hall.door()
        let person = try hall.world.person("N01")
        let code: (Fact) throws -> ErrorCode? = { fact in
            try door.seal(fact)
            let acks = try door.sync()
            return acks.last?.quarantined.first?.code
        }
        let good = hall.sheet([2000, 5000, 3000])
        #expect(try code(hall.fact("N01", hall.sheet([2001, 0, 0]))) == .invalid)
        #expect(try code(hall.fact("N01", hall.sheet([-1, 0, 0]))) == .invalid)
        #expect(try code(hall.fact("N01", hall.sheet([2000, 0]))) == .invalid)
        #expect(try code(hall.fact("N01", hall.sheet([2000, 5000, 3000], edition: 2))) == .invalid)
        #expect(try code(hall.fact("N01", hall.sheet([2000, 5000, 3000], checklist: 1))) == .invalid)
        #expect(try code(hall.fact("N03", good)) == .unknownSubject)
        #expect(try code(hall.fact("N01", good, exam: hall.scene.session)) == .invalid)
        var fact = try hall.fact("N01", good)
        fact.value = 9999
        #expect(try code(fact) == .invalid)
        for assessment: UInt64 in [1, 3] {
            #expect(
                try code(
                    Fact(
                        kind: .score, subject: .person(person), offering: hall.exam, actor: hall.examiners[0],
                        method: .staff, value: 5000, assessment: assessment)) == .invalid)
        }
        fact = try hall.fact("N01", good)
        fact.actor = 77
        #expect(try code(fact) == .actorNotAssigned)
        hall.work()
        #expect(try hall.mine("N01").map(\.outcome) == [.awaited])
        #expect(try code(hall.fact("N01", good)) == nil)
        hall.work()
        #expect(try hall.mine("N01").map(\.outcome) == [.passed])
    }
}

extension SkillsHall {
    /// The label of somebody on the roster of the exam.
    fileprivate func number(_ number: String) throws -> String {
        let roster: ListRosterReply = try client("keeper").call(
            .projectsListRoster, ListRosterRequest(offering: exam))
        let person = try world.person(number)
        return roster.entries.first { $0.person == person }?.number ?? ""
    }
}
