import Messages
import Testing

@testable import Service

/// ATT-5, LEV-1, EXM-2, CRD-1, CRD-5 on both sides of what counts.
@Suite struct ClassBoundaryTests {
    /// A class that is open, with everybody on its roster.
    private func offering(
        _ world: World, _ days: [Int32], windows: [(UInt32, UInt32)], modality: Modality = .inPerson,
        category: CreditCategory = .i, number: String = "HN-2026-009"
    ) throws -> UInt64 {
        let admin = try world.client("admin")
        let project: CreateProjectReply = try admin.call(
            .projectsCreateProject,
            CreateProjectRequest(
                project: World.project(owner: world.made.base, number: number, category: category)))
        var draft = World.draft(at: world.made.base, world.made, day: days[0])
        draft.project = project.project?.id ?? 0
        draft.modality = modality
        draft.dates = days.map { ActivityDate(day: $0, hoursTenths: 60 / UInt32(days.count)) }
        draft.windows = days.flatMap { day in windows.map { Window(day: day, fromMinute: $0.0, toMinute: $0.1) } }
        let created: OfferingReply = try admin.call(.projectsCreateOffering, CreateOfferingRequest(offering: draft))
        let id = try #require(created.offering).id
        _ = try admin.upload(World.roster(), to: id)
        let _: OfferingReply = try admin.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: id))
        try admin.decide(.offering, id, .approve)
        try admin.prepareQuestions(of: id)
        return id
    }

    private func checkIn(_ world: World, _ number: String, _ offering: UInt64, at ms: Int64) throws -> ScanState? {
        world.clock.set(ms)
        let code: VenueCodeReply = try world.relogin("keeper").call(
            .attendanceVenueCode, VenueCodeRequest(offering: offering))
        let reply: CheckInReply = try world.relogin(number).call(
            .attendanceCheckIn, CheckInRequest(code: code.code))
        return reply.state
    }

    @Test(
        "ATT-4b ATT-5c LEV-1b three days of two windows: 07:59:59.999 is out, 08:00 in and 12:00 out; five of six windows are absent, leave stays demanded, and where any one period suffices all were there"
    )
    func sixWindows() throws {
        let world = try World()
        let first = TestServer.day + 3
        let offering = try offering(world, [first, first + 1, first + 2], windows: [(480, 720), (840, 1080)])
        let leave = try world.client("N03").ask(.sick, first + 2, first + 2, "发热")
        try world.client("keeper").decide(.leave, leave.id, .approve)
        let (eight, noon, two) = (Int64(8 * 3_600_000), Int64(12 * 3_600_000), Int64(14 * 3_600_000))
        for day in Int64(0)..<3 {
            let midnight = World.midnight + (3 + day) * 86_400_000
            #expect(try checkIn(world, "N02", offering, at: midnight + eight - 1) == .outsideWindow)
            #expect(try checkIn(world, "N01", offering, at: midnight + eight) == .counted)
            if day > 0 { #expect(try checkIn(world, "N02", offering, at: midnight + noon - 1) == .counted) }
            if day < 2 { #expect(try checkIn(world, "N03", offering, at: midnight + noon) == .outsideWindow) }
            for number in ["N01", "N02", "N03"] where number != "N03" || day < 2 {
                #expect(try checkIn(world, number, offering, at: midnight + two) == .counted)
            }
        }
        func absences(_ number: String) throws -> [String] {
            try world.reasons(number, offering).filter { $0.hasPrefix("absent") }
        }
        #expect(try absences("N01") == [])
        #expect(try absences("N02") == ["absent 2026-10-05 08:00–12:00"])
        #expect(
            try absences("N03") == [
                "absent 2026-10-05 08:00–12:00", "absent 2026-10-06 08:00–12:00",
                "absent 2026-10-07 08:00–12:00 (on leave)", "absent 2026-10-07 14:00–18:00 (on leave)",
            ])
        _ = try world.relogin("admin")
        try world.setPolicy("attendanceDemand", "any one period")
        for number in ["N01", "N02", "N03"] { #expect(try absences(number) == []) }
        #expect(try absences("N04") == ["absent from every period"])
    }

    @Test("EXM-2 CRD-1 the exam is a gate of category I in person alone: not of category II, and not online")
    func examGate() throws {
        let cases: [(Modality, CreditCategory, [String])] = [
            (.inPerson, .i, ["exam not taken"]), (.blended, .i, ["exam not taken"]), (.inPerson, .ii, []),
            (.online, .i, []),
        ]
        for (modality, category, reasons) in cases {
            let world = try World()
            let offering = try offering(
                world, [TestServer.day], windows: [(480, 720)], modality: modality, category: category)
            #expect(try checkIn(world, "N01", offering, at: TestServer.nine) == .counted)
            #expect(try world.reasons("N01", offering) == reasons, "\(modality) \(category)")
        }
    }

    @Test(
        "CRD-2a CRD-5a over the turn of the year credit falls in the year of the activity date that was chosen; one outside the class is refused"
    )
    func turnOfTheYear() throws {
        let world = try World()
        let last = TestServer.day + 90
        let offering = try offering(world, [last, last + 1], windows: [])
        let door = try Door(in: world)
        for day in Int64(90)...91 {
            door.time = World.midnight + day * 86_400_000 + 10 * 3_600_000
            for number in ["N01", "N02"] { try door.scan(world.person(number), offering: offering) }
            if day == 91 {
                for number in ["N01", "N02"] { try door.score(world.person(number), 9000, by: 21, offering: offering) }
            }
            try door.sync()
        }
        func award(_ number: String, _ day: Int32) throws -> AwardCreditReply {
            try world.relogin("keeper").call(
                .creditsAwardCredit,
                AwardCreditRequest(offering: offering, people: [world.person(number)], activityDay: day))
        }
        for outside in [last - 1, last + 2] {
            try refused(.outsideActivityDates, field: "activity_day") { try award("N01", outside) }
        }
        #expect(try award("N01", last).awarded == 1)
        #expect(try award("N02", 0).awarded == 1)
        for (number, year) in [("N01", UInt32(2026)), ("N02", 2027)] {
            let mine: MyCreditsReply = try world.relogin(number).call(.creditsMyCredits, MyCreditsRequest())
            #expect(mine.years.map(\.year) == [year] && mine.years.map(\.creditsTenths) == [20])
        }
    }
}
