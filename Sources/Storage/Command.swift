/// A piece of writing work, and who is told what became of it.
package struct Command: Sendable {
    /// Gives what to do once the commit has made the work durable.
    let run: @Sendable (Transaction) throws -> () -> Void
    let fail: @Sendable (any Error) -> Void

    /// - Parameters:
    ///   - body: runs inside the transaction; may run more than once before `completion` is called.
    ///   - completion: called exactly once, on the thread that commits, after the commit. A success is durable. It must
    ///     be quick: the next commit waits for it.
    package init<Value>(
        _ body: @escaping @Sendable (Transaction) throws -> Value,
        completion: @escaping @Sendable (Result<Value, any Error>) -> Void
    ) {
        run = { transaction in
            let value = try body(transaction)
            return { completion(.success(value)) }
        }
        fail = { completion(.failure($0)) }
    }
}
