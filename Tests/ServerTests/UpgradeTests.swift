import Application
import Foundation
import Service
import Storage
import Testing
import Threads

@testable import Server

/// OPS-7: a database of an earlier version.
@Suite struct UpgradeTests {
    @Test("an earlier schema is brought up to date with a copy taken first; the copy is the database as it was")
    func copy() throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("rollcall-\(UUID().uuidString)")
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: place) } }
        let folder = DataFolder(path: place.path + "/data")
        try folder.create()
        let earlier = Array(Schema.migrations.prefix(20))
        do {
            let database = try Database(path: folder.database)
            try database.migrate("service", earlier)
            try database.write { try $0.execute("INSERT INTO setting (name, value) VALUES ('kept', ?1)", [UInt8(1)]) }
        }
        let database = try Database(path: folder.database)
        let copy = try #require(try folder.keepBeforeUpgrade(database))
        #expect(copy == folder.database + ".before-21")
        try database.migrate("service", Schema.migrations)
        #expect(try folder.keepBeforeUpgrade(database) == nil)

        let before = try Database(path: copy, access: .reading)
        #expect(try before.isMigrated("service", earlier))
        #expect(try before.integrityProblems() == [])
        #expect(try before.read { try $0.exists("SELECT 1 FROM setting WHERE name = 'kept'") })
        #expect(try database.read { try $0.exists("SELECT 1 FROM setting WHERE name = 'kept'") })
    }
}
