import Application
import Storage
import Threads

/// The server's work on one thread: commands wait until `work`, which commits them in one group; queries run at once.
final class InlineExecutor: Executor {
    // Confined to the test's one thread, which the compiler cannot see.
    private nonisolated(unsafe) let database: Database
    private nonisolated(unsafe) let group: GroupCommit
    private let waiting = Locked<[WriteCommand]>([])
    /// The pools of slow work so far.
    let pools = Locked<[Pool]>([])

    init(_ database: Database, _ group: GroupCommit) {
        unsafe self.database = database
        unsafe self.group = group
    }

    /// - Returns: whether there was any work.
    func work() -> Bool {
        let commands = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        // As the lane does.
        let wanted = commands.filter { command in
            if command.work.isWanted { return true }
            command.work.fail(LaneError.givenUp)
            return false
        }
        if !wanted.isEmpty { unsafe group.commit(wanted) }
        return !commands.isEmpty
    }

    /// The number of waiting commands.
    var waits: Int { waiting.withLock { $0.count } }

    func write(_ command: WriteCommand) { waiting.withLock { $0.append(command) } }

    func read<Result: Sendable>(
        for call: Call?, _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        done(Swift.Result { try unsafe database.read(query) })
    }

    func slow<Result: Sendable>(
        in pool: Pool, for call: Call?, line: UInt64?, _ work: @escaping @Sendable () throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        pools.withLock { $0.append(pool) }
        done(Swift.Result { try work() })
    }
}
