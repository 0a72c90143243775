import Messages
import Storage
import Testing
import Wire

extension Method {
    static var skills: [Method] { allCases.filter { $0.name.hasPrefix("Skills.") } }
}

@Suite struct SkillsRoleTests {
    @Test(
        "ACC-10 every audited act about skills exams leaves one entry that says what was done; a repetition leaves none"
    )
    func audited() throws {
        let hall = try SkillsHall()
        let world = hall.world
        try hall.admit("N01")
        world.clock.set(SkillsHall.starts - 60_000)
        try hall.score("N01", [2000, 4500, 2000], by: 0, seed: 1)
        try hall.score("N01", [1500, 5000, 2000], by: 1, seed: 2)
        let shown = try #require(try hall.results("adjudicator").first)
        let list: ChecklistReply = try hall.client("admin").call(
            .skillsGetChecklist, GetChecklistRequest(checklist: hall.checklist))
        let calls: [(Method, Client, any Message)] = [
            (.skillsSaveChecklist, try hall.client("admin"), SaveChecklistRequest(checklist: list.checklist)),
            (
                .skillsPublishExam, try hall.client("keeper"),
                PublishSkillsExamRequest(
                    offering: hall.exam, location: "技能中心二层", capacity: 3, checklist: hall.checklist)
            ),
            (.skillsSetPin, try world.login("kao.one"), SetExaminerPinRequest(pin: "739164")),
            (.skillsBook, try hall.client("N02"), BookSkillsExamRequest(offering: hall.exam)),
            (
                .skillsDecide, try hall.client("adjudicator"),
                DecideSheetRequest(
                    offering: hall.exam, person: shown.person,
                    marks: [1500, 4500, 2000].map { SheetMark(earnedHundredths: $0) }, reason: "看录像",
                    context: shown.context)
            ),
        ]
        for (method, client, request) in calls {
            let before = try world.server.count("SELECT COUNT(*) FROM audit")
            let key = client.freshKey()
            let reply = try client.raw(method, request.serialized(), key: key)
            #expect(try world.server.count("SELECT COUNT(*) FROM audit") == before + 1, "\(method)")
            let detail = try world.server.read {
                try $0.first("SELECT detail FROM audit ORDER BY id DESC LIMIT 1") { $0.text(0) }
            }
            #expect(detail?.isEmpty == false, "\(method) does not say what was done")
            #expect(try client.raw(method, request.serialized(), key: key) == reply, "\(method)")
            #expect(try world.server.count("SELECT COUNT(*) FROM audit") == before + 1, "\(method)")
        }
        #expect(Set(calls.map(\.0)) == Set(Method.skills.filter(\.rule.audited)))
    }

    @Test("ACC-11e an examiner who closes the account leaves no PIN on the server")
    func forgotten() throws {
        let hall = try SkillsHall()
        let examiner = try hall.world.login("kao.one")
        let _: SetExaminerPinReply = try examiner.call(.skillsSetPin, SetExaminerPinRequest(pin: "739164"))
        #expect(try hall.world.server.count("SELECT COUNT(*) FROM examiner_pin") == 1)
        try examiner.close(hall.world.made.passwords["keeper"] ?? "")
        #expect(try hall.world.server.count("SELECT COUNT(*) FROM examiner_pin") == 0)
    }

    @Test("SKL-1a an exam is published at an exam base, by a checklist of its programme, with its own examiners")
    func published() throws {
        let hall = try SkillsHall()
        let keeper = try hall.client("keeper")
        func publish(_ change: (inout PublishSkillsExamRequest) -> Void) throws -> SkillsExamReply {
            var request = PublishSkillsExamRequest(
                base: hall.base, project: hall.world.made.project, programme: hall.scene.office.programme, title: "考核",
                day: SkillsHall.day, fromMinute: 540, toMinute: 720, signInMinutes: 30, location: "技能中心", capacity: 2,
                checklist: hall.checklist, examiners: hall.examiners)
            change(&request)
            return try keeper.call(.skillsPublishExam, request)
        }
        let trainee = try hall.world.person("N01")
        try refused(.notAllowed) { try publish { $0.base = hall.world.made.otherBase } }
        try refused(.wrongState, field: "programme") { try publish { $0.programme = hall.world.made.programme } }
        try refused(.notFound, field: "checklist") { try publish { $0.checklist = 1 } }
        try refused(.notFound, field: "project") { try publish { $0.project = 1 } }
        try refused(.invalid, field: "examiners") { try publish { $0.examiners = [trainee] } }
        try refused(.invalid, field: "sign_in_minutes") { try publish { $0.signInMinutes = 241 } }
        try refused(.invalid, field: "to_minute") { try publish { $0.toMinute = 540 } }
        try refused(.tooLate, field: "day") { try publish { $0.day = TestServer.day } }
        try refused(.invalid, field: "state") { try publish { $0.state = .calledOff } }
        let withdrawn = Checklist(
            id: hall.checklist, title: "单人徒手心肺复苏", passMarkHundredths: 8000, items: SkillsHall.items, withdrawn: true)
        let _: ChecklistReply = try hall.client("admin").call(
            .skillsSaveChecklist, SaveChecklistRequest(checklist: withdrawn))
        try refused(.invalid, field: "checklist") { try publish { _ in } }
        // One that has it already may still be changed.
        let changed = try publish {
            ($0.offering, $0.capacity, $0.examiners) = (hall.exam, 9, [hall.examiners[1]])
        }
        #expect(changed.exam?.session?.capacity == 9 && changed.exam?.examiners.map(\.person) == [hall.examiners[1]])
        #expect(changed.exam?.signInMs == SkillsHall.signIn)
    }

    @Test("SKL-2 a checklist has items with points that make 100 together, each once")
    func checklists() throws {
        let hall = try SkillsHall()
        func save(_ items: [ChecklistItem]) throws -> ChecklistReply {
            try hall.client("admin").call(
                .skillsSaveChecklist,
                SaveChecklistRequest(
                    checklist: Checklist(programme: hall.scene.office.programme, title: "表", items: items)))
        }
        try refused(.invalid, field: "items") { try save([]) }
        try refused(.invalid, field: "points") { try save([ChecklistItem(text: "甲", pointsHundredths: 9999)]) }
        try refused(.invalid, field: "points") {
            try save([
                ChecklistItem(text: "甲", pointsHundredths: 10_000), ChecklistItem(text: "乙", pointsHundredths: 0),
            ])
        }
        try refused(.invalid, field: "items") {
            try save([
                ChecklistItem(text: "甲", pointsHundredths: 5000), ChecklistItem(text: "甲 ", pointsHundredths: 5000),
            ])
        }
        try refused(.invalid, field: "items") {
            try save((0..<61).map { ChecklistItem(text: "\($0)", pointsHundredths: $0 == 0 ? 4000 : 100) })
        }
        let made = try save([ChecklistItem(text: "甲", pointsHundredths: 10_000, critical: true)])
        let all: ListChecklistsReply = try hall.client("N01").call(
            .skillsListChecklists, ListChecklistsRequest(programme: hall.scene.office.programme))
        #expect(all.checklists.map(\.id) == [hall.checklist, made.checklist?.id])
    }
}
