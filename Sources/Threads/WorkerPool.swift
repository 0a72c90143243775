/// A few threads for slow work (password hashing, documents, outgoing HTTP), which must not run on a network loop, on
/// the writer lane or in Swift's default pool; loops, readers and the writer have priority. Callers take turns, and
/// each uses one thread at a time.
package final class WorkerPool: Sendable {
    private struct Job {
        let isWanted: @Sendable () -> Bool
        let run: @Sendable () -> Void
        let drop: @Sendable () -> Void
    }

    private let queue: FairQueue<Job>
    private let threads: [Thread]

    /// - Parameter capacity: the most jobs that wait; a caller's jobs beyond its share are refused.
    package init(name: String, threads count: Int, capacity: Int) {
        let queue = FairQueue<Job>(capacity: capacity, atOnce: 1)
        self.queue = queue
        threads = (0..<count).map { number in
            Thread.start("\(name)-\(number)", yields: true) {
                while case .value(let job, let origin) = queue.next() {
                    if job.isWanted() { job.run() } else { job.drop() }
                    queue.done(origin)
                }
            }
        }
    }

    /// The jobs that wait.
    package var waiting: Int { queue.count }

    /// Returns false if the caller has no room left or the pool is stopped: answer "busy, retry later".
    /// - Parameters:
    ///   - isWanted: called when the job's turn comes; the job is dropped if it returns false.
    ///   - drop: called instead of `run` for a job that is not started.
    package func submit(
        from origin: Origin, while isWanted: @escaping @Sendable () -> Bool, drop: @escaping @Sendable () -> Void,
        run: @escaping @Sendable () -> Void
    ) -> Bool {
        queue.offer(Job(isWanted: isWanted, run: run, drop: drop), from: origin) == .taken
    }

    /// Refuses new jobs and drops those that wait.
    package func refuse() {
        for job in queue.close() { job.drop() }
    }

    /// Waits for the running jobs, after `refuse`.
    package func join() {
        for thread in threads { thread.join() }
    }
}
