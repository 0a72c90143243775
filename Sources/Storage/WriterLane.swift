package import Threads

package enum LaneError: Error, Sendable, Equatable {
    /// Too many commands wait, of this caller or in all: answer "busy, retry later".
    case overloaded
    case stopped
    /// Nobody waited any more when its turn came.
    case givenUp
}

/// The one thread that writes: owns the writing connection, takes queued commands in fair turns (``FairQueue``),
/// commits them together, answers, and continues with those queued meanwhile. The slower the disk, the larger the
/// groups.
///
/// A single command waits for the current group, at most ``groupMs`` plus its last command and its commit, then for one
/// command of every other party.
package final class WriterLane: Sendable {
    /// The most commands in one commit, and the time during which it accepts more.
    static let groupLimit = 1000
    package static let groupMs: UInt64 = 8
    static let idleMs: Int64 = 200
    /// While others wait, background work gets one part in this many of the lane's time.
    static let backgroundShare: UInt64 = 4

    private let queue: FairQueue<WriteCommand>
    private let thread: Thread

    /// - Parameters:
    ///   - capacity: the most commands that wait, an eighth of them from anonymous callers. Commands beyond a caller's
    ///     share fail with `LaneError.overloaded`.
    ///   - open: runs on the lane's thread; its errors are rethrown here.
    package init(capacity: Int = 16_384, open: @escaping @Sendable () throws -> GroupCommit) throws {
        let queue = FairQueue<WriteCommand>(capacity: capacity, anonymous: capacity / 8)
        self.queue = queue
        thread = try Thread.start("writer", opening: open) { Self.serve(queue, $0) }
    }

    /// The commands that wait.
    package var waiting: Int { queue.count }

    /// Queues a command; its completion is called exactly once, here if it cannot be queued.
    package func submit(_ command: WriteCommand) {
        switch queue.offer(command, from: command.origin) {
        case .taken: break
        case .full: command.work.fail(LaneError.overloaded)
        case .closed: command.work.fail(LaneError.stopped)
        }
    }

    /// Queues commands together, so that they share a commit as far as it has room.
    package func submit(_ commands: [WriteCommand]) {
        let (refused, isClosed) = queue.offer(commands.map { ($0, $0.origin) })
        for place in refused { commands[place].work.fail(isClosed ? LaneError.stopped : .overloaded) }
    }

    package func submit<Value>(
        from origin: Origin = .server, _ body: @escaping @Sendable (Transaction) throws -> Value,
        completion: @escaping @Sendable (Result<Value, any Error>) -> Void
    ) {
        submit(WriteCommand(from: origin, body, completion: completion))
    }

    /// Waits for the commit. For programs and tests with a thread to spare; never on a network loop.
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Value
    ) throws -> Value {
        let answer = Monitor<Result<Value, any Error>?>(nil)
        submit(body) { result in answer.change { $0 = result } }
        return try answer.wait { $0 }.get()
    }

    /// Refuses new commands, finishes the current group, fails those that wait with `LaneError.stopped`, checkpoints
    /// the log and ends the thread.
    package func stop() {
        for command in queue.close() { command.work.fail(LaneError.stopped) }
        thread.join()
    }

    private static func serve(_ queue: FairQueue<WriteCommand>, _ group: GroupCommit) {
        var backgroundFromNs: UInt64 = 0
        var isIdle = false
        while true {
            let isDue = MonotonicClock.nowNs() >= backgroundFromNs
            switch queue.next(background: isDue, waitingMs: isIdle ? .max : idleMs) {
            case .closed: return
            case .nothing:
                isIdle = true
                group.idle()
            case .value(let first, let origin):
                isIdle = false
                let beganNs = MonotonicClock.nowNs()
                if origin.rank == .background {
                    commit(first, group)
                    let endedNs = MonotonicClock.nowNs()
                    backgroundFromNs = endedNs + (endedNs - beganNs) * (backgroundShare - 1)
                } else {
                    commit(first, queue, untilNs: beganNs + groupMs * 1_000_000, group)
                }
            }
        }
    }

    /// Commits a slice of background work alone, so that no other answer waits for it.
    private static func commit(_ command: WriteCommand, _ group: GroupCommit) {
        if isWanted(command) { group.commit([command]) }
    }

    private static func commit(
        _ first: WriteCommand, _ queue: FairQueue<WriteCommand>, untilNs: UInt64, _ group: GroupCommit
    ) {
        var following: WriteCommand? = first
        var count = 0
        group.commit(taking: {
            while count == 0 || (count < groupLimit && MonotonicClock.nowNs() < untilNs) {
                guard let command = following ?? queue.nextAtOnce() else { return nil }
                following = nil
                guard isWanted(command) else { continue }
                count += 1
                return command
            }
            return nil
        })
    }

    /// Fails the command if nobody waits for it any more.
    private static func isWanted(_ command: WriteCommand) -> Bool {
        if command.work.isWanted { return true }
        command.work.fail(LaneError.givenUp)
        return false
    }
}

extension Thread {
    /// Starts a thread that first makes a value; waits for that and rethrows its errors.
    static func start<Value>(
        _ name: String, yields: Bool = false, opening open: @escaping @Sendable () throws -> Value,
        _ body: @escaping @Sendable (Value) -> Void
    ) throws -> Thread {
        let opened = Monitor<Result<Void, any Error>?>(nil)
        let thread = Thread.start(name, yields: yields) {
            do {
                let value = try open()
                opened.change { $0 = .success(()) }
                body(value)
            } catch {
                opened.change { $0 = .failure(error) }
            }
        }
        do {
            try opened.wait { $0 }.get()
            return thread
        } catch {
            thread.join()
            throw error
        }
    }
}
