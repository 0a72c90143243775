import ClientKit
import Messages
import Network
import Passes
import Threads
import Wire

/// The administrator's preparations for the works.
final class Office {
    /// The administrator's, once it was changed.
    static let password = "four quiet words of passage"

    private let client: Client

    var session: [UInt8] { client.session }

    init(_ site: ServerSite, password: String) throws {
        client = Client(site, locale: "en")
        _ = try client.login(name: "admin", password: password)
        let _: ChangePasswordReply = try client.call(
            .accountsChangePassword, ChangePasswordRequest(oldPassword: password, newPassword: Self.password))
        _ = try client.login(name: "admin", password: Self.password)
    }

    /// Goes on with the administrator's session on a server with a copy of the fixture.
    convenience init(_ fixture: Fixture, port: Int) {
        self.init(
            ServerSite(.tcp(host: "127.0.0.1", port: UInt16(port)), fixture.fingerprint, isPlain: true),
            session: fixture.administrator)
    }

    /// Goes on with the administrator's session.
    init(_ site: ServerSite, session: [UInt8]) {
        client = Client(site, locale: "en", session: session)
    }

    func createBase(_ name: String = "Bench base") throws -> UInt64 {
        try organisation(.base, name)
    }

    func createProgramme() throws -> UInt64 {
        let reply: CreateProgrammeReply = try client.call(
            .programmesCreateProgramme,
            CreateProgrammeRequest(
                name: "Bench", preset: "hunan-cme",
                changes: [
                    PolicySwitch(name: "identityEvidence", value: "self-declared"),
                    PolicySwitch(name: "evaluationGates", value: "none"),
                ]))
        return try reply.programme.required("programme").id
    }

    func createProject(owner: UInt64, number: String = "BENCH-1") throws -> UInt64 {
        let reply: CreateProjectReply = try client.call(
            .projectsCreateProject,
            CreateProjectRequest(
                project: Project(
                    number: number, name: "A course of six hours", level: .city, category: .ii, hoursTenths: 60,
                    creditsTenths: 20, owner: owner,
                    courses: [Course(name: "All of it", hoursTenths: 60, creditsTenths: 20)])))
        return try reply.project.required("project").id
    }

