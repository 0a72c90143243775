import Testing
import Threads

@testable import Storage

@Suite struct DiskFullTests {
    /// Returns whether the command was committed.
    private func write(_ id: UInt64, _ group: GroupCommit) -> Bool {
        let isDone = Locked(false)
        let body = String(repeating: "x", count: 40_000)
        group.commit([
            WriteCommand {
                try $0.execute("INSERT INTO note (id, body) VALUES (?1, ?2)", id, body)
            } completion: { result in
                if case .success = result { isDone.withLock { $0 = true } }
            }
        ])
        return isDone.withLock { $0 }
    }

    @Test("OPS-4 a file system in memory that is full is told of as full, not as a disk that fails")
    func fullInMemory() {
        // IOERR_SHMSIZE, IOERR_WRITE, FULL.
        for (code, kind) in [(Int32(4874), StorageError.Kind.full), (778, .failedIO), (13, .full)] {
            #expect(StorageError(code: code, about: "COMMIT").kind == kind, "\(code)")
        }
    }

    @Test("OPS-4 a full disk is told of once, and once that there is room again, with how many were refused")
    func once() throws {
        let scratch = try Scratch()
        let notebook = try Notebook(path: scratch.path("a.db"))
        let notices = Locked<[StorageNotice]>([])
        let group = GroupCommit(notebook.database, report: { notice in notices.withLock { $0.append(notice) } })
        // Beyond this page SQLite fails as on a full disk.
        try notebook.database.engine.run(script: "PRAGMA max_page_count = 40")
        #expect(write(1, group))
        for id in 2...9 as ClosedRange<UInt64> { _ = write(id, group) }
        #expect(!write(10, group))
        let kept = try notebook.ids()
        #expect(notices.withLock { $0 }.count == 1)
        guard case .full(let error) = notices.withLock({ $0 }).last else {
            Issue.record("told: \(notices.withLock { $0 })")
            return
        }
        #expect(error.kind == .full)
        // A read, or a command that writes nothing, is no sign of room.
        group.commit([
            WriteCommand { _ in
            } completion: { _ in
            }
        ])
        #expect(notices.withLock { $0 }.count == 1)

        try notebook.database.engine.run(script: "PRAGMA max_page_count = 4000")
        #expect(write(11, group))
        #expect(write(12, group))
        guard case .roomAgain(let refused) = notices.withLock({ $0 }).last else {
            Issue.record("told: \(notices.withLock { $0 })")
            return
        }
        #expect(notices.withLock { $0 }.count == 2)
        #expect(refused == 10 - kept.count)
        #expect(try notebook.ids() == kept + [11, 12])
    }
}
