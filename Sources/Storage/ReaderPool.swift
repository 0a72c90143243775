internal import Threads

/// A few threads that read, each with its own connection, so that questions never wait for the writer. Each job sees
/// one consistent state, which holds every commit answered before the job was submitted.
package final class ReaderPool: Sendable {
    private typealias Job = @Sendable (Result<Database, LaneError>) -> Void

    private let queue: Queue<Job>
    private let threads: [Thread]

    /// - Parameters:
    ///   - capacity: jobs that may wait; beyond it they fail with `LaneError.overloaded`.
    ///   - open: runs on each thread; the file must exist. What it throws is thrown here.
    package init(threads count: Int, capacity: Int = 4096, open: @escaping @Sendable () throws -> Database) throws {
        let queue = Queue<Job>(capacity: capacity)
        self.queue = queue
        var threads: [Thread] = []
        do {
            for number in 0..<count {
                threads.append(
                    try Thread.start("reader-\(number)", opening: open) { database in
                        while let job = queue.take(atMost: 1).first { job(.success(database)) }
                    })
            }
        } catch {
            queue.close()
            for thread in threads { thread.join() }
            throw error
        }
        self.threads = threads
    }

    /// Queues a read; `completion` is called exactly once, on the reader's thread, or here when it cannot be queued.
    package func submit<Value>(
        _ body: @escaping @Sendable (Snapshot) throws -> Value,
        completion: @escaping @Sendable (Result<Value, any Error>) -> Void
    ) {
        let job: Job = { database in
            completion(Result { try database.get().read(body) })
        }
        switch queue.offer(job) {
        case .taken: break
        case .full: job(.failure(.overloaded))
        case .closed: job(.failure(.stopped))
        }
    }

    /// Waits for the answer. For programs and tests with a thread to spare; never on a network loop.
    package func read<Value: Sendable>(_ body: @escaping @Sendable (Snapshot) throws -> Value) throws -> Value {
        let answer = Monitor<Result<Value, any Error>?>(nil)
        submit(body) { result in answer.change { $0 = result } }
        return try answer.wait { $0 }.get()
    }

    /// Refuses new jobs, finishes those that wait, and ends the threads.
    package func stop() {
        queue.close()
        for thread in threads { thread.join() }
    }
}
