import Causality
import Facts
import Messages
import Testing

@testable import Service

/// The skills exam of the public CPR training: N01 and N02 have booked and attended a class and passed its written exam; the exam is on
/// the 22nd from 09:00 to 12:00, its sign-in opens half an hour before, and two people examine.
struct SkillsHall {
    let scene: PaperExamTests.Scene
    let checklist: UInt64
    let exam: UInt64
    let examiners: [UInt64]

    static let day = TestServer.day + 20
    static let starts = World.midnight + 20 * 86_400_000 + 9 * 3_600_000
    static let signIn = starts - 30 * 60_000
    static let ends = starts + 3 * 3_600_000
    static let items = [
        ChecklistItem(text: "判断意识与呼吸", pointsHundredths: 2000),
        ChecklistItem(text: "胸外按压", pointsHundredths: 5000, critical: true),
        ChecklistItem(text: "人工呼吸", pointsHundredths: 3000),
    ]

    var world: World { scene.office.world }
    var base: UInt64 { world.made.base }

    /// - Parameter isEvaluated: results wait for the evaluation of the exam, as the preset has it.
    init(places: UInt32 = 2, isEvaluated: Bool = false) throws {
        scene = try PaperExamTests.Scene()
        let world = scene.office.world
        if !isEvaluated {
            let _: CreateProgrammeReply = try scene.client("admin").call(
                .programmesChangePolicy,
                ChangePolicyRequest(
                    programme: scene.office.programme, changes: [PolicySwitch(name: "evaluationGates", value: "exam")]))
        }
        try PaperExamTests.Scene.attend(scene.session, "N02", scene.office)
        world.clock.set(World.midnight + 14 * 86_400_000)
        let code = try scene.open()
        for number in ["N01", "N02"] {
            let candidate = try Candidate(scene.client(number), scene.client(number).startExam(code: code))
            try candidate.answer(4)
            #expect(try candidate.submit().passed)
        }
        let admin = try scene.client("admin")
        examiners = try ["kao.one", "kao.two"].enumerated().map { place, name in
            let reply: CreateAccountReply = try admin.call(
                .accountsCreateAccount,
                CreateAccountRequest(
                    name: name, personName: place == 0 ? "李考官" : "王考官",
                    roles: [RoleGrant(role: .examiner, organisation: world.made.base)]))
            return reply.person
        }
        let saved: ChecklistReply = try admin.call(
            .skillsSaveChecklist,
            SaveChecklistRequest(
                checklist: Checklist(
                    programme: scene.office.programme, title: "单人徒手心肺复苏", passMarkHundredths: 8000,
                    items: Self.items)))
        checklist = saved.checklist?.id ?? 0
        exam = try Self.publish(scene, checklist, examiners, places: places).session?.offering ?? 0
    }

    static func publish(
        _ scene: PaperExamTests.Scene, _ checklist: UInt64, _ examiners: [UInt64], places: UInt32 = 2,
        day: Int32 = SkillsHall.day
    ) throws -> SkillsExam {
        let world = scene.office.world
        let reply: SkillsExamReply = try scene.client("keeper").call(
            .skillsPublishExam,
            PublishSkillsExamRequest(
                base: world.made.base, project: world.made.project, programme: scene.office.programme, title: "技能考核",
                day: day, fromMinute: 540, toMinute: 720, signInMinutes: 30, location: "技能中心", capacity: places,
                checklist: checklist, examiners: examiners))
        return try #require(reply.exam)
    }

    func client(_ account: String) throws -> Client { try scene.client(account) }

    func book(_ number: String, _ exam: UInt64? = nil) throws -> BookingReply {
        try client(number).call(.skillsBook, BookSkillsExamRequest(offering: exam ?? self.exam))
    }

    /// Books and has the base approve.
    @discardableResult
    func admit(_ number: String, _ exam: UInt64? = nil) throws -> BookingReply {
        let booked = try book(number, exam)
        try client("keeper").decide(.booking, booked.booking?.id ?? 0, .approve)
        return booked
    }

    func signIn(_ number: String, _ exam: UInt64? = nil) throws {
        let code: VenueCodeReply = try client("keeper").call(
            .attendanceVenueCode, VenueCodeRequest(offering: exam ?? self.exam))
        let _: CheckInReply = try client(number).call(.attendanceCheckIn, CheckInRequest(code: code.code))
    }

    /// The points of the three items; negative for a failed step without points.
    func sheet(_ points: [Int], edition: UInt64 = 1, checklist: UInt64? = nil) -> SkillsSheet {
        SkillsSheet(
            checklist: checklist ?? self.checklist, edition: edition,
            items: points.map { .init(earned: UInt64(max(0, $0)), isFailed: $0 < 0) })
    }

    func fact(
        _ number: String, _ sheet: SkillsSheet, by examiner: Int = 0, exam: UInt64? = nil,
        replacing references: [FactReference] = []
    ) throws -> Fact {
        Fact(
            kind: .score, subject: .person(try world.person(number)), offering: exam ?? self.exam,
            actor: examiners[examiner], method: .staff, references: references, value: sheet.value,
            assessment: Assessment.skills, extensions: sheet.bytes)
    }

    /// A terminal of the exam base.
    func door(_ seed: UInt8 = 1) throws -> Door {
        _ = try client("admin")
        let door = try Door(in: world, seed: seed)
        door.time = world.clock.now
        return door
    }

    /// A sheet from a terminal of its own, synced.
    func score(
        _ number: String, _ points: [Int], by examiner: Int = 0, seed: UInt8 = 1, exam: UInt64? = nil
    ) throws {
        let door = try door(seed)
        try door.seal(fact(number, sheet(points), by: examiner, exam: exam))
        #expect(try door.sync().allSatisfy { $0.quarantined.isEmpty })
        work()
    }

    /// Lets the server do what is due.
    func work() {
        world.server.tick()
        while world.server.executor.work() {}
    }

    func mine(_ number: String) throws -> [SkillsResult] {
        let reply: MySkillsExamsReply = try client(number).call(.skillsMyExams, MySkillsExamsRequest())
        return reply.results
    }

    func results(_ account: String = "keeper", onlyConflicts: Bool = false) throws -> [SkillsResult] {
        let reply: ListSkillsResultsReply = try client(account).call(
            .skillsListResults, ListSkillsResultsRequest(offering: exam, onlyConflicts: onlyConflicts))
        return reply.results
    }

    func entitlement(_ number: String) throws -> EntitlementState? {
        try client(number).entitlements().first?.state
    }
}
