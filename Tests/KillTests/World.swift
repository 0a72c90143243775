import Seeded
import Wire
import Network
import Crypto
import Foundation
import Messages
import Passes
import Storage
import Threads

/// A site in use, made once and copied for every run: a base with an open offering, its roster, a logged-in trainee and
/// administrator, a venue code, an enrolled terminal. Its server was killed, so that every run starts with a recovery.
struct World: Sendable {
    let folder: Folder
    let site: [UInt8]
    let base: UInt64
    let offering: UInt64
    let roster: [RosterEntry]
    let administrator: [UInt8]
    let trainee: [UInt8]
    let traineePerson: UInt64
    let venueCode: String
    let deviceKey: SigningKey
    /// Enrolled by its own program, in the folder `terminal`.
    let terminal: UInt64
    /// For one more terminal.
    let enrolmentCode: String

    static let prepared = Result { try World() }

    private static let people = 40
    private static let password = "three words of passage 7"

    private init() throws {
        // It lives as long as the tests, and so is removed by the next ones.
        folder = try Folder(at: Killer.products.appendingPathComponent("kill-tests-world"))
        let made = try Child(
            ServerProcess.program, ["init", "--data", folder.data, "--admin", "admin"],
            errors: folder.path("server.log"))
        let secret = try made.lines().first { $0.hasPrefix("password") }?.split(separator: " ").last
        guard try made.wait() == .exited(0), let secret else { throw Child.Trouble.silent("init") }
        let server = try ServerProcess(folder)
        guard let endpoint = server.endpoint else { throw Child.Trouble.silent("serve") }
        var random = SeededRandom(seed: 1)

        let admin = try Talk(endpoint)
        site = admin.socket.welcome.site
        administrator = try admin.logInAnew("admin", String(secret), Self.password, key: random.bytes(16))
        let organisation: CreateOrganisationReply = try admin.ask(
            .organisationsCreateOrganisation, CreateOrganisationRequest(kind: .base, name: "the base"),
            key: random.bytes(16))
        base = organisation.organisation?.id ?? 0
        offering = try admin.openOffering(base: base, &random)
        try admin.uploadRoster(offering, people: Self.people, key: random.bytes(16))
        let listed: ListRosterReply = try admin.ask(
            .projectsListRoster, ListRosterRequest(offering: offering, limit: 500))
        roster = listed.entries
        let submitted: OfferingReply = try admin.ask(
            .projectsSubmitOffering, SubmitOfferingRequest(offering: offering), key: random.bytes(16))
        guard submitted.offering?.state == .approved, roster.count == Self.people else {
            throw Child.Trouble.silent("offering")
        }
        let shown: VenueCodeReply = try admin.ask(.attendanceVenueCode, VenueCodeRequest(offering: offering))
        venueCode = shown.code

        let invited: InviteReply = try admin.ask(
            .accountsInvite, InviteRequest(offering: offering, numbers: [roster[0].number]), key: random.bytes(16))
        traineePerson = roster[0].person
        let phone = try Talk(endpoint)
        trainee = try phone.logInAnew(
            invited.invitations[0].account, invited.invitations[0].initialPassword, Self.password,
            key: random.bytes(16))

        deviceKey = try SigningKey(seed: random.bytes(32))
        let code = try admin.enrolmentCode(base: base, name: "gate", key: random.bytes(16))
        let gate = try Talk(endpoint)
        let secretBytes = try EnrolmentCard(text: code).code.secret
        let proof = deviceKey.sign(.enrolmentProof, gate.evidence, secretBytes)
        let _: EnrolReply = try gate.ask(
            .terminalsEnrol,
            EnrolRequest(secret: secretBytes, deviceKey: deviceKey.publicKey.bytes, proof: proof))
        let hall = TerminalProcess(folder: folder)
        let hallCode = try admin.enrolmentCode(base: base, name: "hall", key: random.bytes(16))
        let enrolled = try hall.run(["enrol", hallCode, "--server", "\(endpoint)", "--plain"])
        self.terminal = try TerminalProcess.number(enrolled.rows.first ?? [:], "terminal")
        guard try hall.run(["sync"]).end == .exited(0) else { throw Child.Trouble.silent("sync") }
        enrolmentCode = try admin.enrolmentCode(base: base, name: "door", key: random.bytes(16))
        server.child.end(by: SIGKILL)
        guard try server.child.wait() == .killed(SIGKILL) else { throw Child.Trouble.silent("kill") }
        // Codes live for 15 minutes, and the runs that begin with this one may take longer.
        try Database(path: folder.database).write { transaction in
            try transaction.execute("UPDATE enrolment_code SET expires_ms = expires_ms + 86400000")
        }
    }
}

