package import Threads

/// A unit of writing work, its caller, and the receiver of its outcome.
package struct WriteCommand: Sendable {
    package let work: any Work
    package let origin: Origin

    package init(_ work: any Work, from origin: Origin) {
        self.work = work
        self.origin = origin
    }

    /// - Parameters:
    ///   - origin: the caller in whose turn it runs. `.background` is for one slice of long work, of at most 5 ms: it
    ///     gets a commit of its own when nothing else waits, else a quarter of the lane's time. Submit the next slice
    ///     when this one has completed.
    ///   - body: runs inside the transaction; may run more than once before `completion` is called.
    ///   - completion: called exactly once, on the committing thread, after the commit. A success is durable. It must
    ///     be quick: the next commit waits for it.
    package init<Value>(
        from origin: Origin = .server, _ body: @escaping @Sendable (Transaction) throws -> Value,
        completion: @escaping @Sendable (Result<Value, any Error>) -> Void
    ) {
        work = WorkOf(body, completion)
        self.origin = origin
    }
}

/// The work of a command. Hot callers implement it themselves, so that a call is one allocation.
package protocol Work: AnyObject, Sendable {
    /// Asked when its turn comes: work that nobody waits for is not started and fails with ``LaneError/givenUp``.
    var isWanted: Bool { get }
    /// Does the work inside the transaction and stores its value for `succeed`; may run more than once.
    func run(_ transaction: Transaction) throws
    /// Reports success, after the commit. This or `fail` is called exactly once, on the committing thread.
    func succeed()
    func fail(_ error: any Error)
}

extension Work {
    package var isWanted: Bool { true }
}

private final class WorkOf<Value>: Work, @unchecked Sendable {
    // Sendable by hand: only the committing thread uses `value`.
    private let body: @Sendable (Transaction) throws -> Value
    private let completion: @Sendable (Result<Value, any Error>) -> Void
    private var value: Value?

    init(
        _ body: @escaping @Sendable (Transaction) throws -> Value,
        _ completion: @escaping @Sendable (Result<Value, any Error>) -> Void
    ) {
        self.body = body
        self.completion = completion
    }

    func run(_ transaction: Transaction) throws {
        value = nil
        value = try body(transaction)
    }

    func succeed() {
        guard let value else { preconditionFailure("a command that was not run cannot succeed") }
        self.value = nil
        completion(.success(value))
    }

    func fail(_ error: any Error) {
        value = nil
        completion(.failure(error))
    }
}
