import Application
import Storage
import Threads

/// The executor of one loop. The commands of one turn of the loop go to the writer together: one by one, the first would
/// have a commit of its own, and the rest would wait for it.
final class LoopExecutor: Executor {
    private let shared: ThreadedExecutor
    private let loop = ThreadIdentity()
    private let commands = Locked<[Command]>([])

    /// To be made on the loop's thread.
    init(_ shared: ThreadedExecutor) {
        self.shared = shared
    }

    func write(_ command: Command) {
        // Another thread knows nothing of turns, and must not wait for the end of one.
        guard loop.isCurrent else { return shared.write(command) }
        commands.withLock { $0.append(command) }
    }

    /// Hands over what the turn has gathered.
    func turnEnded() {
        let gathered = commands.withLock { commands in
            defer { commands.removeAll(keepingCapacity: true) }
            return commands
        }
        if !gathered.isEmpty { shared.writer.submit(gathered) }
    }

    func read<Result: Sendable>(
        _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        shared.read(query, done: done)
    }

    func slow<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        shared.slow(work, done: done)
    }
}
