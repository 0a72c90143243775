package import Storage
import Threads

/// Runs work: on threads in a server, at once in a simulation. Callers take turns for each; work of a call that is over
/// when its turn comes is not begun, and fails with ``LaneError/givenUp``.
package protocol Executor: Sendable {
    /// Runs `command` on the writer lane in a transaction shared with others; it is told after the commit that made it
    /// durable, or of the error that undid it.
    func write(_ command: WriteCommand)

    /// Runs `query` on a snapshot of what is durable.
    /// - Parameter call: whose work it is; nil for the server's own.
    func read<Result: Sendable>(
        for call: Call?, _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void)

    /// The same for a query that reads a few rows by their keys: where it arrives, if that can be.
    func lookUp<Result: Sendable>(
        for call: Call?, _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void)

    /// Runs slow work outside loops and transactions.
    /// - Parameter line: the line it waits in; nil for the one of the call's connection.
    func slow<Result: Sendable>(
        in pool: Pool, for call: Call?, line: UInt64?, _ work: @escaping @Sendable () throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void)
}

/// The kinds of slow work, each with threads of its own: what holds one up holds up no other.
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

    /// A command of the server's own.
    package func write<Result: Sendable>(
        _ command: @escaping @Sendable (Transaction) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        write(WriteCommand(command, completion: done))
    }

    /// A slice of long work of the server's own: it has a commit of its own, in the gaps of everybody's work, or a quarter
    /// of the writer's time while others wait. At most 5 ms; the next slice is for `done` to submit.
    package func writeInBackground<Result: Sendable>(
        _ slice: @escaping @Sendable (Transaction) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        write(WriteCommand(from: .background, slice, completion: done))
    }
}
