package import Threads

/// A few threads that read, each with its own connection, so that queries never wait for the writer. Each job sees one
/// snapshot that includes every commit answered before the job was submitted. Callers take turns, and each uses one
/// thread at a time.
package final class ReaderPool: Sendable {
    private struct Job {
        let isWanted: @Sendable () -> Bool
        let run: @Sendable (Result<Database, LaneError>) -> Void
    }

    private let queue: FairQueue<Job>
    private let threads: [Thread]

    /// - Parameters:
    ///   - capacity: the most jobs that wait. A caller's jobs beyond its share fail with `LaneError.overloaded`.
    ///   - yields: gives the threads a low priority.
    ///   - open: runs on each thread; the file must exist. Its errors are rethrown here.
    package init(
        _ name: String = "reader", threads count: Int, capacity: Int = 4096, yields: Bool = false,
        open: @escaping @Sendable () throws -> Database
    ) throws {
        let queue = FairQueue<Job>(capacity: capacity, atOnce: 1)
        self.queue = queue
        var threads: [Thread] = []
        do {
            for number in 0..<count {
                threads.append(
                    try Thread.start("\(name)-\(number)", yields: yields, opening: open) { database in
                        while case .value(let job, let origin) = queue.next() {
                            job.run(job.isWanted() ? .success(database) : .failure(.givenUp))
                            queue.done(origin)
                            if yields { Thread.giveWay() }
                        }
                    })
            }
        } catch {
            _ = queue.close()
            for thread in threads { thread.join() }
            throw error
        }
        self.threads = threads
    }

    /// The jobs that wait.
    package var waiting: Int { queue.count }

    /// Queues a read; `completion` is called exactly once, on the reader's thread, or here if it cannot be queued.
    /// - Parameter isWanted: asked when its turn comes; a job that nobody waits for is not started.
    package func submit<Value>(
        from origin: Origin = .server, while isWanted: @escaping @Sendable () -> Bool = { true },
        _ body: @escaping @Sendable (Snapshot) throws -> Value,
        completion: @escaping @Sendable (Result<Value, any Error>) -> Void
    ) {
        let job = Job(isWanted: isWanted) { database in
            completion(Result { try database.get().read(body) })
        }
        switch queue.offer(job, from: origin) {
        case .taken: break
        case .full: job.run(.failure(.overloaded))
        case .closed: job.run(.failure(.stopped))
        }
    }

    /// Waits for the result. For programs and tests with a thread to spare; never on a network loop.
    package func read<Value: Sendable>(_ body: @escaping @Sendable (Snapshot) throws -> Value) throws -> Value {
        let answer = Monitor<Result<Value, any Error>?>(nil)
        submit(body) { result in answer.change { $0 = result } }
        return try answer.wait { $0 }.get()
    }

    /// Refuses new jobs, fails those that wait with `LaneError.stopped`, and ends the threads after their running jobs.
    package func stop() {
        for job in queue.close() { job.run(.failure(.stopped)) }
        for thread in threads { thread.join() }
    }
}
