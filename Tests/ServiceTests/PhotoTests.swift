import Application
import Crypto
import Foundation
import Domain
import Messages
import Storage
import Testing
import Wire

@testable import Service

@Suite struct PhotoTests {
    @Test("ACC-3a a photo comes in pieces and goes back in pieces, byte by byte, to its person")
    func roundTrip() throws {
        let world = try World()
        let wang = try world.newcomer("wang", name: "王五")
        for size in [500, 65_400, 65_536, 200_000] {
            let file = Papers.jpeg(4, size: size)
            let reply = try wang.photo(file, .front, piece: 60_000)
            #expect(reply.photo?.width == 640)
            #expect(reply.photo?.size == UInt32(file.count))
            #expect(try wang.photo(.front) == file)
        }
        try refused(.notFound, field: "side") { try wang.photo(.back) }
    }

    @Test("ACC-3a what is no photo, is cut short, carries something behind its end or is too large is refused")
    func hostile() throws {
        let world = try World()
        let wang = try world.newcomer("wang", name: "王五")
        let file = Papers.jpeg()
        for bad in [
            Array("%PDF-1.7 xxxxxxxx".utf8), Array(file.dropLast(2)), file + Array("PK\u{3}\u{4}".utf8), [0xFF],
        ] {
            try refused(.invalid, field: "photo") { try wang.photo(bad, .front) }
        }
        try refused(.invalid, field: "digest") {
            try wang.photo(file, .front, digest: [UInt8](repeating: 0, count: 32))
        }
        try refused(.invalid, field: "digest") { try wang.photo(file, .front, size: file.count + 1) }
        try refused(.invalid, field: "size") { try wang.photo(file, .front, size: file.count - 1) }
        try refused(.invalid, field: "size") { try wang.photo(file, .front, size: 5 << 20 + 1) }
        try refused(.invalid, field: "size") { try wang.photo([], .front) }
        try refused(.invalid, field: "side") { try wang.photo(file, nil) }
        #expect(try world.server.count("SELECT COUNT(*) FROM identity_photo") == 0)
        #expect(try world.server.count("SELECT COUNT(*) FROM blob_chunk") == 0)
        // None of it left the person's slot taken.
        try wang.photo(file, .front)
    }

    @Test("ACC-3a an upload broken off leaves nothing, and its slot is free again")
    func brokenOff() throws {
        let world = try World()
        let wang = try world.newcomer("wang", name: "王五")
        let file = Papers.jpeg()
        let request = UploadPhotoRequest(
            side: .front, size: UInt32(file.count), digest: Digest.file(file))
        let stream = wang.begin(.identityUploadPhoto, request.serialized())
        wang.send([PhotoChunk(bytes: Array(file.prefix(1000))).serialized()], on: stream, ended: false)
        wang.settle()
        // One at a time.
        try refused(.busy) { try wang.photo(file, .back) }
        wang.cancel(stream)
        wang.settle()
        #expect(try world.server.count("SELECT COUNT(*) FROM identity_photo") == 0)
        #expect(try world.server.count("SELECT COUNT(*) FROM blob") == 0)
        try wang.photo(file, .back)
    }

    @Test("ACC-3a photos under way hold bounded memory: beyond sixteen people the next is told to wait")
    func bounded() throws {
        let world = try World()
        let file = Papers.jpeg()
        let request = UploadPhotoRequest(
            side: .front, size: UInt32(file.count), digest: Digest.file(file))
        var open: [(Client, UInt32)] = []
        for index in 0..<UploadSlots.inAll {
            let client = try world.newcomer("guest\(index)", name: "访客")
            open.append((client, client.begin(.identityUploadPhoto, request.serialized())))
            client.settle()
        }
        let late = try world.newcomer("late", name: "迟到")
        #expect(try refused(.busy) { try late.photo(file, .front) }.retryable)
        open[0].0.cancel(open[0].1)
        try late.photo(file, .front)
    }

