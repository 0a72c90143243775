import Domain
import Messages
import Testing

@Suite struct OfferingTests {
    @Test("POL-1 a programme comes from a preset, changed switch by switch, and its policy is told in full")
    func programme() throws {
        let world = try World()
        let admin = try world.client("admin")
        let presets: ListPresetsReply = try admin.call(.programmesListPresets, ListPresetsRequest())
        #expect(presets.presets.map(\.preset) == Preset.allCases.map(\.name))
        for preset in presets.presets {
            let reply: CreateProgrammeReply = try admin.call(
                .programmesCreateProgramme,
                CreateProgrammeRequest(
                    name: "项目 \(preset.preset)", preset: preset.preset,
                    changes: [PolicySwitch(name: "cancelLimit", value: "9")]))
            let expected = preset.policy.map { $0.name == "cancelLimit" ? .init(name: $0.name, value: "9") : $0 }
            #expect(reply.programme?.policy == expected)
            #expect(reply.programme?.timeZone == "Asia/Shanghai")
        }
        let id = world.made.programme
        let changed: CreateProgrammeReply = try admin.call(
            .programmesChangePolicy,
            ChangePolicyRequest(programme: id, changes: [.init(name: "leadDays", value: "7")]))
        let listed: ListProgrammesReply = try admin.call(.programmesListProgrammes, ListProgrammesRequest())
        #expect(listed.programmes.count == Preset.allCases.count + 1)
        #expect(listed.programmes.first { $0.id == id } == changed.programme)
        #expect(changed.programme?.policy.first { $0.name == "leadDays" }?.value == "7")
    }

    @Test("POL-1 an unknown preset, switch, value, time zone or programme is refused by name")
    func badProgramme() throws {
        let world = try World()
        let admin = try world.client("admin")
        func create(_ request: CreateProgrammeRequest) throws -> CreateProgrammeReply {
            try admin.call(.programmesCreateProgramme, request)
        }
        try refused(.notFound, field: "preset") { try create(.init(name: "x", preset: "mars-cme")) }
        try refused(.unknownSwitch, field: "warpDrive") {
            try create(.init(name: "x", preset: "hunan-cme", changes: [.init(name: "warpDrive", value: "1")]))
        }
        try refused(.unknownSwitch, field: "leadDays") {
            try create(.init(name: "x", preset: "hunan-cme", changes: [.init(name: "leadDays", value: "366")]))
        }
        try refused(.invalid, field: "time_zone") {
            try create(.init(name: "x", preset: "hunan-cme", timeZone: "Mars/Olympus"))
        }
        try refused(.alreadyExists, field: "name") { try create(.init(name: "湖南省继续医学教育", preset: "hunan-cme")) }
        try refused(.invalid, field: "name") { try create(.init(name: " \u{200B} ", preset: "hunan-cme")) }
        for programme in [UInt64(0), 999_999, .max] {
            try refused(.notFound, field: "programme") {
                try admin.call(
                    .programmesChangePolicy, ChangePolicyRequest(programme: programme), reply: CreateProgrammeReply.self
                )
            }
        }
    }

