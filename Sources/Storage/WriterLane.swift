internal import Threads

package enum LaneError: Error, Sendable, Equatable {
    /// Too much waits already: answer "busy, retry later".
    case overloaded
    case stopped
}

/// The one thread that writes: it owns the writing connection, takes all that waits, commits it together, answers, and
/// goes on with what has come meanwhile. The slower the disk, the larger the groups.
package final class WriterLane: Sendable {
    /// Commands in one commit: bounds how long the first of them waits.
    static let groupLimit = 1000
    static let idleMs: Int64 = 200

    private let queue: Queue<Command>
    private let thread: Thread

    /// - Parameters:
    ///   - capacity: commands that may wait; beyond it they fail with `LaneError.overloaded`.
    ///   - open: runs on the lane's thread; what it throws is thrown here.
    package init(capacity: Int = 16_384, open: @escaping @Sendable () throws -> GroupCommit) throws {
        let queue = Queue<Command>(capacity: capacity)
        self.queue = queue
        thread = try Thread.start("writer", opening: open) { Self.serve(queue, $0) }
    }

    /// Queues a command; its completion is called exactly once, here already when it cannot be queued.
    package func submit(_ command: Command) {
        switch queue.offer(command) {
        case .taken: break
        case .full: command.work.fail(LaneError.overloaded)
        case .closed: command.work.fail(LaneError.stopped)
        }
    }

    /// Queues commands together, so that they share a commit as far as it has room.
    package func submit(_ commands: [Command]) {
        let (taken, isClosed) = queue.offer(contentsOf: commands)
        for command in commands[taken...] { command.work.fail(isClosed ? LaneError.stopped : .overloaded) }
    }

    package func submit<Value>(
        _ body: @escaping @Sendable (Transaction) throws -> Value,
        completion: @escaping @Sendable (Result<Value, any Error>) -> Void
    ) {
        submit(Command(body, completion: completion))
    }

    /// Waits for the commit. For programs and tests with a thread to spare; never on a network loop.
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Value
    ) throws -> Value {
        let answer = Monitor<Result<Value, any Error>?>(nil)
        submit(body) { result in answer.change { $0 = result } }
        return try answer.wait { $0 }.get()
    }

    /// Refuses new commands, commits and answers those that wait, moves the log into the database and ends the thread.
    package func stop() {
        queue.close()
        thread.join()
    }

    private static func serve(_ queue: Queue<Command>, _ group: GroupCommit) {
        while true {
            if let commands = queue.take(atMost: groupLimit, waitingMs: idleMs) {
                if commands.isEmpty { return }
                group.commit(commands)
            } else {
                group.idle()
                let commands = queue.take(atMost: groupLimit)
                if commands.isEmpty { return }
                group.commit(commands)
            }
        }
    }
}

extension Thread {
    /// Starts a thread that makes a value of its own first, waits until it has, and throws what that threw.
    static func start<Value>(
        _ name: String, opening open: @escaping @Sendable () throws -> Value,
        _ body: @escaping @Sendable (Value) -> Void
    ) throws -> Thread {
        let opened = Monitor<Result<Void, any Error>?>(nil)
        let thread = Thread.start(name) {
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
