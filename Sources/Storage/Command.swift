package import Threads

/// A piece of writing work, for whom it is done, and who is told what became of it.
package struct Command: Sendable {
    package let work: any Work
    package let origin: Origin

    package init(_ work: any Work, from origin: Origin) {
        self.work = work
        self.origin = origin
    }

    /// - Parameters:
    ///   - origin: whose turn it waits for. `.background` is for one slice of long work, of at most 5 ms: it has a commit
    ///     of its own, in the gaps of everybody else, or a quarter of the lane's time while others wait. Submit the next
    ///     slice when the one before has completed.
    ///   - body: runs inside the transaction; may run more than once before `completion` is called.
    ///   - completion: called exactly once, on the thread that commits, after the commit. A success is durable. It must
    ///     be quick: the next commit waits for it.
    package init<Value>(
        from origin: Origin = .server, _ body: @escaping @Sendable (Transaction) throws -> Value,
        completion: @escaping @Sendable (Result<Value, any Error>) -> Void
    ) {
        work = WorkOf(body, completion)
        self.origin = origin
    }
}

/// What a command is made of. There is one for every call: who has more to say than two closures has a class of its own,
/// so that a call is one allocation.
package protocol Work: AnyObject, Sendable {
    /// Asked when its turn has come: work that nobody waits for is not begun, and fails with ``LaneError/givenUp``.
    var isWanted: Bool { get }
    /// Does the work inside the transaction, keeping its value for `succeed`; may run more than once.
    func run(_ transaction: Transaction) throws
    /// Tells of the success, after the commit. This or `fail` is called exactly once, on the thread that commits.
    func succeed()
    func fail(_ error: any Error)
}

extension Work {
    package var isWanted: Bool { true }
}

private final class WorkOf<Value>: Work, @unchecked Sendable {
    // Sendable by hand: `value` is touched by the thread that commits alone.
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
