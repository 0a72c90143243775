import Application
import PowerCut
import Storage
import Threads

/// The server's work without threads: commands wait until `work`, which commits them in one group; queries run inline.
final class InlineExecutor: Executor {
    /// A planted bug that a simulation must find.
    enum Bug: Sendable {
        case none
        /// Answers are sent before the commit.
        case earlyAnswers
    }

    // Confined to the simulation's one thread, which the compiler cannot see.
    private nonisolated(unsafe) let database: Database
    private nonisolated(unsafe) let group: GroupCommit
    private let disk: SimulatedDisk
    private let bug: Bug
    private let waiting = Locked<[WriteCommand]>([])

    init(_ database: Database, _ group: GroupCommit, _ disk: SimulatedDisk, _ bug: Bug) {
        unsafe self.database = database
        unsafe self.group = group
        self.disk = disk
        self.bug = bug
    }

    /// - Returns: whether there was any work.
    func work() -> Bool {
        let commands = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        if !commands.isEmpty { unsafe group.commit(commands) }
        return !commands.isEmpty
    }

    /// Drops what waits: commands hold their server, and this one would hold them for ever.
    func stop() { waiting.withLock { $0 = [] } }

    func write(_ command: WriteCommand) {
        let watched = WriteCommand(WatchedWork(command.work, disk, bug), from: command.origin)
        waiting.withLock { $0.append(watched) }
    }

    func read<Result: Sendable>(
        for call: Call?, _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        let result = Swift.Result { try unsafe database.read(query) }
        if !disk.isDead { done(result) }
    }

    func slow<Result: Sendable>(
        in pool: Pool, for call: Call?, line: UInt64?, _ work: @escaping @Sendable () throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        done(Swift.Result { try work() })
    }
}

/// Work of a server whose power may be cut; afterwards it reports nothing.
private final class WatchedWork: Work, @unchecked Sendable {
    // Sendable by hand: confined to the simulation's one thread.
    private let work: any Work
    private let disk: SimulatedDisk
    private let bug: InlineExecutor.Bug

    init(_ work: any Work, _ disk: SimulatedDisk, _ bug: InlineExecutor.Bug) {
        self.work = work
        self.disk = disk
        self.bug = bug
    }

    func run(_ transaction: Transaction) throws {
        try work.run(transaction)
        if bug == .earlyAnswers, !disk.isDead { work.succeed() }
    }

    func succeed() {
        if bug == .none, !disk.isDead { work.succeed() }
    }

    func fail(_ error: any Error) {
        if !disk.isDead { work.fail(error) }
    }
}
