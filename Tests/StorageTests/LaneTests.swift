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

    @Test("every command submitted before the stop is answered once: it is on the disk, or was not begun")
    func stops() throws {
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
        #expect(Set(told.map(\.id)).count == 801)
        #expect(told.last?.outcome == "stopped")
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

    /// Blocks the lane in a command until the gate is opened.
    private func hold(_ lane: WriterLane) -> Monitor<Bool> {
        let gate = Monitor(false)
        let isHeld = Monitor(false)
        lane.submit { _ in
            isHeld.change { $0 = true }
            gate.wait { $0 ? () : nil }
        } completion: { _ in
        }
        isHeld.wait { $0 ? () : nil }
        return gate
    }

    @Test("OPS-3 who fills the lane is refused alone, and waits for no more than its turn")
    func overload() throws {
        let lane = try lane(capacity: 80)
        let gate = hold(lane)
        let (theirs, ours) = (Answers(), Answers())
        for id in 1...40 as ClosedRange<UInt64> {
            lane.submit(WriteCommand(theirs.command(id, .succeeds).work, from: Origin(.person, party: 1)))
        }
        lane.submit([WriteCommand(ours.command(100, .succeeds).work, from: Origin(.person, party: 2))])
        let refused = theirs.all.count
        #expect(refused > 0 && refused < 40)
        #expect(theirs.all.allSatisfy { $0.outcome == "overloaded" })
        gate.change { $0 = true }
        _ = try lane.write { try Notebook.note(200, .succeeds, in: $0) }
        #expect(ours.done == [100])
        while theirs.all.count < 40 { _ = try lane.write { try $0.exists("SELECT 1 FROM note") } }
        #expect(theirs.done.count == 40 - refused)
        lane.stop()
    }

    @Test("OPS-3 of commands that nobody waits for any more none is begun")
    func givenUp() throws {
        let lane = try lane()
        let gate = hold(lane)
        let wanted = Locked(true)
        let works = (1...3 as ClosedRange<UInt64>).map { Unsure($0, wanted) }
        for work in works { lane.submit(WriteCommand(work, from: .server)) }
        wanted.withLock { $0 = false }
        gate.change { $0 = true }
        #expect(try lane.write(Notebook.ids) == [])
        #expect(works.map { $0.failure.withLock { $0 } } == [.givenUp, .givenUp, .givenUp])
        lane.stop()
    }

    @Test("OPS-3 of what waits at the stop nothing is worked off")
    func stopsAtOnce() throws {
        let lane = try lane()
        let gate = hold(lane)
        let answers = Answers()
        for id in 1...100 as ClosedRange<UInt64> { lane.submit(answers.command(id, .succeeds)) }
        let stopper = Thread.start("stopper") { lane.stop() }
        while answers.all.count < 100 {}
        gate.change { $0 = true }
        stopper.join()
        #expect(answers.all.allSatisfy { $0.outcome == "stopped" })
        #expect(try Notebook(path: path).ids() == [])
    }

    @Test("OPS-3 a slice of background work shares no commit, and has a quarter of the time while others wait")
    func background() throws {
        let lane = try lane()
        let gate = hold(lane)
        let order = Locked<[String]>([])
        let wait: @Sendable (Transaction) -> Void = { _ in
            let untilNs = MonotonicClock.nowNs() + 3_000_000
            while MonotonicClock.nowNs() < untilNs {}
        }
        for _ in 1...20 {
            lane.submit(WriteCommand(from: .background, wait) { _ in order.withLock { $0.append("b") } })
            lane.submit(WriteCommand(from: .server, wait) { _ in order.withLock { $0.append("p") } })
        }
        let isDone = Monitor(false)
        gate.change { $0 = true }
        lane.submit(
            WriteCommand(from: .background) { _ in
            } completion: { _ in
                isDone.change { $0 = true }
            })
        isDone.wait { $0 ? () : nil }
        lane.stop()
        // As long as others wait; on a busy machine a little longer.
        let mixed = order.withLock { $0 }
        let last = mixed.lastIndex(of: "p") ?? 0
        #expect(mixed.count == 40)
        #expect(mixed[...last].count { $0 == "b" } <= 10)
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

/// Work whose caller may give it up.
private final class Unsure: Work {
    let failure = Locked<LaneError?>(nil)
    private let id: UInt64
    private let wanted: Locked<Bool>

    init(_ id: UInt64, _ wanted: Locked<Bool>) {
        self.id = id
        self.wanted = wanted
    }

    var isWanted: Bool { wanted.withLock { $0 } }
    func run(_ transaction: Transaction) throws { _ = try Notebook.note(id, .succeeds, in: transaction) }
    func succeed() {}
    func fail(_ error: any Error) { failure.withLock { $0 = error as? LaneError } }
}
