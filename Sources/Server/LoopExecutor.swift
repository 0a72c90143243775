import Application
import Storage
import Threads

/// The executor of one loop. The commands of one turn of the loop go to the writer together: one by one, the first would
/// have a commit of its own, and the rest would wait for it.
/// What only looks rows up by their keys is read here, on a connection of the loop's own: to a reader and back is two
/// wake-ups, which cost more than the look-up.
final class LoopExecutor: Executor {
    private let shared: ThreadedExecutor
    private let loop = ThreadIdentity()
    private let commands = Locked<[Command]>([])
    // Touched on the loop's thread alone.
    private nonisolated(unsafe) let reader: Database

    /// To be made on the loop's thread.
    /// - Parameter reader: the loop's own connection, opened at the start: later there may be no descriptor for it.
    init(_ shared: ThreadedExecutor, reader: Database) {
        self.shared = shared
        unsafe self.reader = reader
    }

    func lookUp<Result: Sendable>(
        for call: Call?, _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        guard loop.isCurrent else { return shared.read(for: call, query, done: done) }
        done(Swift.Result { try unsafe reader.read(query) })
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
