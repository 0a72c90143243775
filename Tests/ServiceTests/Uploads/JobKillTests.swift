import Foundation
import Messages
import Storage
import Testing
import Wire

@testable import Service

/// A server that ends during a job, at any slice, and the one after it.
@Suite struct JobKillTests {
    private struct Outcome: Equatable {
        var uploaded: Uploaded
        var placed: [String]
        var people: Int
    }

    /// Somebody renumbered, and, unless the file is to land whole, bad rows and a person twice, slices apart.
    private static func file(isGood: Bool) -> [UInt8] {
        let filler = (0..<300).map { "C\($0),学员,\($0 % 50 == 7 && !isGood ? "1" : "\(13_100_000_000 + $0)")," }
        let twice = isGood ? "C300,学员,," : "B4,张三,,\(World.identities[0])"
        let rows =
            ["编号,姓名,手机号,身份证号", "B3,张三,\(World.phones[0]),", "N77,\(World.names[6]),\(World.phones[6]),"] + filler
            + [twice, "N07,新人,13900000001,"]
        return Array(rows.joined(separator: "\n").utf8)
    }

    private static func keeper(of server: TestServer, _ world: World) throws -> Client {
        let client = server.connect()
        let _: LoginReply = try client.call(
            .accountsResumeSession, ResumeSessionRequest(session: world.made.sessions["keeper"] ?? []))
        return client
    }

    private static func outcome(_ id: UInt64, _ server: TestServer, _ world: World) throws -> Outcome {
        var uploaded = try keeper(of: server, world).uploaded(id)
        // When it ended is no outcome.
        (uploaded.job.finishedMs, uploaded.job.expiresMs) = (0, 0)
        return Outcome(
            uploaded: uploaded,
            placed: try server.read { snapshot in
                try snapshot.all(
                    "SELECT r.number, p.name FROM roster r JOIN person p ON p.id = r.person ORDER BY r.number"
                ) { "\($0.text(0)) \($0.text(1))" }
            }, people: try server.count("SELECT COUNT(*) FROM person"))
    }

    @Test(
        "BAT-3 a server killed in the middle of a job goes on where it stood: nothing lost, nothing done twice",
        arguments: [(false, false), (true, false), (false, true)])
    func killed(isDry: Bool, isWhole: Bool) throws {
        func begun() throws -> (World, UInt64) {
            let world = try World()
            let id = try world.client("keeper").send(
                Self.file(isGood: isWhole), to: world.offering, dryRun: isDry, allOrNothing: isWhole, piece: 60_000)
            return (world, id)
        }
        let (calm, calmJob) = try begun()
        try calm.client("keeper").settle()
        let wanted = try Self.outcome(calmJob, calm.server, calm)
        #expect(wanted.uploaded.badCount == (isWhole ? 0 : 7) && wanted.uploaded.landed == !isDry)
        for commits in 0...5 {
            let (world, id) = try begun()
            for _ in 0..<commits { _ = world.server.executor.work() }
            let next = try TestServer(copying: try world.server.image())
            try next.resume()
            try Self.keeper(of: next, world).settle()
            let outcome = try Self.outcome(id, next, world)
            #expect(outcome == wanted, "killed after \(commits) commits: \(outcome.uploaded.job)")
            #expect(try next.count("SELECT COUNT(*) FROM upload_piece") == 0)
        }
    }

    @Test("BAT-3 a server killed while a file is stored forgets it, and the upload repeated gets a job")
    func killedEarly() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let file = Crowd.roster(0..<20_000)
        let key = keeper.freshKey()
        _ = keeper.beginUpload(file, to: offering, key: key, piece: 60_000)
        _ = world.server.executor.work()
        let next = try TestServer(copying: try world.server.image())
        #expect(try next.count("SELECT COUNT(*) FROM upload_piece") > 0)
        #expect(try next.count("SELECT COUNT(*) FROM upload_job WHERE target = ?1", offering) == 0)
        try next.resume()
        let again = try Self.keeper(of: next, world)
        again.settle()
        #expect(try next.count("SELECT COUNT(*) FROM upload_piece") == 0)
        #expect(try again.upload(file, to: offering, dryRun: true, key: key, piece: 60_000).added == 20_000)
    }
}
