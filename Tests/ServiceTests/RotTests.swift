import Application
import Crypto
import Foundation
import Messages
import Seeded
import Testing

@testable import Service
@testable import Storage

/// Two hundred random bit flips: in pages of the file, in rows with valid checksums, in keys.
@Suite(.timeLimit(.minutes(15)))
struct RotTests {
    private static let pages = 120
    private static let rows = 60
    private static let keys = 20

    /// The first eight digits of the parent commit, so that nobody chooses the flips.
    private static func seed() throws -> UInt64 {
        let git = Process()
        git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        git.arguments =
            ["git", "-C", URL(fileURLWithPath: #filePath).deletingLastPathComponent().path]
            + ["rev-parse", "HEAD^"]
        let out = Pipe()
        git.standardOutput = out
        try git.run()
        let commit = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        git.waitUntilExit()
        // An export without its history has one of its own.
        return UInt64(commit.prefix(8), radix: 16) ?? 0x00C0_FFEE
    }

    /// A server with data of every kind: batches of a terminal and of its own, marks, a photo, stored answers.
    private func furnished() throws -> World {
        let world = try World()
        let door = try Door(in: world)
        for number in World.numbers { try door.scan(world.person(number), offering: world.offering) }
        try door.score(world.person("N01"), 8000, by: 7, offering: world.offering)
        try door.score(world.person("N02"), 7000, by: 8, offering: world.offering, assigned: false)
        try door.sync()
        let keeper = try world.client("keeper")
        let code: VenueCodeReply = try keeper.call(
            .attendanceVenueCode, VenueCodeRequest(offering: world.offering))
        for number in ["N01", "N02"] {
            let _: CheckInReply = try world.client(number).call(
                .attendanceCheckIn, CheckInRequest(code: code.code))
        }
        try world.newcomer("wang", name: "王五").photo(Papers.jpeg(4, size: 200_000), .front)
        return world
    }

    @Test("OPS-1c a bit flipped at any of 200 places is found, and before it decides anything where it could")
    func everywhere() throws {
        let seed = try Self.seed()
        print("rot, seed \(seed)")
        var random = SeededRandom(seed: seed)
        let world = try furnished()
        #expect(try world.server.damage() == [])
        let image = try world.server.image()
        var missed: [String: Int] = [:]
        for _ in 0..<Self.pages {
            let byte = Int.random(in: 0..<image.count, using: &random)
            let bit = Int.random(in: 0..<8, using: &random)
            for kind in try rotPage(image, byte, bit) { missed["\(kind) of byte \(byte)", default: 0] += 1 }
        }
        for _ in 0..<Self.rows {
            let place = try #require(Self.places.randomElement(using: &random))
            if try !rotRow(place, image, world, &random) { missed[place.name, default: 0] += 1 }
        }
        for _ in 0..<Self.keys where try !rotKey(world.server, &random) { missed["key", default: 0] += 1 }
        #expect(missed == [:], "uncovered, seed \(seed)")
    }

    // Pages

    /// The reader that missed the damage: the walk, or a reader of everything.
    private func rotPage(_ image: Data, _ byte: Int, _ bit: Int) throws -> [String] {
        let scratch = try Scratch()
        let path = scratch.path("rot.db")
        var rotten = image
        rotten[rotten.startIndex + byte] ^= 1 << bit
        try rotten.write(to: URL(fileURLWithPath: path))
        let page = UInt32(byte / Database.pageSize) + 1
        var missed: [String] = []
        if try PageFile(path).state(of: page) != .damaged { missed.append("the walk") }
        do {
            let database = try Database(path: path, access: .reading)
            if try database.integrityProblems().isEmpty, try !isFree(page, database) { missed.append("reading") }
        } catch let error as StorageError {
            #expect(error.kind == .damage)
        }
        return missed
    }

    /// Returns whether a page is empty, so that nobody reads it.
    private func isFree(_ page: UInt32, _ database: Database) throws -> Bool {
        try database.read { snapshot in
            try !snapshot.exists("SELECT 1 FROM dbstat WHERE pageno = ?1", page)
        }
    }

    // Rows

    private struct Place: Sendable {
        let name: String
        let ids: SQL
        let read: SQL
        let write: SQL
    }

    private static let places = [
        Place(
            name: "body of a batch", ids: "SELECT id FROM batch",
            read: "SELECT body FROM batch WHERE id = ?1", write: "UPDATE batch SET body = ?2 WHERE id = ?1"),
        Place(
            name: "hash of a batch", ids: "SELECT id FROM batch",
            read: "SELECT hash FROM batch WHERE id = ?1", write: "UPDATE batch SET hash = ?2 WHERE id = ?1"),
        Place(
            name: "signature of a batch", ids: "SELECT id FROM batch WHERE signature IS NOT NULL",
            read: "SELECT signature FROM batch WHERE id = ?1",
            write: "UPDATE batch SET signature = ?2 WHERE id = ?1"),
        Place(
            name: "opening of a log", ids: "SELECT id FROM log",
            read: "SELECT opening FROM log WHERE id = ?1", write: "UPDATE log SET opening = ?2 WHERE id = ?1"),
        Place(
            name: "head of a log", ids: "SELECT id FROM log",
            read: "SELECT head_hash FROM log WHERE id = ?1", write: "UPDATE log SET head_hash = ?2 WHERE id = ?1"),
        Place(
            name: "chunk of a file", ids: "SELECT id FROM blob_chunk",
            read: "SELECT sealed FROM blob_chunk WHERE id = ?1",
            write: "UPDATE blob_chunk SET sealed = ?2 WHERE id = ?1"),
        Place(
            name: "address of a file", ids: "SELECT id FROM blob",
            read: "SELECT address FROM blob WHERE id = ?1", write: "UPDATE blob SET address = ?2 WHERE id = ?1"),
        Place(
            name: "page of kept answers", ids: "SELECT id FROM answer_page",
            read: "SELECT answers FROM answer_page WHERE id = ?1",
            write: "UPDATE answer_page SET answers = ?2 WHERE id = ?1"),
        Place(
            name: "sealed phone", ids: "SELECT id FROM person WHERE phone_sealed IS NOT NULL",
            read: "SELECT phone_sealed FROM person WHERE id = ?1",
            write: "UPDATE person SET phone_sealed = ?2 WHERE id = ?1"),
        Place(
            name: "sealed ID number", ids: "SELECT id FROM person WHERE id_number_sealed IS NOT NULL",
            read: "SELECT id_number_sealed FROM person WHERE id = ?1",
            write: "UPDATE person SET id_number_sealed = ?2 WHERE id = ?1"),
        Place(
            name: "venue key", ids: "SELECT id FROM venue_key",
            read: "SELECT key_sealed FROM venue_key WHERE id = ?1",
            write: "UPDATE venue_key SET key_sealed = ?2 WHERE id = ?1"),
    ]

    /// Whether the check found it, and whether readers of the data refused it.
    private func rotRow(
        _ place: Place, _ image: Data, _ world: World, _ random: inout SeededRandom
    ) throws -> Bool {
        let database = world.server.database
        let ids = try database.read { try $0.all(place.ids) { $0.id(0) } }
        let id = try #require(ids.randomElement(using: &random))
        let sound = try #require(try database.read { try $0.first(place.read, id) { $0.bytes(0) } })
        var rotten = sound
        rotten[Int.random(in: 0..<rotten.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        try database.write { _ = try $0.execute(place.write, id, rotten) }
        let isFound = try !world.server.damage().isEmpty
        // Another server's process: nothing was compared in it yet.
        if ["body of a batch", "hash of a batch"].contains(place.name) {
            let isAsked = try database.read {
                try $0.exists(
                    "SELECT 1 FROM batch_offering WHERE batch = ?1 AND offering = ?2 AND content IN (1, 3, 5, 7)", id,
                    world.offering)
            }
            let journal = JournalStore(
                siteID: world.server.service.site.id,
                serverLogKey: try SigningKey(seed: [UInt8](repeating: 0x4C, count: 32)),
                receipts: world.server.service.journal.receipts)
            let decided = Result {
                try world.server.read { snapshot in
                    try OfferingAttendance(
                        OfferingRecord(world.offering, snapshot), KeptAttendance(journal), snapshot
                    ).totals
                }
            }
            if isAsked, case .success(let totals) = decided {
                Issue.record("\(place.name): decided \(totals)")
            }
        }
        try database.write { _ = try $0.execute(place.write, id, sound) }
        return isFound
    }

    // Keys

    private func rotKey(_ server: TestServer, _ random: inout SeededRandom) throws -> Bool {
        var seeds: [KeyCheck.Key: [UInt8]] = [
            .site: [UInt8](repeating: 0x51, count: 32), .serverLog: [UInt8](repeating: 0x4C, count: 32),
            .master: [UInt8](repeating: 0x4D, count: 32),
        ]
        #expect(try KeyCheck(seeds).wrong(server.database) == [])
        try KeyCheck(seeds).note(server.database)
        let key = try #require(KeyCheck.Key.allCases.randomElement(using: &random))
        seeds[key]?[Int.random(in: 0..<32, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        return try KeyCheck(seeds).wrong(server.database) == [key]
    }
}
