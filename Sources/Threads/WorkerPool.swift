/// A few threads for slow work (password hashing, documents, HTTP out), which must not run on a network loop, on the
/// writer lane or in Swift's default pool.
package final class WorkerPool: Sendable {
    private let queue: Queue<@Sendable () -> Void>
    private let threads: [Thread]

    /// - Parameter capacity: jobs that may wait; beyond it `submit` refuses.
    package init(name: String, threads count: Int, capacity: Int) {
        let queue = Queue<@Sendable () -> Void>(capacity: capacity)
        self.queue = queue
        threads = (0..<count).map { number in
            Thread.start("\(name)-\(number)") {
                while let job = queue.take(atMost: 1).first { job() }
            }
        }
    }

    /// False when the pool is full or stopped: answer "busy, retry later".
    package func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
        switch queue.offer(job) {
        case .taken: true
        case .full, .closed: false
        }
    }

    /// Refuses new jobs, finishes those that wait, and joins the threads.
    package func stop() {
        queue.close()
        for thread in threads { thread.join() }
    }
}
