import Application
import Storage
import Threads

/// The executor of one loop. Passes the commands of one turn to the writer together: one by one, the first would get a
/// commit of its own, and the rest would wait for it. Executes lookups by key inline, on a connection of the loop's
/// own: a reader thread would cost two wake-ups, more than the lookup.
final class LoopExecutor: Executor {
    private let shared: ThreadedExecutor
    private let loop = ThreadIdentity()
    private let commands = Locked<[WriteCommand]>([])
    // Used on the loop's thread only.
    private nonisolated(unsafe) let reader: Database

    /// Call on the loop's thread.
    /// - Parameter reader: the loop's own connection, opened at start, while there certainly is a descriptor for it.
    init(_ shared: ThreadedExecutor, reader: Database) {
        self.shared = shared
        unsafe self.reader = reader
    }

    func lookUp<Result: Sendable>(
        for call: Call?, _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        guard loop.isCurrent, unsafe reader.isInProcess else { return shared.read(for: call, query, done: done) }
        done(Swift.Result { try unsafe reader.read(query) })
    }

    func write(_ command: WriteCommand) {
        // Other threads have no turns and pass their commands on directly.
        guard loop.isCurrent else { return shared.write(command) }
        commands.withLock { $0.append(command) }
    }

    /// Passes on the commands of the turn.
    func turnEnded() {
        let gathered = commands.withLock { commands in
            defer { commands.removeAll(keepingCapacity: true) }
            return commands
        }
        if !gathered.isEmpty { shared.writer.submit(gathered) }
    }

    func read<Result: Sendable>(
        for call: Call?, _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        shared.read(for: call, query, done: done)
    }

    func slow<Result: Sendable>(
        in pool: Pool, for call: Call?, line: UInt64?, _ work: @escaping @Sendable () throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        shared.slow(in: pool, for: call, line: line, work, done: done)
    }
}
