import Application
import Messages
import Storage
import Threads

/// The server's threads: one writer lane, a few snapshot readers, a few workers for what is slow.
struct ThreadedExecutor: Executor {
    let writer: WriterLane
    let readers: ReaderPool
    let workers: WorkerPool

    func write(_ command: Command) { writer.submit(command) }

    func read<Result: Sendable>(
        _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        readers.submit(query, completion: done)
    }

    func slow<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        let isTaken = workers.submit { done(Swift.Result(catching: work)) }
        if !isTaken { done(.failure(Refused(.busy, retryAfterMs: 1000))) }
    }
}
