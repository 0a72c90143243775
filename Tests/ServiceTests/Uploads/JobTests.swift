import Foundation
import Messages
import Storage
import Testing
import Wire

@testable import Service

/// A roster of fictitious people, longer than a slice.
enum Crowd {
    static func roster(_ rows: Range<Int>) -> [UInt8] {
        Array(("编号,姓名,手机号\n" + rows.map { "C\($0),学员,\(13_100_000_000 + $0)\n" }.joined()).utf8)
    }
}

extension World {
    /// Another offering of the first base, open, with an empty roster.
    func emptyOffering() throws -> UInt64 {
        try World.open(at: made.base, made, client("admin"), day: TestServer.day + 20)
    }

    func placed(on offering: UInt64) throws -> Int {
        try server.count("SELECT COUNT(*) FROM roster WHERE offering = ?1", offering)
    }
}

@Suite struct JobTests {
    @Test("BAT-3b an upload is answered with its job, which tells how far it is after every slice")
    func progress() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let id = try keeper.send(Crowd.roster(0..<500), to: offering, piece: 60_000)
        var seen: [UInt32] = []
        while try keeper.job(id).job?.state != .done {
            seen.append(try #require(try keeper.job(id).job).done)
            #expect(try world.placed(on: offering) <= Int(try keeper.job(id).job?.done ?? 0))
            guard world.server.executor.work() else { break }
        }
        #expect(
            seen == seen.sorted() && Set(seen).count > 3 && zip(seen, seen.dropFirst()).allSatisfy { $1 - $0 <= 128 },
            "\(seen)")
        let job = try #require(try keeper.job(id).job)
        #expect((job.rows, job.done, job.added, job.landed) == (500, 500, 500, true))
        #expect(job.person == world.made.persons["keeper"] && job.fileName == "file.csv" && job.kind == .roster)
        #expect(job.expiresMs == job.finishedMs + 7 * 86_400_000)
        keeper.settle()
        #expect(try world.server.count("SELECT COUNT(*) FROM upload_piece") == 0)
    }

    @Test("BAT-3b who asks for a job and knows its state is told after its next slice, or when the time is over")
    func waiting() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let other = try world.client("keeper")
        let id = try keeper.send(Crowd.roster(0..<1000), to: offering, piece: 60_000)
        let known = try #require(try other.job(id).job)
        func ask(_ seen: UInt64, waitMs: UInt32 = 60_000) -> UInt32 {
            other.begin(.uploadsGetJob, GetJobRequest(job: id, seen: seen, waitMs: waitMs).serialized())
        }
        // What it knows is old news.
        let old = ask(known.revision + 1)
        #expect(other.answer(old)?.isOver == true)
        let question = ask(known.revision)
        #expect(other.answer(question) == nil)
        world.clock.advance(ms: 300)
        _ = world.server.executor.work()
        let told = try GetJobReply(serialized: try #require(other.answer(question)).message)
        #expect(try #require(told.job).done > known.done)
        // Nothing happens: told all the same, after ten seconds at most.
        let patient = ask(try #require(told.job).revision)
        world.clock.advance(ms: 9_900)
        world.server.service.uploads.jobs.tick(now: world.clock.now)
        #expect(other.answer(patient) == nil)
        world.clock.advance(ms: 100)
        world.server.service.uploads.jobs.tick(now: world.clock.now)
        #expect(other.answer(patient)?.isOver == true)
        // Given up, it is over.
        let given = ask(try #require(told.job).revision)
        other.cancel(given)
        other.settle()
        #expect(other.answer(given)?.failure?.code == .cancelled && other.openStreams == 0)
        let ended = try #require(try other.job(id).job)
        let last = ask(ended.revision)
        #expect(other.answer(last)?.isOver == true)
    }

    @Test(
        "BAT-3 a write that comes while a job runs lands with the next commit, which holds one slice",
        arguments: [false, true])
    func passed(isDry: Bool) throws {
        let world = try World()
        let (keeper, admin) = (try world.client("keeper"), try world.client("admin"))
        let id = try keeper.send(
            Crowd.roster(0..<20_000), to: try world.emptyOffering(), dryRun: isDry, piece: 60_000)
        var before = try #require(try keeper.job(id).job).done
        var writes = 0
        while before < 20_000 {
            let write = admin.begin(
                .organisationsCreateOrganisation,
                CreateOrganisationRequest(kind: .unit, name: "单位\(writes)").serialized())
            #expect(world.server.executor.work())
            #expect(admin.answer(write)?.isOver == true && admin.answer(write)?.failure == nil)
            let done = try #require(try keeper.job(id).job).done
            #expect(done - before <= 128)
            (before, writes) = (done, writes + 1)
        }
        #expect(writes >= 20_000 / 128)
        keeper.settle()
        let job = try #require(try keeper.job(id).job)
        #expect((job.added, job.landed, job.state) == (20_000, !isDry, .done))
    }

    @Test(
        "BAT-3b, BAT-3d a job that is cancelled stops between two slices: what has landed stays and is told",
        arguments: [false, true])
    func cancelled(isWhole: Bool) throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let id = try keeper.send(
            Crowd.roster(0..<1000), to: offering, allOrNothing: isWhole, piece: 60_000)
        _ = world.server.executor.work()
        _ = world.server.executor.work()
        let reply: CancelJobReply = try keeper.call(.uploadsCancelJob, CancelJobRequest(job: id))
        let job = try #require(reply.job)
        #expect(job.state == .cancelled && job.done > 0 && job.done < 1000)
        #expect(try keeper.job(id).job == job)
        #expect(try world.placed(on: offering) == (isWhole ? 0 : Int(job.added)))
        #expect(job.landed == !isWhole)
        #expect(try world.server.count("SELECT COUNT(*) FROM upload_piece") == 0)
        try refused(.wrongState) {
            try keeper.call(.uploadsCancelJob, CancelJobRequest(job: id), reply: CancelJobReply.self)
        }
    }

    @Test("BAT-3d a row that no longer fits when the file lands whole takes every row back, and is told")
    func noLongerFits() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let id = try keeper.send(Crowd.roster(0..<300), to: offering, allOrNothing: true, piece: 60_000)
        while try #require(try keeper.job(id).job).done < 300 { _ = world.server.executor.work() }
        #expect(try keeper.job(id).job?.state == .running)
        // Somebody else gets the number of row 200 before the file lands.
        try world.server.database.write { transaction in
            try transaction.execute(
                "INSERT INTO roster (offering, person, id, number) VALUES (?1, ?2, ?3, 'C200')", offering,
                try world.person("N01"), try transaction.newID())
        }
        keeper.settle()
        let after = try keeper.uploaded(id)
        #expect((after.job.state, after.landed, after.badCount) == (.done, false, 1))
        #expect(after.bad.map(\.line) == [202])
        #expect(after.added + after.changed + after.unchanged + after.badCount == 300)
        #expect(try world.placed(on: offering) == 1)
    }

    @Test("BAT-3e an upload whose answer was lost is sent again and gets the same job, which ran once")
    func lostAnswer() throws {
        let world = try World()
        let offering = try world.emptyOffering()
        let (keeper, again) = (try world.client("keeper"), try world.client("keeper"))
        let key = keeper.freshKey()
        let first = try keeper.send(Crowd.roster(0..<300), to: offering, key: key, piece: 60_000)
        keeper.disconnect()
        // While it runs, and when it has ended.
        for _ in 0..<2 {
            #expect(try again.send(Crowd.roster(0..<300), to: offering, key: key, piece: 60_000) == first)
            again.settle()
        }
        let list: ListJobsReply = try again.call(.uploadsListJobs, ListJobsRequest())
        #expect(list.jobs.map(\.id) == [first] && list.jobs.first?.added == 300)
        // The same rows under another key change nothing, which is no failure.
        let same = try again.upload(Crowd.roster(0..<300), to: offering, piece: 60_000)
        #expect(same.unchanged == 300 && same.landed)
        #expect(try world.server.count("SELECT COUNT(*) FROM upload_piece") == 0)
    }

    @Test("ORG-2 a job goes on only while its sender may: with the role gone the rest of the rows stay out")
    func authority() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let id = try keeper.send(Crowd.roster(0..<1000), to: offering, piece: 60_000)
        _ = world.server.executor.work()
        let landed = try world.placed(on: offering)
        try world.server.database.write { transaction in
            try transaction.execute(
                "DELETE FROM role_grant WHERE person = ?1", world.made.persons["keeper"] ?? 0)
        }
        keeper.settle()
        let job = try #require(try keeper.job(id).job)
        #expect(job.state == .failed && job.failure?.code == .notAllowed)
        #expect(try world.placed(on: offering) == landed && landed < 1000)
    }

    @Test("a job goes on when its sender has logged out")
    func loggedOut() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        _ = try keeper.send(Crowd.roster(0..<300), to: offering, piece: 60_000)
        let _: LogoutReply = try keeper.call(.accountsLogout, LogoutRequest())
        keeper.settle()
        #expect(try world.placed(on: offering) == 300)
    }

    @Test(
        "ORG-2, ACC-11 a job is its sender's, and an administrator's to see and cancel; its rows are the sender's alone"
    )
    func others() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let id = try keeper.upload(
            Array("编号,姓名,手机号\nX1,张三,12345\n".utf8), to: try world.emptyOffering()
        ).job.id
        let (admin, stranger) = (try world.client("admin"), try world.client("stranger"))
        #expect(try admin.job(id, withBad: true).job?.badCount == 1)
        #expect(try admin.job(id, withBad: true).bad.isEmpty)
        #expect(try keeper.job(id, withBad: true).bad.count == 1)
        try refused(.notFound, field: "job") { try stranger.job(id) }
        for client in [admin, stranger] { try refused(.notFound, field: "job") { try client.file(.mend, of: id) } }
        try refused(.notFound, field: "job") {
            try admin.call(.uploadsForgetAccounts, ForgetAccountsRequest(job: id), reply: ForgetAccountsReply.self)
        }
        try refused(.notFound, field: "job") {
            try stranger.call(.uploadsCancelJob, CancelJobRequest(job: id), reply: CancelJobReply.self)
        }
        func list(_ client: Client, everybody: Bool = false) throws -> [UInt64] {
            let reply: ListJobsReply = try client.call(
                .uploadsListJobs, ListJobsRequest(limit: 1, everybody: everybody))
            return reply.jobs.map(\.id)
        }
        #expect(try list(keeper) == [id] && list(admin, everybody: true) == [id] && list(stranger).isEmpty)
        try refused(.notAllowed) { try list(keeper, everybody: true) }
    }

    @Test("a fifth unfinished upload of one person waits for an earlier one")
    func tooMany() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        for index in 0..<4 {
            _ = try keeper.send(
                Crowd.roster(index * 5000..<(index + 1) * 5000), to: offering, dryRun: true, piece: 60_000)
        }
        #expect(try refused(.busy) { try keeper.upload(Crowd.roster(0..<1), to: offering) }.retryable)
        #expect(try world.client("admin").upload(Crowd.roster(0..<1), to: offering).added == 1)
        keeper.settle()
        #expect(try keeper.upload(Crowd.roster(0..<1), to: offering).unchanged == 1)
    }
}