    @Test("PRJ-2 a project's courses must add up in hours and in credits")
    func project() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        func create(_ change: (inout Project) -> Void) throws -> CreateProjectReply {
            var project = World.project(owner: world.made.base, number: "HN-7")
            change(&project)
            return try keeper.call(.projectsCreateProject, CreateProjectRequest(project: project))
        }
        try refused(.hoursDoNotAddUp) { try create { $0.hoursTenths = 61 } }
        try refused(.hoursDoNotAddUp) { try create { $0.creditsTenths = 19 } }
        try refused(.invalid, field: "hours_tenths") { try create { $0.courses[0].hoursTenths = .max } }
        try refused(.invalid, field: "courses") { try create { $0.courses = [] } }
        try refused(.invalid, field: "courses.name") { try create { $0.courses[1].name = $0.courses[0].name } }
        try refused(.invalid, field: "level") { try create { $0.level = nil } }
        try refused(.invalid, field: "category") { try create { $0.category = nil } }
        try refused(.alreadyExists, field: "number") { try create { $0.number = "HN-2026-001" } }
        try refused(.invalid, field: "project") {
            try keeper.call(.projectsCreateProject, CreateProjectRequest(), reply: CreateProjectReply.self)
        }
        let made = try create { _ in }
        #expect(made.project?.courses.map(\.name) == ["理论", "操作"])
        #expect(made.project?.courses.allSatisfy { $0.id != 0 } == true)
        let found: ListProjectsReply = try keeper.call(
            .projectsListProjects, ListProjectsRequest(nameContains: "复苏"))
        #expect(found.projects.map(\.number) == ["HN-2026-001", "HN-2026-002", "HN-7"])
    }

    @Test("PRJ-3 an offering has activity dates and windows inside them, of its own courses")
    func offering() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let day = TestServer.day
        func create(_ change: (inout Offering) -> Void) throws -> OfferingReply {
            var draft = World.draft(at: world.made.base, world.made, day: day)
            change(&draft)
            return try keeper.call(.projectsCreateOffering, CreateOfferingRequest(offering: draft))
        }
        try refused(.invalid, field: "dates") { try create { $0.dates = [] } }
        try refused(.invalid, field: "dates") { try create { $0.dates.append($0.dates[0]) } }
        try refused(.invalid, field: "dates") { try create { $0.dates[0].hoursTenths = 241 } }
        let windows: [(ErrorCode, Window)] = [
            (.outsideActivityDates, .init(day: day + 1, fromMinute: 480, toMinute: 720)),
            (.outsideActivityDates, .init(day: .min, fromMinute: 0, toMinute: 1)),
            (.invalid, .init(day: day, fromMinute: 720, toMinute: 480)),
            (.invalid, .init(day: day, fromMinute: 0, toMinute: 1441)),
            (.invalid, .init(day: day, fromMinute: .max, toMinute: .max)),
            (.notFound, .init(day: day, fromMinute: 480, toMinute: 720, course: 12345)),
        ]
        for (code, window) in windows {
            try refused(code, field: "windows") { try create { $0.windows = [window] } }
        }
        try refused(.invalid, field: "pass_mark_hundredths") { try create { $0.passMarkHundredths = 10_001 } }
        try refused(.invalid, field: "code_period_s") { try create { $0.codePeriodS = 61 } }
        try refused(.notFound, field: "project") { try create { $0.project = 1 << 60 } }
        try refused(.notFound, field: "programme") { try create { $0.programme = 1 << 60 } }
        let made = try create { draft in
            draft.dates.append(ActivityDate(day: day + 1, hoursTenths: 30))
            draft.windows.append(.init(day: day + 1, fromMinute: 540, toMinute: 600, course: world.made.courses[0]))
        }
        let got: OfferingReply = try keeper.call(
            .projectsGetOffering, GetOfferingRequest(offering: made.offering?.id ?? 0))
        #expect(got == made)
        #expect(got.offering?.state == .draft)
        #expect(got.offering?.dates.map(\.day) == [day, day + 1])
        #expect(got.offering?.windows.count == 2)
        let drafts: ListOfferingsReply = try keeper.call(
            .projectsListOfferings, ListOfferingsRequest(base: world.made.base, state: .draft))
        #expect(drafts.offerings.map(\.id) == [made.offering?.id ?? 0])
        try refused(.notFound, field: "offering") {
            try keeper.call(.projectsGetOffering, GetOfferingRequest(offering: .max), reply: OfferingReply.self)
        }
    }

    @Test("PRJ-3 days at the ends of the calendar are judged, not trapped on", arguments: [Int32.min, -1, 0, .max])
    func calendarEnds(day: Int32) throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let created = try keeper.code(
            .projectsCreateOffering,
            serialized(CreateOfferingRequest(offering: World.draft(at: world.made.base, world.made, day: day))))
        guard created == nil else { return }
        let listed: ListOfferingsReply = try keeper.call(
            .projectsListOfferings, ListOfferingsRequest(base: world.made.base, state: .draft))
        let id = listed.offerings.first?.id ?? 0
        _ = try keeper.code(.projectsSubmitOffering, serialized(SubmitOfferingRequest(offering: id)))
        _ = try keeper.code(.attendanceAnalyse, serialized(AnalyseRequest(offering: id)))
        _ = try keeper.code(.attendanceSuggestWindow, serialized(SuggestWindowRequest(offering: id, day: day)))
    }

    @Test(
        "PRJ-4b case 15 an offering is submitted at least so many days before it begins; the last instant is the day's end"
    )
    func leadDays() throws {
        let world = try World()
        let admin = try world.client("admin")
        let _: CreateProgrammeReply = try admin.call(
            .programmesChangePolicy,
            ChangePolicyRequest(programme: world.made.programme, changes: [.init(name: "leadDays", value: "7")]))
        let first = try admin.draft(at: world.made.base, world.made, day: TestServer.day + 8)
        let second = try admin.draft(at: world.made.base, world.made, day: TestServer.day + 8)
        for draft in [first, second] {
            for kind in [OfferingDocumentKind.notice, .agenda] { try admin.document(kind, of: draft) }
        }
        // The seventh day before ends at midnight between the day after tomorrow's eve and its morning.
        world.clock.set(World.midnight + 2 * 86_400_000 - 1)
        let reply: OfferingReply = try admin.call(
            .projectsSubmitOffering, SubmitOfferingRequest(offering: first))
        #expect(reply.offering?.state == .submitted)
        world.clock.advance(ms: 1)
        try refused(.tooLate, field: "dates") {
            try admin.call(
                .projectsSubmitOffering, SubmitOfferingRequest(offering: second), reply: OfferingReply.self)
        }
    }

    @Test("PRJ-5 nothing opens before approval: no code, no check-in, no credit, nothing for terminals")
    func approval() throws {
        let world = try World()
        let (keeper, officer) = (try world.client("keeper"), try world.client("officer"))
        let offering = try keeper.draft(at: world.made.base, world.made, day: TestServer.day)
        _ = try keeper.upload(World.roster(), to: offering)
        try keeper.prepareQuestions(of: offering)
        let door = try Door(in: world)
        let before = try door.pull().items
        func isShut() throws {
            try refused(.wrongState, field: "offering") {
                try keeper.call(
                    .attendanceVenueCode, VenueCodeRequest(offering: offering), reply: VenueCodeReply.self)
            }
            try refused(.wrongState, field: "offering") {
                try keeper.call(
                    .creditsAwardCredit, AwardCreditRequest(offering: offering), reply: AwardCreditReply.self)
            }
            #expect(try door.pull().items == before)
        }
        try isShut()
        let _: OfferingReply = try keeper.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: offering))
        try isShut()
        try refused(.invalid, field: "reason") { try officer.decide(.offering, offering, .reject) }
        try officer.decide(.offering, offering, .approve)
        let code: VenueCodeReply = try keeper.call(.attendanceVenueCode, VenueCodeRequest(offering: offering))
        #expect(code.code.hasPrefix("RV1-"))
        // The offering, three venue keys (the whole and two courses), twelve people.
        #expect(try door.pull().items.count == before.count + 16)
        try refused(.wrongState) { try officer.decide(.offering, offering, .reject, reason: "迟") }
    }

    @Test("PRJ-5 where no approval is asked for, submitting opens, and there is nothing to decide")
    func withoutApproval() throws {
        let world = try World()
        let admin = try world.client("admin")
        let programme: CreateProgrammeReply = try admin.call(
            .programmesCreateProgramme, CreateProgrammeRequest(name: "天津", preset: "tianjin-cpr"))
        var draft = World.draft(at: world.made.base, world.made, day: TestServer.day)
        draft.programme = programme.programme?.id ?? 0
        let created: OfferingReply = try admin.call(
            .projectsCreateOffering, CreateOfferingRequest(offering: draft))
        let id = created.offering?.id ?? 0
        let submitted: OfferingReply = try admin.call(
            .projectsSubmitOffering, SubmitOfferingRequest(offering: id))
        #expect(submitted.offering?.state == .approved)
        let _: VenueCodeReply = try admin.call(.attendanceVenueCode, VenueCodeRequest(offering: id))
        try refused(.notFound) { try admin.decide(.offering, id, .approve) }
    }

    @Test("lists go page by page and end")
    func pages() throws {
        let world = try World()
        let admin = try world.client("admin")
        for number in 1...7 { _ = try admin.organisation(.unit, "单位 \(number)") }
        var names: [String] = []
        var after: UInt64 = 0
        repeat {
            let page: ListOrganisationsReply = try admin.call(
                .organisationsListOrganisations, ListOrganisationsRequest(after: after, limit: 3, kind: .unit))
            #expect(page.organisations.count <= 3)
            names += page.organisations.map(\.name)
            after = page.next
        } while after != 0
        #expect(names == (1...7).map { "单位 \($0)" })
    }
}
