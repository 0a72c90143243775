import Foundation
import Seeded
import Testing

@Suite struct BackupKillTests {
    @Test("OPS-2a a backup that was killed at any write is gone on with by the same command, and is whole")
    func killedBackup() throws {
        let world = try BackupWorld()
        var kept = 0
        let writes = try world.count { try world.backup("whole", environment: $0) }
        for (index, number) in Self.places(writes, all: 60).enumerated() {
            let how = Killer.How.allCases[index % Killer.How.allCases.count]
            let name = "backup-\(number)"
            let place = Killer.Place(number: number, how: how)
            let environment = try Killer.environment(place, counter: world.folder.path("writes"))
            #expect(try world.backup(name, environment: environment).end == .killed(SIGKILL), "\(place)")
            let begun = world.header(name + ".part")
            let again = try world.backup(name)
            // Killed behind its last step, it was finished.
            #expect(again.end == .exited(0) || again.said.contains("is there already"), "\(place): \(again)")
            if begun.count == 145, begun == world.header(name) { kept += 1 }
            #expect(
                try world.run(["backup", "verify", world.folder.path(name), "--secret-key", world.key]).end
                    == .exited(0))
            #expect(!FileManager.default.fileExists(atPath: world.folder.path(name + ".part")))
        }
        print("backup, \(writes) writes: \(kept) gone on with")
        #expect(kept > writes / 2)
    }

    @Test("OPS-2b a restore that was killed at any write is made by the same command, and the folder is sound")
    func killedRestore() throws {
        let world = try BackupWorld()
        #expect(try world.backup("whole").end == .exited(0))
        let writes = try world.count { try world.restore("first", environment: $0) }
        for (index, number) in Self.places(writes, all: 12).enumerated() {
            let how = Killer.How.allCases[index % Killer.How.allCases.count]
            let place = Killer.Place(number: number, how: how)
            let name = "restored-\(number)"
            let environment = try Killer.environment(place, counter: world.folder.path("writes"))
            #expect(try world.restore(name, environment: environment).end == .killed(SIGKILL), "\(place)")
            let again = try world.restore(name)
            #expect(again.end == .exited(0) || again.said.contains("is not empty"), "\(place): \(again)")
            let checked = try world.run(["check", "--data", world.folder.path(name)])
            #expect(checked.end == .exited(0), "\(place): \(checked)")
            let missing = try world.run(["missing", "--data", world.folder.path(name)])
            #expect(missing.end == .exited(0), "\(place): \(missing)")
            try FileManager.default.removeItem(atPath: world.folder.path(name))
        }
        print("restore, \(writes) writes")
    }

    /// All places if there are few; else some of all, and each of the end.
    static func places(_ writes: UInt64, all limit: UInt64) -> [UInt64] {
        guard writes > 2 * limit else { return Array(1...writes) }
        return Array(stride(from: 1, to: writes - limit, by: Int(writes / limit))) + Array(writes - limit...writes)
    }
}

/// A server's folder that is not served, and a key for its backups.
struct BackupWorld {
    let folder: Folder
    let key: String
    private let publicKey: String

    struct Outcome: CustomStringConvertible {
        let end: Child.End
        let said: String
        var description: String { "\(end) \(said)" }
    }

    init() throws {
        folder = try Folder()
        key = folder.path("secret")
        let made = try Child(ServerProcess.program, ["init", "--data", folder.data], errors: folder.path("init.log"))
        _ = try made.lines()
        guard try made.wait() == .exited(0) else { throw Child.Trouble.silent("init") }
        let keys = try Child(ServerProcess.program, ["backup", "key", key], errors: folder.path("key.log"))
        publicKey = try keys.lines().first ?? ""
        guard try keys.wait() == .exited(0) else { throw Child.Trouble.silent("backup key") }
    }

    func run(_ words: [String], environment: [String: String] = [:]) throws -> Outcome {
        let errors = folder.path("said")
        try Data().write(to: URL(fileURLWithPath: errors))
        let child = try Child(ServerProcess.program, words, environment: environment, errors: errors)
        let lines = try child.lines()
        let end = try child.wait()
        return Outcome(end: end, said: lines.joined() + (try String(contentsOfFile: errors, encoding: .utf8)))
    }

    func backup(_ name: String, environment: [String: String] = [:]) throws -> Outcome {
        try run(
            ["backup", "create", folder.path(name), "--data", folder.data, "--public-key", publicKey],
            environment: environment)
    }

    func restore(_ name: String, environment: [String: String] = [:]) throws -> Outcome {
        try run(
            ["restore", folder.path("whole"), "--data", folder.path(name), "--secret-key", key],
            environment: environment)
    }

    /// Returns how many writes a command makes that is not killed.
    func count(_ run: ([String: String]) throws -> Outcome) throws -> UInt64 {
        let outcome = try run(Killer.environment(.nowhere, counter: folder.path("writes")))
        #expect(outcome.end == .exited(0), "\(outcome)")
        return try Killer.count(folder.path("writes"))
    }

    func header(_ name: String) -> Data {
        (FileManager.default.contents(atPath: folder.path(name)) ?? Data()).prefix(145)
    }
}

extension BackupKillTests {
    @Test("OPS-6 a change of the server log's key that was killed at any write is finished by the same command")
    func killedRotation() throws {
        let world = try BackupWorld()
        let rotate = ["rotate", "server-log", "--data", world.folder.data]
        let writes = try world.count { try world.run(rotate, environment: $0) }
        for (index, number) in Self.places(writes, all: 20).enumerated() {
            let how = Killer.How.allCases[index % Killer.How.allCases.count]
            let place = Killer.Place(number: number, how: how)
            let environment = try Killer.environment(place, counter: world.folder.path("writes"))
            let killed = try world.run(rotate, environment: environment)
            #expect(killed.end == .killed(SIGKILL), "\(place): \(killed)")
            let again = try world.run(rotate)
            #expect(again.end == .exited(0), "\(place): \(again)")
            let checked = try world.run(["check", "--data", world.folder.data])
            #expect(checked.end == .exited(0), "\(place): \(checked)")
        }
    }
}
