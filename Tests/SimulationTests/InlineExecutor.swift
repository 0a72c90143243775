import Application
import PowerCut
import Storage
import Threads

/// The server's work without threads: commands wait until `work`, which commits them in one group; queries run at once.
final class InlineExecutor: Executor {
    /// What a simulation must find.
    enum Bug: Sendable {
        case none
        /// Answers leave before the commit.
        case earlyAnswers
    }

    // Confined to the simulation's one thread, which the compiler cannot see.
    private nonisolated(unsafe) let database: Database
    private nonisolated(unsafe) let group: GroupCommit
    private let disk: SimulatedDisk
    private let bug: Bug
    private let waiting = Locked<[Command]>([])

    init(_ database: Database, _ group: GroupCommit, _ disk: SimulatedDisk, _ bug: Bug) {
        unsafe self.database = database
        unsafe self.group = group
        self.disk = disk
        self.bug = bug
    }

    /// - Returns: whether there was anything to do.
    func work() -> Bool {
        let commands = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        if !commands.isEmpty { unsafe group.commit(commands) }
        return !commands.isEmpty
    }

    func write<Result: Sendable>(
        _ command: @escaping @Sendable (Transaction) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        let disk = disk
        // A server whose power is gone says nothing more.
        let alive: @Sendable (Swift.Result<Result, any Error>) -> Void = { result in
            if !disk.isDead { done(result) }
        }
        let queued =
            switch bug {
            case .none: Command(command, completion: alive)
            case .earlyAnswers:
                Command { transaction in
                    let result = Swift.Result { try command(transaction) }
                    alive(result)
                    return try result.get()
                } completion: { _ in
                }
            }
        waiting.withLock { $0.append(queued) }
    }

    func read<Result: Sendable>(
        _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        let result = Swift.Result { try unsafe database.read(query) }
        if !disk.isDead { done(result) }
    }

    func slow<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        done(Swift.Result { try work() })
    }
}
