import Foundation
import Storage
import Testing
import Threads

@Suite struct GroupCommitTests {
    @Test(
        "in a group each command lands or fails on its own, wherever the failing one stands",
        arguments: [Notebook.Manner.refusesFirst, .refusesAfterWriting, .writesTwice], 0..<4)
    func isolation(manner: Notebook.Manner, failing: Int) throws {
        let scratch = try Scratch()
        let notebook = try Notebook(path: scratch.path("a.db"))
        let answers = Answers()
        let group = GroupCommit(notebook.database)
        group.commit((0..<4).map { answers.command(UInt64($0 + 1), $0 == failing ? manner : .succeeds) })

        let wanted = (0..<4).filter { $0 != failing }.map { UInt64($0 + 1) }
        #expect(try notebook.ids() == wanted)
        #expect(answers.done == wanted)
        #expect(answers.all.map(\.id) == [1, 2, 3, 4])
        #expect(answers.all[failing].outcome == (manner == .writesTwice ? "duplicate" : "refused"))
    }

    @Test("groups and their commands are counted, refused ones too")
    func counted() throws {
        let scratch = try Scratch()
        let notebook = try Notebook(path: scratch.path("a.db"))
        let (answers, counts) = (Answers(), CommitCounts())
        let group = GroupCommit(notebook.database, counts: counts)
        group.commit((1...3).map { answers.command($0, .succeeds) })
        group.commit([answers.command(4, .refusesFirst)])
        #expect(counts.groups == 2 && counts.read().commands == 4)
    }

    @Test("a command alone that fails after writing leaves nothing and the next one lands")
    func alone() throws {
        let scratch = try Scratch()
        let notebook = try Notebook(path: scratch.path("a.db"))
        let answers = Answers()
        let group = GroupCommit(notebook.database)
        for (id, manner) in [(1, .refusesAfterWriting), (2, .succeeds)] as [(UInt64, Notebook.Manner)] {
            group.commit([answers.command(id, manner)])
        }
        #expect(try notebook.ids() == [2])
        #expect(answers.all.map(\.outcome) == ["refused", "done"])
    }

    @Test("nobody is told of success before the commit, everybody after")
    func toldAfterCommit() throws {
        let scratch = try Scratch()
        let notebook = try Notebook(path: scratch.path("a.db"))
        let reader = try Database(path: notebook.database.path, access: .reading)
        let seen = try reader.read(Notebook.ids)
        #expect(seen.isEmpty)
        let answers = Answers()
        let group = GroupCommit(notebook.database)
        let path = notebook.database.path
        let watched: @Sendable (Transaction) -> Void = { transaction in
            _ = transaction.buffer {
                Gathered { _, _ in
                    #expect(answers.all.isEmpty)
                    let reader = try Database(path: path, access: .reading)
                    let landed = try reader.read(Notebook.ids)
                    #expect(landed.isEmpty)
                }
            }
        }
        group.commit([answers.command(1, .succeeds, watched), answers.command(2, .succeeds, watched)])
        #expect(try reader.read(Notebook.ids) == [1, 2])
        #expect(answers.done == [1, 2])
    }

    @Test("what succeeding commands gather is finished once, and what that writes lands with theirs")
    func gathered() throws {
        let scratch = try Scratch()
        let notebook = try Notebook(path: scratch.path("a.db"))
        let answers = Answers()
        let group = GroupCommit(notebook.database)
        let sum: @Sendable (UInt64) -> @Sendable (Transaction) -> Void = { id in
            { transaction in
                let gathered = transaction.buffer {
                    Gathered { ids, transaction in
                        try transaction.execute(
                            "INSERT INTO note (id, body) VALUES (?1, ?2)", 100 + ids.reduce(0, +), "\(ids)")
                    }
                }
                gathered.ids.append(id)
            }
        }
        group.commit([
            answers.command(1, .succeeds, sum(1)), answers.command(2, .refusesAfterWriting, sum(2)),
            answers.command(3, .refusesFirst, sum(3)), answers.command(4, .succeeds, sum(4)),
        ])
        #expect(try notebook.ids() == [1, 4, 105])
        group.commit([answers.command(7, .refusesFirst, sum(7))])
        #expect(try notebook.ids() == [1, 4, 105])
    }

    @Test("when that cannot be finished, every command fails with that error and nothing lands")
    func unfinished() throws {
        struct NoKey: Error {}
        let scratch = try Scratch()
        let notebook = try Notebook(path: scratch.path("a.db"))
        let answers = Answers()
        let group = GroupCommit(notebook.database)
        let failing: @Sendable (Transaction) -> Void = { _ = $0.buffer { Gathered { _, _ in throw NoKey() } } }
        group.commit([answers.command(1, .succeeds, failing), answers.command(2, .refusesFirst)])
        #expect(try notebook.ids().isEmpty)
        #expect(answers.all.map(\.outcome) == ["NoKey()", "NoKey()"])
    }

    @Test("what fails without a trace leaves neither its provisional row nor a second run of its group")
    func provisional() throws {
        let scratch = try Scratch()
        let notebook = try Notebook(path: scratch.path("a.db"))
        let runs = Locked<[UInt64]>([])
        let group = GroupCommit(notebook.database)
        func command(_ id: UInt64, writes: Bool = false, fails: Bool) -> WriteCommand {
            WriteCommand { transaction in
                runs.withLock { $0.append(id) }
                try transaction.execute("INSERT INTO note (id, body) VALUES (?1, 'provisional')", id)
                try transaction.provisionally {
                    if writes { try transaction.execute("INSERT INTO note (id, body) VALUES (?1, 'more')", id + 10) }
                    if fails { throw Notebook.Refusal(id: id) }
                } undo: {
                    try transaction.execute("DELETE FROM note WHERE id = ?1", id)
                }
            } completion: { _ in
            }
        }
        group.commit([command(1, fails: false), command(2, fails: true), command(3, fails: false)])
        #expect(runs.withLock { $0 } == [1, 2, 3])
        #expect(try notebook.ids() == [1, 3])
        group.commit([command(4, fails: false), command(5, writes: true, fails: true)])
        #expect(runs.withLock { $0 } == [1, 2, 3, 4, 5, 4, 5])
        #expect(try notebook.ids() == [1, 3, 4])
    }

