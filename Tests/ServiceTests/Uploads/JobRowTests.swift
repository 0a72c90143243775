import Foundation
import Messages
import Storage
import Testing
import Wire

@testable import Service

/// The knowledge that rows of different slices have of each other, on a dry run and when they are applied.
@Suite struct JobRowTests {
    @Test("BAT-3a a dry run judges rows of different slices as if those above had landed", arguments: [true, false])
    func movedNumbers(isDry: Bool) throws {
        let world = try World()
        let keeper = try world.client("keeper")
        // N07 gets another number, and 300 rows later somebody new gets theirs.
        let filler = (0..<300).map { "C\($0),学员,\(13_100_000_000 + $0)" }
        let rows =
            ["编号,姓名,手机号", "N77,\(World.names[6]),\(World.phones[6])"] + filler
            + ["N07,新人,13900000001", "N88,\(World.names[7]),\(World.phones[7])"]
        let text = rows.joined(separator: "\n")
        let reply = try keeper.upload(Array(text.utf8), to: world.offering, dryRun: isDry)
        #expect((reply.added, reply.changed, reply.badCount, reply.landed) == (301, 2, 0, !isDry), "\(reply.bad)")
    }

    @Test(
        "two rows that are one person are told in whichever slices they stand, on a dry run too",
        arguments: [true, false])
    func onePersonTwice(isDry: Bool) throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let filler = (0..<300).map { "C\($0),学员,\(13_100_000_000 + $0)," }
        let rows =
            ["编号,姓名,手机号,身份证号", "B3,张三,\(World.phones[0]),"] + filler + ["B4,张三,,\(World.identities[0])"]
        let reply = try keeper.upload(
            Array(rows.joined(separator: "\n").utf8), to: try world.emptyOffering(), dryRun: isDry)
        #expect(reply.added == 301 && reply.bad.map(\.line) == [303])
    }

    @Test("ORG-1, BAT-3a a tree of many slices builds on itself, judged and landing alike")
    func tree() throws {
        let world = try World()
        let admin = try world.client("admin")
        let cities = (0..<200).map { "市,城\($0),新省,," }
        let counties = (0..<200).map { "县,县\($0),新省/城\($0),," }
        let units = (0..<200).map { "单位,医院\($0),新省/城\($0)/县\($0),,用人" }
        let wrong = ["市,错市,新省/城1/县1,,", "县,无处县,新省/没有,,"]
        let rows = ["类型,名称,所属地区,基地类别,用途", "省,新省,,,"] + cities + counties + units + wrong
        let file = Array(rows.joined(separator: "\n").utf8)
        let dry = try admin.upload(file, to: 0, kind: .organisations, dryRun: true)
        #expect((dry.added, dry.badCount) == (601, 2))
        #expect(try world.server.count("SELECT COUNT(*) FROM organisation WHERE name = '新省'") == 0)
        let wet = try admin.upload(file, to: 0, kind: .organisations)
        #expect((wet.added, wet.badCount, wet.bad) == (601, 2, dry.bad))
        #expect(try admin.upload(file, to: 0, kind: .organisations).unchanged == 601)
    }

    @Test("BAT-3c a file with many bad rows gives all of them back, in their order, to be mended")
    func mendFile() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let rows = (0..<3000).map { "M\($0),学员\($0 % 2 == 0 ? "" : "\u{200B}"),\(13_100_000_000 + $0)" }
        let text = (["编号,姓名,手机号"] + rows).joined(separator: "\n")
        let first = try keeper.upload(Array(text.utf8), to: offering, piece: 60_000)
        #expect((first.added, first.badCount, first.bad.count) == (1500, 1500, 1000))
        let lines: [UInt32] = (0..<1000).map { $0 * 2 + 3 }
        #expect(first.bad.map(\.line) == lines)
        #expect(first.mendFile.count > 60 << 10)
        let mended = String(decoding: first.mendFile, as: UTF8.self).replacing("\u{200B}", with: "")
        #expect(mended.split(separator: "\r\n").count == 1501)
        #expect(try keeper.upload(Array(mended.utf8), to: offering, piece: 60_000).added == 1500)
    }

    @Test("BAT-3 a file that cannot be read as a whole fails its job and says why")
    func unreadable() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let id = try keeper.send(Array("编号,性别\n1,女\n".utf8), to: try world.emptyOffering())
        keeper.settle()
        let job = try #require(try keeper.job(id).job)
        #expect(job.state == .failed && job.failure?.code == .invalid && job.failure?.field == "性别")
        #expect(!job.landed && job.rows == 0)
    }
}
