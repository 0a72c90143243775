/// A piece of writing work, and who is told what became of it.
package struct Command: Sendable {
    let work: Work

    /// - Parameters:
    ///   - body: runs inside the transaction; may run more than once before `completion` is called.
    ///   - completion: called exactly once, on the thread that commits, after the commit. A success is durable. It must
    ///     be quick: the next commit waits for it.
    package init<Value>(
        _ body: @escaping @Sendable (Transaction) throws -> Value,
        completion: @escaping @Sendable (Result<Value, any Error>) -> Void
    ) {
        work = WorkOf(body, completion)
    }
}

/// What a command is made of, in one allocation: there is one for every call.
class Work: @unchecked Sendable {
    // Sendable by hand: what it keeps between `run` and the answer is touched by the thread that commits alone.

    /// Does the work inside the transaction, keeping its value for `succeed`.
    func run(_ transaction: Transaction) throws {}
    func succeed() {}
    func fail(_ error: any Error) {}
}

private final class WorkOf<Value>: Work, @unchecked Sendable {
    // Sendable by hand, as its parent: `value` is touched by the thread that commits alone.
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

    override func run(_ transaction: Transaction) throws {
        value = nil
        value = try body(transaction)
    }

    override func succeed() {
        guard let value else { preconditionFailure("a command that was not run cannot succeed") }
        self.value = nil
        completion(.success(value))
    }

    override func fail(_ error: any Error) {
        value = nil
        completion(.failure(error))
    }
}
