import Application
import Crypto
import Foundation
import Messages
import Testing

@testable import Service
@testable import Storage

/// Changes to the database past the server: every page's checksum fits.
@Suite struct DamageTests {
    private func scans(_ world: World) throws -> ListScansReply {
        try world.client("keeper").call(.attendanceListScans, ListScansRequest(offering: world.offering))
    }

    private func world() throws -> (world: World, door: Door) {
        let world = try World()
        let door = try Door(in: world)
        try door.scan(world.person("N01"), world.person("N02"), offering: world.offering)
        try door.sync()
        return (world, door)
    }

    @Test(
        "OPS-1c a batch whose bytes or place were changed decides nothing, and is told once",
        arguments: ["body", "hash", "first_sequence", "fact_count"])
    func changedBatch(column: String) throws {
        let (world, _) = try world()
        try change(column, of: world.server)
        for _ in 1...3 {
            let failure = try refused(.internal) { try scans(world) }
            #expect(failure.text.contains("damaged"), "\(failure.text)")
        }
        let chinese = try world.client("keeper")
        chinese.locale = "zh"
        let failure = try refused(.internal) {
            try chinese.call(
                .attendanceListScans, ListScansRequest(offering: world.offering), reply: ListScansReply.self)
        }
        #expect(failure.text.contains("损坏"), "\(failure.text)")
        #expect(world.server.logged.count { $0.contains("damage found") } == 1)
        #expect(try world.server.count("SELECT count(*) FROM found_damage") == 1)
        #expect(try !found(world.server).isEmpty)
    }

    private func change(_ column: String, of server: TestServer) throws {
        try server.database.write { transaction in
            let id = try transaction.first("SELECT max(id) FROM batch") { $0.id(0) } ?? 0
            switch column {
            case "body", "hash":
                let stored = try transaction.first("SELECT body, hash FROM batch WHERE id = ?1", id) {
                    (body: $0.bytes(0), hash: $0.bytes(1))
                }
                var (body, hash) = stored ?? ([], [])
                if column == "body" { body[body.count - 1] ^= 1 } else { hash[0] ^= 1 }
                try transaction.execute("UPDATE batch SET body = ?2, hash = ?3 WHERE id = ?1", id, body, hash)
            case "first_sequence":
                try transaction.execute("UPDATE batch SET first_sequence = first_sequence + 1 WHERE id = ?1", id)
            default: try transaction.execute("UPDATE batch SET fact_count = fact_count + 1 WHERE id = ?1", id)
            }
        }
    }

    @Test("OPS-1c a batch that changed after it was stored accuses no device of a fork")
    func noFork() throws {
        let (world, door) = try world()
        let batch = try #require(door.batches.last)
        try change("body", of: world.server)
        let acks = try door.push(batch)
        #expect(acks.map(\.refused) == [.internal])
        #expect(world.server.logged.count { $0.contains("damage found") } == 1)
    }

    @Test("OPS-1c a log that does not end where it says takes nothing more")
    func head() throws {
        let (world, door) = try world()
        try world.server.database.write {
            try $0.execute("UPDATE log SET head_sequence = head_sequence - 1 WHERE terminal <> 0")
        }
        try refused(.internal) { try door.open() }
        #expect(try found(world.server).contains { $0.description.contains("does not end where it says") })
    }

    @Test(
        "OPS-1c the check finds an index that does not agree with its batch, a forged signature, a seal and a missing batch",
        arguments: [
            "DELETE FROM batch_offering", "UPDATE batch_offering SET content = 0",
            "UPDATE batch SET signature = zeroblob(64)",
            "UPDATE batch SET signature = NULL", "UPDATE log SET head_hash = zeroblob(32)",
            "UPDATE log SET opening_signature = zeroblob(64)", "UPDATE log SET epoch = epoch + 1",
            "DELETE FROM batch WHERE first_sequence = 1", "UPDATE answer_page SET answers = zeroblob(100)",
            "DELETE FROM answer_page", "UPDATE person SET phone_sealed = zeroblob(60)",
            "UPDATE venue_key SET key_sealed = zeroblob(80)",
        ] as [String])
    func checked(sql: String) throws {
        let (world, door) = try world()
        let keeper = try world.client("keeper")
        let _: VenueCodeReply = try keeper.call(.attendanceVenueCode, VenueCodeRequest(offering: world.offering))
        try door.score(world.person("N01"), 8000, by: 7, offering: world.offering)
        // Nobody has assigned this one.
        try door.score(world.person("N02"), 8000, by: 8, offering: world.offering, assigned: false)
        try door.sync()
        #expect(try found(world.server) == [])
        let database = world.server.database
        try database.write { _ in try database.engine.run(script: sql) }
        #expect(try !found(world.server).isEmpty)
    }

    /// Checks like the check and the walk.
    private func found(_ server: TestServer) throws -> [Damage] { try server.damage() }
}

extension TestServer {
    /// The findings of the check and the walk in the rows.
    func damage() throws -> [Damage] {
        var damage: [Damage] = []
        for part in Checks.checkParts {
            var after: UInt64 = 0
            while true {
                let looked = try read { try service.checks.check(part, after: after, atMost: 7, $0) }
                damage += looked.damage
                guard let last = looked.last else { break }
                after = last
            }
        }
        return try damage + read { try service.checks.orphans($0) }
    }
}