extension Talk {
    /// Logs in with a first password and changes it.
    func logInAnew(_ name: String, _ first: String, _ password: String, key: [UInt8]) throws -> [UInt8] {
        let reply: LoginReply = try ask(.accountsLogin, LoginRequest(name: name, password: first))
        socket.authenticated()
        let _: ChangePasswordReply = try ask(
            .accountsChangePassword, ChangePasswordRequest(oldPassword: first, newPassword: password), key: key)
        // Whether the first session outlives the change is not this test's affair.
        let again: LoginReply = try ask(.accountsLogin, LoginRequest(name: name, password: password))
        return again.session.isEmpty ? reply.session : again.session
    }

    /// A draft over yesterday, today and tomorrow, with windows around the clock.
    fileprivate func openOffering(base: UInt64, _ random: inout SeededRandom) throws -> UInt64 {
        let programme: CreateProgrammeReply = try ask(
            .programmesCreateProgramme, CreateProgrammeRequest(name: "programme", preset: "tianjin-cpr"),
            key: random.bytes(16))
        let project: CreateProjectReply = try ask(
            .projectsCreateProject,
            CreateProjectRequest(
                project: Project(
                    number: "P-1", name: "project", level: .city, category: .i, hoursTenths: 30, creditsTenths: 10,
                    owner: base, courses: [Course(name: "course", hoursTenths: 30, creditsTenths: 10)])),
            key: random.bytes(16))
        let today = Int32((WallClock.nowMs() + 8 * 3_600_000) / 86_400_000)
        let days = [today - 1, today, today + 1]
        let offering: OfferingReply = try ask(
            .projectsCreateOffering,
            CreateOfferingRequest(
                offering: Offering(
                    programme: programme.programme?.id ?? 0, project: project.project?.id ?? 0, base: base,
                    title: "offering", dates: days.map { ActivityDate(day: $0, hoursTenths: 10) },
                    windows: days.map { Window(day: $0, fromMinute: 0, toMinute: 1440) }, codePeriodS: 600)),
            key: random.bytes(16))
        return offering.offering?.id ?? 0
    }

    fileprivate func uploadRoster(_ offering: UInt64, people: Int, key: [UInt8]) throws {
        let rows = (1...people).map { "N\($0),Person \($0)\n" }
        let file = Array(("number,name\n" + rows.joined()).utf8)
        let reply: UploadReply = try ask(
            .uploadsUpload,
            UploadRequest(
                kind: .roster, target: offering, fileName: "roster.csv", size: UInt64(file.count),
                digest: Digest.file(file)),
            key: key, items: [UploadChunk(bytes: file).serialized()])
        var job = UploadJob()
        repeat {
            let asked: GetJobReply = try ask(
                .uploadsGetJob, GetJobRequest(job: reply.job, seen: job.revision, waitMs: 1000))
            job = asked.job ?? job
        } while job.finishedMs == 0
        guard Int(job.added) == people else { throw Child.Trouble.silent("roster") }
    }

    fileprivate func enrolmentCode(base: UInt64, name: String, key: [UInt8]) throws -> String {
        let reply: CreateEnrolmentCodeReply = try ask(
            .terminalsCreateEnrolmentCode, CreateEnrolmentCodeRequest(base: base, name: name), key: key)
        return reply.card
    }
}
