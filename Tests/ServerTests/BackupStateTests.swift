import Foundation
import Storage
import Testing
import Threads

@testable import Server

/// OPS-2a: a backup is of one commit, however the log comes and goes meanwhile.
@Suite(.timeLimit(.minutes(15))) struct BackupStateTests {
    @Test(
        "a backup whose snapshots are given up again and again has the rows of one commit, and pages that changed once more"
    )
    func oneState() throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("rollcall-\(UUID().uuidString)")
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: place) } }
        let folder = DataFolder(path: place.path + "/data")
        try Initialise.run(folder, administrator: "admin", names: ["localhost"]) { _ in }
        // The program's files are its own; this test's are not.
        #expect(unsafe chmod(folder.database, 0o600) == 0)
        // As the server: one writer that moves its own log.
        let (written, isOver) = (Monitor(0), Monitor(false))
        let writer = Threads.Thread.start("writer") {
            guard let database = try? Database(path: folder.database) else { return }
            let padding = [UInt8](repeating: 5, count: 6000)
            for turn in 1...1_000_000 where !isOver.change({ $0 }) {
                let isWritten: Void? = try? database.write { transaction in
                    try transaction.execute("INSERT INTO setting (name, value) VALUES (?1, ?2)", "row \(turn)", padding)
                    try transaction.execute(
                        """
                        INSERT INTO setting (name, value) VALUES ('rows', ?1)
                        ON CONFLICT (name) DO UPDATE SET value = ?1
                        """, Array("\(turn)".utf8))
                }
                if database.logPages > 300 { _ = try? database.checkpoint() }
                if isWritten != nil { written.change { $0 = turn } }
            }
        }
        written.wait { $0 >= 200 ? () : nil }
        let before = written.change { $0 }
        let (passes, looks) = (Locked(0), Locked(0))
        let path = place.path + "/backup"
        let made = try BackupRun.run(
            folder, to: path, lock: .passphrase(Array("a passphrase".utf8)), growthLimit: 100
        ) { pages, _ in
            if pages == 0 { passes.withLock { $0 += 1 } }
            let looks = looks.withLock { looks in
                looks += 1
                return looks
            }
            // The writer gets ahead of one snapshot after another, and then rests.
            let at = written.change { $0 }
            if looks < 80 { written.wait { $0 > at ? () : nil } } else { isOver.change { $0 = true } }
        }
        let after = written.change { $0 }
        isOver.change { $0 = true }
        writer.join()
        #expect(passes.withLock { $0 } > 1)

        let restored = DataFolder(path: place.path + "/restored")
        _ = try Restore.run(path, into: restored, with: .passphrase(Array("a passphrase".utf8)), site: nil)
        let database = try Database(path: restored.database, access: .reading)
        let (rows, told) = try database.read { snapshot in
            (
                try snapshot.first("SELECT count(*) FROM setting WHERE name LIKE 'row %'") { $0.int(0) } ?? 0,
                try snapshot.first("SELECT value FROM setting WHERE name = 'rows'") {
                    Int(String(decoding: $0.bytes(0), as: UTF8.self))
                }
            )
        }
        #expect(told == rows && rows >= before && rows <= after + 1, "\(rows) of \(before) to \(after)")
        #expect(try database.integrityProblems() == [])
        #expect(made.end.pages * Database.pageSize < made.size)
    }
}