    /// Creates an open offering of one day, which is a window until a minute of it, with its roster.
    func createOffering(
        programme: UInt64, project: UInt64, base: UInt64, day: Int32, until minute: UInt32 = 1440,
        numbers: [String] = Office.numbers
    ) throws -> UInt64 {
        let reply: OfferingReply = try client.call(
            .projectsCreateOffering,
            CreateOfferingRequest(
                offering: Offering(
                    programme: programme, project: project, base: base, title: "A day in the hall",
                    dates: [ActivityDate(day: day, hoursTenths: 60)],
                    windows: [Window(day: day, fromMinute: 0, toMinute: minute)])))
        let id = try reply.offering.required("offering").id
        try uploadRoster(of: id, numbers)
        let _: OfferingReply = try client.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: id))
        try client.decide(.offering, id, .approve)
        return id
    }

    /// Writes enabled questions for the exam of an offering, each of four options.
    func writeQuestions(of offering: UInt64, _ count: Int) throws {
        for number in 1...count {
            let _: QuestionReply = try client.call(
                .examsSaveQuestion,
                SaveQuestionRequest(
                    question: Messages.Question(
                        bank: offering, kind: .singleChoice, stem: "How deep are compressions? (\(number))",
                        options: ["5 to 6 cm", "3 to 4 cm", "2 to 3 cm", "7 to 8 cm"], correct: 1)))
        }
        let _: EnableQuestionsReply = try client.call(
            .examsEnableQuestions, EnableQuestionsRequest(bank: offering, enabled: true))
    }

    /// Creates a programme whose places are paid for, and whose bookings the base reviews.
    func createPaidProgramme(_ name: String) throws -> UInt64 {
        let reply: CreateProgrammeReply = try client.call(
            .programmesCreateProgramme,
            CreateProgrammeRequest(
                name: name, preset: "tianjin-cpr",
                changes: [
                    PolicySwitch(name: "identityEvidence", value: "self-declared"),
                    PolicySwitch(name: "profileSections", value: "none"),
                ]))
        return try reply.programme.required("programme").id
    }

    /// Publishes a session of a day, with more places than anybody takes.
    func publishSession(programme: UInt64, project: UInt64, base: UInt64, day: Int32, feeFen: UInt64) throws -> UInt64 {
        let reply: OfferingReply = try client.call(
            .projectsCreateOffering,
            CreateOfferingRequest(
                offering: Offering(
                    programme: programme, project: project, base: base, title: "A course to pay for",
                    dates: [ActivityDate(day: day, hoursTenths: 60)],
                    windows: [Window(day: day, fromMinute: 540, toMinute: 720)])))
        let offering = try reply.offering.required("offering").id
        let _: OfferingReply = try client.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: offering))
        let _: SessionReply = try client.call(
            .bookingsPublishSession,
            PublishSessionRequest(
                offering: offering, location: "Hall 1", capacity: 100_000, hasOwnFee: true, feeFen: feeFen))
        return offering
    }

    /// The entities that an application refers to.
    struct Province {
        var province: UInt64 = 0
        var city: UInt64 = 0
        var county: UInt64 = 0
        var unit: UInt64 = 0
        var specialty: UInt64 = 0
        var title: UInt64 = 0
        var personType: UInt64 = 0
        /// An officer of the county's commission.
        var officer: UInt64 = 0
    }

    func createProvince() throws -> Province {
        var made = Province()
        made.province = try organisation(.region, "Province", level: .province)
        made.city = try organisation(.region, "City", under: made.province, level: .city)
        made.county = try organisation(.region, "County", under: made.city, level: .county)
        made.unit = try organisation(.unit, "Hospital", under: made.county)
        made.specialty = try entry(.specialty, "Internal medicine")
        made.title = try entry(.title, "Attending physician")
        made.personType = try entry(.personType, "Discipline leader")
        let commission = try organisation(.commission, "Commission", under: made.county)
        let account: CreateAccountReply = try client.call(
            .accountsCreateAccount,
            CreateAccountRequest(
                name: "officer", personName: "Officer",
                roles: [RoleGrant(role: .commissionOfficer, organisation: commission)]))
        made.officer = account.person
        return made
    }

    /// Creates a round of three levels whose windows are all open.
    func createRound(in province: Province) throws -> UInt64 {
        let programme: CreateProgrammeReply = try client.call(
            .programmesCreateProgramme, CreateProgrammeRequest(name: "Recruitment", preset: "county-recruitment"))
        let cohort: CreateCohortReply = try client.call(
            .recruitmentCreateCohort, CreateCohortRequest(province: province.province, year: 2026, name: "2026"))
        let category = try entry(.baseCategory, "General hospital")
        let now = WallClock.nowMs()
        let window = RoundWindow(fromMs: now - 3_600_000, toMs: now + 86_400_000)
        let reply: RoundReply = try client.call(
            .recruitmentCreateRound,
            CreateRoundRequest(
                round: IntakeRound(
                    cohort: try cohort.cohort.required("cohort").id,
                    programme: try programme.programme.required("programme").id, name: "Round", kind: .specialty,
                    enrolment: window,
                    levels: [.county, .city, .province].map { RoundLevel(level: $0, window: window) },
                    admission: window,
                    batches: [
                        PreferenceBatch(
                            name: "First", preferences: 1, personTypes: [province.personType],
                            baseCategories: [category])
                    ])))
        let round = try reply.round.required("round").id
        let _: RoundReply = try client.call(.recruitmentOpenRound, OpenRoundRequest(round: round))
        return round
    }

    private func organisation(
        _ kind: OrganisationKind, _ name: String, under parent: UInt64 = 0, level: RegionLevel? = nil
    ) throws -> UInt64 {
        let reply: CreateOrganisationReply = try client.call(
            .organisationsCreateOrganisation,
            CreateOrganisationRequest(kind: kind, name: name, parent: parent, level: level))
        return try reply.organisation.required("organisation").id
    }

    private func entry(_ kind: CatalogueKind, _ name: String) throws -> UInt64 {
        let reply: SaveCatalogueEntryReply = try client.call(
            .organisationsSaveCatalogueEntry,
            SaveCatalogueEntryRequest(entry: CatalogueEntry(kind: kind, code: name.uppercased(), name: name)))
        return try reply.entry.required("entry").id
    }

    private func uploadRoster(of offering: UInt64, _ numbers: [String]) throws {
        // The phone makes a row the same person in every offering.
        let rows = numbers.enumerated().map { "\($1),Trainee \($1),\(13_800_000_000 + $0)" }
        let file = Array((["number,name,phone"] + rows).joined(separator: "\n").utf8)
        let job = try client.upload(
            file, UploadRequest(kind: .roster, target: offering, fileName: "roster.csv", allOrNothing: true))
        let reply = try client.outcome(of: job)
        guard Int(reply.job?.added ?? 0) == numbers.count else {
            throw BenchError("the roster was not taken: \(reply.bad)")
        }
    }

    static let numbers = (1...Fixture.rosterSize).map { "\(10_000 + $0)" }

    /// Returns person ids in the order of the roster's numbers.
    func people(of offering: UInt64) throws -> [UInt64] {
        var entries: [RosterEntry] = []
        var after: UInt64 = 0
        repeat {
            let reply: ListRosterReply = try client.call(
                .projectsListRoster, ListRosterRequest(offering: offering, after: after, limit: 200))
            entries += reply.entries
            after = reply.next
        } while after != 0
        return entries.map(\.person)
    }

    func enrolmentCode(base: UInt64, name: String) throws -> EnrolmentCode {
        let reply: CreateEnrolmentCodeReply = try client.call(
            .terminalsCreateEnrolmentCode, CreateEnrolmentCodeRequest(base: base, name: name))
        return try EnrolmentCode(text: reply.code)
    }
}

extension Optional {
    func required(_ name: String) throws -> Wrapped {
        guard let self else { throw BenchError("a reply has no \(name)") }
        return self
    }
}
