import Storage
import Testing
import Threads

@Suite struct LaneTests {
    let scratch: Scratch
    let path: String

    init() throws {
        scratch = try Scratch()
        path = scratch.path("a.db")
    }

    func lane(capacity: Int = 16_384) throws -> WriterLane {
        let path = path
        return try WriterLane(capacity: capacity) { GroupCommit(try Notebook(path: path).database) }
    }

    @Test("every command submitted before the stop is answered once, every later one is refused")
    func drains() throws {
        let lane = try lane()
        let answers = Answers()
        let submitters = (0..<4).map { number in
            Thread.start("submitter") {
                for turn in 0..<200 {
                    let manner = Notebook.Manner.allCases[(number + turn) % 4]
                    lane.submit(answers.command(UInt64(number * 1000 + turn + 1), manner))
                }
            }
        }
        for thread in submitters { thread.join() }
        lane.stop()
        lane.submit(answers.command(9_999, .succeeds))

        let told = answers.all
        #expect(told.count == 801)
        #expect(told.last?.outcome == "stopped")
        #expect(answers.done.count == 200)
        #expect(try Notebook(path: path).ids() == answers.done.sorted())
    }

    @Test("after the stop the whole database is in its one file")
    func oneFile() throws {
        let lane = try lane()
        _ = try lane.write { try Notebook.note(1, .succeeds, in: $0) }
        #expect(scratch.files() == ["a.db", "a.db-shm", "a.db-wal"])
        lane.stop()
        #expect(scratch.files() == ["a.db"])
    }

    @Test("a full lane refuses at once and goes on with what it has")
    func overload() throws {
        let lane = try lane(capacity: 4)
        let gate = Queue<Int>(capacity: 1)
        let started = Queue<Int>(capacity: 1)
        let answers = Answers()
        lane.submit { _ in
            _ = started.offer(1)
            _ = gate.take(atMost: 1)
        } completion: { _ in
        }
        _ = started.take(atMost: 1)
        for id in 1...6 as ClosedRange<UInt64> { lane.submit(answers.command(id, .succeeds)) }
        #expect(answers.all.map(\.outcome) == ["overloaded", "overloaded"])
        gate.close()
        lane.stop()
        #expect(answers.done == [1, 2, 3, 4])
    }

    @Test("commands submitted together commit together, and those beyond the lane's room are refused")
    func together() throws {
        let lane = try lane(capacity: 4)
        let gate = Queue<Int>(capacity: 1)
        let started = Queue<Int>(capacity: 1)
        let answers = Answers()
        lane.submit { _ in
            _ = started.offer(1)
            _ = gate.take(atMost: 1)
        } completion: { _ in
        }
        _ = started.take(atMost: 1)
        lane.submit((1...6 as ClosedRange<UInt64>).map { answers.command($0, .succeeds) })
        #expect(answers.all.map(\.outcome) == ["overloaded", "overloaded"])
        gate.close()
        lane.stop()
        #expect(answers.done == [1, 2, 3, 4])
        lane.submit([answers.command(7, .succeeds)])
        #expect(answers.all.last?.outcome == "stopped")
    }

    @Test("a lane and a pool that cannot open their database say so")
    func cannotOpen() throws {
        #expect(throws: StorageError.self) {
            try WriterLane { GroupCommit(try Database(path: "/nowhere/a.db")) }
        }
        #expect(throws: StorageError.self) {
            try ReaderPool(threads: 2) { try Database(path: "/nowhere/a.db", access: .reading) }
        }
    }

    @Test("a reader sees every commit that was answered before it was asked, and one state throughout")
    func readers() throws {
        let lane = try lane()
        let path = path
        let pool = try ReaderPool(threads: 2) { try Database(path: path, access: .reading) }
        for id in 1...50 as ClosedRange<UInt64> {
            _ = try lane.write { try Notebook.note(id, .succeeds, in: $0) }
            let (first, second) = try pool.read { snapshot in
                let first = try Notebook.ids(in: snapshot)
                _ = try lane.write { try Notebook.note(1000 + id, .succeeds, in: $0) }
                return (first, try Notebook.ids(in: snapshot))
            }
            #expect(first == second)
            #expect(first.count == Int(id) * 2 - 1)
        }
        let misuse = #expect(throws: StorageError.self) {
            try pool.read { try $0.first("DELETE FROM note RETURNING id") { $0.id(0) } }
        }
        #expect(misuse?.kind == .misuse)
        pool.stop()
        #expect(throws: LaneError.stopped) { try pool.read(Notebook.ids) }
        lane.stop()
    }
}
