package import Storage

/// Where work runs: threads in a server, at once in a simulation.
package protocol Executor: Sendable {
    /// Runs `command` on the writer lane in a transaction shared with others; it is told after the commit that made it
    /// durable, or of the error that undid it.
    func write(_ command: Command)

    /// Runs `query` on a snapshot of what is durable.
    func read<Result: Sendable>(
        _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void)

    /// The same for a query that reads a few rows by their keys: where it arrives, if that can be.
    func lookUp<Result: Sendable>(
        _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void)

    /// Runs slow work (a password hash) outside loops and transactions.
    func slow<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void)
}

extension Executor {
    package func lookUp<Result: Sendable>(
        _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        read(query, done: done)
    }

    package func write<Result: Sendable>(
        _ command: @escaping @Sendable (Transaction) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        write(Command(command, completion: done))
    }
}
