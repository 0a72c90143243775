import Foundation
import Messages
import Storage
import Testing
import Wire

@testable import Service

/// The personal data that a job holds, and how long.
@Suite struct JobAccountTests {
    private let file = Array("姓名,手机号\n新人一,13900000001\n新人二,13900000002\n坏行,1390000\n".utf8)

    private func begin() throws -> (world: World, admin: Client, unit: UInt64, Uploaded) {
        let world = try World()
        let (unit, admin) = try world.unit("第一人民医院", account: "unit.one")
        return (world, admin, unit, try admin.upload(file, to: unit, kind: .trainees))
    }

    @Test("ACC-6c first passwords can be fetched again until their sender says that they are kept")
    func accounts() throws {
        let (world, admin, _, uploaded) = try begin()
        let text = String(decoding: uploaded.accountsFile, as: UTF8.self)
        #expect(text.hasPrefix("\u{FEFF}name,phone,account,initial password\r\n"))
        #expect(text.split(separator: "\r\n").count == 3)
        let id = uploaded.job.id
        #expect(try admin.file(.accounts, of: id) == uploaded.accountsFile)
        let _: ForgetAccountsReply = try admin.call(.uploadsForgetAccounts, ForgetAccountsRequest(job: id))
        #expect(try admin.job(id).job?.hasAccounts == false)
        try refused(.notFound, field: "file") { try admin.file(.accounts, of: id) }
        // The bad row is still there to be mended.
        #expect(try !admin.file(.mend, of: id).isEmpty)
        // With the password from the file its owner gets in.
        let cells = text.split(separator: "\r\n")[1].split(separator: ",").map(String.init)
        let login: LoginReply = try world.server.connect().call(
            .accountsLogin, LoginRequest(name: cells[2], password: cells[3]))
        #expect(login.mustChangePassword)
    }

    @Test("ACC-11 the file, the bad rows and the passwords of a job are sealed at rest")
    func sealed() throws {
        let world = try World()
        let (unit, admin) = try world.unit("第一人民医院", account: "unit.one")
        _ = try admin.send(file, to: unit, kind: .trainees)
        #expect(try world.server.count("SELECT COUNT(*) FROM upload_piece") == 1)
        #expect(try world.server.image().range(of: Data("13900000001".utf8)) == nil)
        admin.settle()
        let image = try world.server.image()
        for secret in ["13900000001", "1390000", "坏行,"] { #expect(image.range(of: Data(secret.utf8)) == nil) }
    }

    @Test("ACC-11e a job and all it holds are deleted a week after its end, and when its sender closes the account")
    func deleted() throws {
        let (world, _, unit, uploaded) = try begin()
        world.clock.advance(days: 6)
        try world.server.expire()
        #expect(try world.server.count("SELECT COUNT(*) FROM upload_part") == 1)
        world.clock.advance(days: 1)
        try world.server.expire()
        #expect(try world.server.count("SELECT COUNT(*) FROM upload_part") == 0)
        #expect(try world.server.count("SELECT COUNT(*) FROM upload_job WHERE id = ?1", uploaded.job.id) == 0)

        let again = try world.login("unit.one")
        _ = try again.upload(file, to: unit, kind: .trainees)
        let running = try again.send(file, to: unit, kind: .trainees)
        try again.close(world.made.passwords["keeper"] ?? "")
        again.settle()
        #expect(try world.server.count("SELECT COUNT(*) FROM upload_part") == 0)
        #expect(try world.server.count("SELECT COUNT(*) FROM upload_piece") == 0)
        #expect(try world.server.count("SELECT COUNT(*) FROM upload_job WHERE id = ?1", running) == 0)
    }

    @Test("of one person the last hundred jobs are kept")
    func lastHundred() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let file = World.roster(0..<1)
        let first = try keeper.send(file, to: world.offering, dryRun: true)
        for _ in 1...99 { _ = try keeper.upload(file, to: world.offering, dryRun: true) }
        #expect(try keeper.job(first).job?.state == .done)
        let last = try keeper.upload(file, to: world.offering, dryRun: true)
        try refused(.notFound, field: "job") { try keeper.job(first) }
        let list: ListJobsReply = try keeper.call(.uploadsListJobs, ListJobsRequest(limit: 500))
        #expect(list.jobs.count == 100 && list.jobs.first?.id == last.job.id)
    }

    @Test("ACC-10 an upload, its end, and who fetched the passwords are audited, without what the rows held")
    func audited() throws {
        let (world, admin, unit, uploaded) = try begin()
        let _: ForgetAccountsReply = try admin.call(
            .uploadsForgetAccounts, ForgetAccountsRequest(job: uploaded.job.id))
        let log: ListAuditReply = try world.client("admin").call(.accountsListAudit, ListAuditRequest())
        let details = log.entries.filter { $0.method.hasPrefix("Uploads.") }.map(\.detail)
        #expect(details.contains("job \(uploaded.job.id): trainees \(unit), \(file.count) bytes"))
        #expect(details.contains("job \(uploaded.job.id): trainees \(unit): 2 added, 0 changed, 1 bad"))
        #expect(details.contains("job \(uploaded.job.id): accounts"))
        #expect(details.contains("job \(uploaded.job.id): 2 first passwords"))
    }
}
