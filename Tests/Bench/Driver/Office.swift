import ClientKit
import Crypto
import Messages
import Passes
import Wire

/// What an administrator does to get the works ready.
final class Office {
    private let client: Client

    var session: [UInt8] { client.session }

    init(_ site: ServerSite, password: String) throws {
        client = Client(site, locale: "en")
        let chosen = "four quiet words of passage"
        _ = try client.login(name: "admin", password: password)
        let _: ChangePasswordReply = try client.call(
            .accountsChangePassword, ChangePasswordRequest(oldPassword: password, newPassword: chosen))
        _ = try client.login(name: "admin", password: chosen)
    }

    func createBase() throws -> UInt64 {
        let reply: CreateOrganisationReply = try client.call(
            .organisationsCreateOrganisation, CreateOrganisationRequest(kind: .base, name: "Bench base"))
        return try reply.organisation.required("organisation").id
    }

    func createProgramme() throws -> UInt64 {
        let reply: CreateProgrammeReply = try client.call(
            .programmesCreateProgramme,
            CreateProgrammeRequest(
                name: "Bench", preset: "hunan-cme",
                changes: [PolicySwitch(name: "identityEvidence", value: "self-declared")]))
        return try reply.programme.required("programme").id
    }

    func createProject(owner: UInt64) throws -> UInt64 {
        let reply: CreateProjectReply = try client.call(
            .projectsCreateProject,
            CreateProjectRequest(
                project: Project(
                    number: "BENCH-1", name: "A course of six hours", level: .city, category: .ii, hoursTenths: 60,
                    creditsTenths: 20, owner: owner,
                    courses: [Course(name: "All of it", hoursTenths: 60, creditsTenths: 20)])))
        return try reply.project.required("project").id
    }

    /// An offering of one day, all of it a window, open and with its roster.
    func createOffering(
        programme: UInt64, project: UInt64, base: UInt64, day: Int32, numbers: [String] = Office.numbers
    ) throws -> UInt64 {
        let reply: OfferingReply = try client.call(
            .projectsCreateOffering,
            CreateOfferingRequest(
                offering: Offering(
                    programme: programme, project: project, base: base, title: "A day in the hall",
                    dates: [ActivityDate(day: day, hoursTenths: 60)],
                    windows: [Window(day: day, fromMinute: 0, toMinute: 1440)])))
        let id = try reply.offering.required("offering").id
        try uploadRoster(of: id, numbers)
        let _: OfferingReply = try client.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: id))
        try client.decide(.offering, id, .approve)
        return id
    }

    private func uploadRoster(of offering: UInt64, _ numbers: [String]) throws {
        // A phone makes the same person of the same row in every offering.
        let rows = numbers.enumerated().map { "\($1),Trainee \($1),\(13_800_000_000 + $0)" }
        let file = Array((["number,name,phone"] + rows).joined(separator: "\n").utf8)
        let reply: UploadReply = try client.upload(
            .uploadsUpload,
            UploadRequest(
                kind: .roster, target: offering, fileName: "roster.csv", size: UInt64(file.count),
                digest: Digest.hash(.uploadDigest, file), allOrNothing: true),
            items: [UploadChunk(bytes: file)], sent: { _ in })
        guard reply.added == numbers.count else { throw BenchError("the roster was not taken: \(reply.bad)") }
    }

    static let numbers = (1...Fixture.rosterSize).map { "\(10_000 + $0)" }

    /// Person ids in the order of the roster's numbers.
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