    @Test("ACC-3a photos are sealed at rest, and the one replaced is gone")
    func atRest() throws {
        let world = try World()
        let wang = try world.newcomer("wang", name: "王五")
        let file = Papers.jpeg(9)
        try wang.photo(file, .front)
        let trace = Array(file[200..<264])
        #expect(try world.server.image().range(of: .init(trace)) == nil)
        // Another person's copy of the same bytes keeps it alive.
        let zhao = try world.newcomer("zhao", name: "赵六")
        try zhao.photo(file, .front)
        #expect(try world.server.count("SELECT COUNT(*) FROM blob") == 1)
        try wang.photo(Papers.jpeg(10), .front)
        #expect(try world.server.count("SELECT COUNT(*) FROM blob") == 2)
        #expect(try zhao.photo(.front) == file)
        try zhao.photo(Papers.jpeg(10), .front)
        #expect(try world.server.count("SELECT COUNT(*) FROM blob") == 1)
    }

    @Test("ACC-11c photos are shown to their person and to an identity reviewer, to nobody else")
    func readers() throws {
        let world = try World()
        let wang = try world.newcomer("wang", name: "王五")
        try wang.photo(Papers.jpeg(), .front)
        let person = try #require(
            try world.server.read { try $0.first("SELECT person FROM account WHERE name = 'wang'") { $0.id(0) } })
        for account in ["admin", "officer", "keeper", "N01"] {
            try refused(.notAllowed) { try world.client(account).photo(of: person, .front) }
        }
        #expect(try world.reviewer().photo(of: person, .front) == Papers.jpeg())
    }

    @Test("ACC-10 who read whose photo is audited once a reading, before the first byte leaves, refused readings too")
    func audited() throws {
        let world = try World()
        let wang = try world.newcomer("wang", name: "王五")
        try wang.photo(Papers.jpeg(4, size: 200_000), .front)
        let person = try #require(
            try world.server.read { try $0.first("SELECT person FROM account WHERE name = 'wang'") { $0.id(0) } })
        let reviewer = try world.reviewer()
        let me: LoginReply = try reviewer.call(.accountsWhoAmI, WhoAmIRequest())
        world.clock.advance(s: 7)
        _ = try reviewer.photo(of: person, .front)
        _ = try wang.photo(.front)
        try refused(.notAllowed) { try world.client("N01").photo(of: person, .front) }
        try refused(.notFound) { try reviewer.photo(of: person, .back) }
        let log: ListAuditReply = try world.client("admin").call(
            .accountsListAudit, ListAuditRequest(method: "Identity.GetPhoto"))
        #expect(
            log.entries.map(\.caller) == [
                Int64(try world.person("N01")), Int64(person), Int64(me.person?.id ?? 0),
            ])
        #expect(log.entries.map(\.outcome) == [UInt32(ErrorCode.notAllowed.rawValue), 0, 0])
        #expect(log.entries.last?.detail == "person \(person): front" && log.entries.last?.atMs == world.clock.now)
    }

    @Test("ACC-3a of a photo that is replaced while it is read no byte of the other is passed off as its")
    func replacedWhileRead() throws {
        let world = try World()
        let wang = try world.newcomer("wang", name: "王五")
        try wang.photo(Papers.jpeg(1, size: 200_000), .front)
        let stream = wang.begin(.identityGetPhoto, GetPhotoRequest(side: .front).serialized())
        // The first piece is on its way, and nobody has read it yet.
        while world.server.executor.work() {}
        try world.login("wang").photo(Papers.jpeg(2, size: 200_000), .front)
        wang.settle()
        let answer = try #require(wang.answer(stream))
        #expect(answer.items.count == 1 && answer.failure?.code == .staleContext)
    }

    @Test("ACC-3a while a reviewer may be looking at photos they cannot be changed; the portrait can")
    func waiting() throws {
        let world = try World()
        let wang = try world.newcomer("wang", name: "王五")
        try wang.photo(Papers.jpeg(1), .front)
        try wang.photo(Papers.jpeg(2), .back)
        _ = try wang.verify("王五", Papers.number(11), photos: true)
        try refused(.claimWaiting) { try wang.photo(Papers.jpeg(3), .front) }
        try wang.photo(Papers.jpeg(3), .portrait)
        #expect(try wang.photo(.front) == Papers.jpeg(1))
    }
}