    @Test("after a failed statement nothing more is said in its transaction: the group is taken back and run again")
    func failedStatement() throws {
        let scratch = try Scratch()
        let notebook = try Notebook(path: scratch.path("a.db"))
        let undone = Locked(0)
        let group = GroupCommit(notebook.database)
        func command(_ id: UInt64, fails: Bool) -> WriteCommand {
            WriteCommand { transaction in
                try transaction.execute("INSERT INTO note (id, body) VALUES (?1, 'provisional')", id)
                try transaction.provisionally {
                    if fails { _ = try transaction.exists("SELECT 1 FROM note WHERE body = ?1", "a\u{0}b") }
                } undo: {
                    undone.withLock { $0 += 1 }
                    try transaction.execute("DELETE FROM note WHERE id = ?1", id)
                }
            } completion: { _ in
            }
        }
        group.commit([command(1, fails: false), command(2, fails: true), command(3, fails: false)])
        #expect(try notebook.ids() == [1, 3])
        #expect(undone.withLock { $0 } == 0)
    }

    @Test("a group that another writer overtook is run again, and told after five times", arguments: [1, 4, 5])
    func overtaken(times: Int) throws {
        let scratch = try Scratch()
        let notebook = try Notebook(path: scratch.path("a.db"))
        let left = Locked(times)
        let outcomes = Locked<[String]>([])
        let group = GroupCommit(notebook.database)
        func command(_ id: UInt64, isOvertaken: Bool) -> WriteCommand {
            WriteCommand { (transaction: Transaction) -> Void in
                try transaction.execute("INSERT INTO note (id, body) VALUES (?1, 'noted')", id)
                let isLate = left.withLock { left -> Bool in
                    if isOvertaken { left -= 1 }
                    return isOvertaken && left >= 0
                }
                if isLate { throw StorageError(.retry, "overtaken", statement: "COMMIT") }
            } completion: { (result: Result<Void, any Error>) in
                let outcome =
                    switch result {
                    case .success: "done"
                    case .failure: "failed"
                    }
                outcomes.withLock { $0.append(outcome) }
            }
        }
        group.commit([command(1, isOvertaken: false), command(2, isOvertaken: true)])
        #expect(try notebook.ids() == (times < 5 ? [1, 2] : []))
        #expect(outcomes.withLock { $0 } == Array(repeating: times < 5 ? "done" : "failed", count: 2))
    }

    @Test("commits write over a log that was lengthened, and what they wrote is there again after a crash")
    func lengthenedLog() throws {
        let scratch = try Scratch()
        let answers = Answers()
        let notebook = try Notebook(path: scratch.path("a.db"))
        _ = try notebook.database.lengthenLog(toPages: 100)
        let length = try scratch.size("a.db-wal")
        #expect(length >= 100 * 4120)
        let group = GroupCommit(notebook.database)
        for id in 1...5 as ClosedRange<UInt64> { group.commit([answers.command(id, .succeeds)]) }
        _ = try notebook.database.lengthenLog(toPages: 100)
        #expect(try scratch.size("a.db-wal") == length)
        // As after a crash: neither checkpointed nor closed.
        for end in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: scratch.path("a.db" + end), toPath: scratch.path("b.db" + end))
        }
        #expect(try Notebook(path: scratch.path("b.db")).ids() == [1, 2, 3, 4, 5])
    }

    @Test(
        "OPS-3 the log is moved into the database while groups go on, and does not grow for ever",
        arguments: [true, false])
    func checkpoints(isMovedAside: Bool) throws {
        let scratch = try Scratch()
        let path = scratch.path("a.db")
        let notebook = try Notebook(path: path, durability: .whenever)
        try commitNotes(1, to: GroupCommit(notebook.database))
        let checkpointer = try isMovedAside ? Checkpointer { try Notebook.reader(path: path) } : nil
        let group = GroupCommit(notebook.database, report: { Issue.record("\($0)") }, checkpointer: checkpointer)
        // 240 MB. However late the checkpointer comes, a log four times its usual length is moved by the writer, or, while the
        // checkpointer is at it, at the next look.
        try commitNotes(600, to: group)
        let log = try scratch.size("a.db-wal")
        #expect(log < 200_000_000)
        #expect(try notebook.database.integrityProblems().isEmpty)
    }

    private func commitNotes(_ count: UInt64, to group: GroupCommit) throws {
        let body = String(repeating: "x", count: 400_000)
        for round in 0..<count {
            group.commit([
                WriteCommand {
                    try $0.execute("INSERT INTO note (id, body) VALUES (?1, ?2)", count << 32 + round, body)
                } completion: { result in
                    if case .failure(let error) = result { Issue.record(error) }
                }
            ])
        }
    }
}

/// The ids of a group's notes.
private final class Gathered: CommitBuffer {
    var ids: [UInt64] = []
    private let end: ([UInt64], Transaction) throws -> Void

    init(end: @escaping ([UInt64], Transaction) throws -> Void) {
        self.end = end
    }

    var count: Int { ids.count }
    func drop(downTo count: Int) { ids.removeSubrange(count...) }
    func finish(_ transaction: Transaction) throws { try end(ids, transaction) }
}
