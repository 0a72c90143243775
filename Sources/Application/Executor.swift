package import Storage
import Threads

/// Runs work: on threads in a server, inline in a simulation. Callers take turns; work of a call that is over when its
/// turn comes is not started and fails with ``LaneError/givenUp``.
package protocol Executor: Sendable {
    /// Runs `command` on the writer lane in a transaction shared with others; it is told after the commit that made it
    /// durable, or of the error that undid it.
    func write(_ command: WriteCommand)

    /// Runs `query` on a snapshot of durable data.
    /// - Parameter call: the call it belongs to; nil for the server's own work.
    func read<Result: Sendable>(
        for call: Call?, _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void)

    /// The same for a query that reads a few rows by their keys; runs inline if possible.
    func lookUp<Result: Sendable>(
        for call: Call?, _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void)

    /// Runs slow work outside loops and transactions.
    /// - Parameter line: the line it waits in; nil for that of the call's connection.
    func slow<Result: Sendable>(
        in pool: Pool, for call: Call?, line: UInt64?, _ work: @escaping @Sendable () throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void)
}

/// A kind of slow work, with threads of its own, so that one kind does not delay another.
package enum Pool: Sendable, CaseIterable {
    /// Password hashes.
    case hashing
    /// Services of others whose answer a caller waits for.
    case gateways
    /// Services of others that the outbox hands its entries to.
    case deliveries
    /// Photos and sheets.
    case files
}

extension Executor {
    package func lookUp<Result: Sendable>(
        for call: Call?, _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        read(for: call, query, done: done)
    }

    /// Runs a command of the server's own.
    package func write<Result: Sendable>(
        _ command: @escaping @Sendable (Transaction) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        write(WriteCommand(command, completion: done))
    }

    /// Runs a slice of the server's own long work in a commit of its own: when nothing else waits, else for a quarter
    /// of the writer's time. At most 5 ms; `done` submits the next slice.
    package func writeInBackground<Result: Sendable>(
        _ slice: @escaping @Sendable (Transaction) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        write(WriteCommand(from: .background, slice, completion: done))
    }
}
