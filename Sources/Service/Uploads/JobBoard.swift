import Threads

/// The unfinished jobs as this process knows them: which are running, and who waits for one.
final class JobBoard: Sendable {
    /// The most jobs whose rows are in memory.
    static let atOnce = 2
    static let ofOnePerson = 4
    static let inAll = 64
    static let waiters = 1000
    /// How soon after the question a waiting caller is notified of a step that is not the last.
    private static let pauseMs: Int64 = 250

    private struct Job {
        let person: UInt64
        var revision: UInt64
        var isWorkedOn = false
        /// Paused after an error; retried at the next tick.
        var isPaused = false
        /// Its file is on its way until it is overdue.
        var arrivesUntilMs: Int64?
    }

    private struct Waiter {
        let job: UInt64
        let seen: UInt64
        let sinceMs: Int64
        let untilMs: Int64
        let tell: @Sendable () -> Void
    }

    private struct State {
        var jobs: [UInt64: Job] = [:]
        var waiters: [UInt64: Waiter] = [:]
        var lastWaiter: UInt64 = 0

        mutating func takeWaiters(where isDue: (Waiter) -> Bool) -> [@Sendable () -> Void] {
            let due = waiters.filter { isDue($0.value) }
            for id in due.keys { waiters[id] = nil }
            return due.values.map(\.tell)
        }
    }

    private let state = Locked(State())

    func hasRoom(for person: UInt64) -> Bool {
        state.withLock { state in
            state.jobs.count < Self.inAll && state.jobs.values.count { $0.person == person } < Self.ofOnePerson
        }
    }

    func isUnfinished(_ job: UInt64) -> Bool { state.withLock { $0.jobs[job] != nil } }

    /// - Parameter arrivesUntilMs: of a job whose file is on its way; nil for one to work on.
    func add(_ job: UInt64, of person: UInt64, revision: UInt64, arrivesUntilMs: Int64? = nil) {
        state.withLock { $0.jobs[job] = Job(person: person, revision: revision, arrivesUntilMs: arrivesUntilMs) }
    }

    /// Returns the jobs whose files have not arrived in time.
    func overdue(now: Int64) -> [UInt64] {
        state.withLock { $0.jobs.filter { $0.value.arrivesUntilMs.map { $0 <= now } ?? false }.map(\.key).sorted() }
    }

    /// Returns the job to start now, if any: the oldest of a person without a running job, else the oldest.
    func next() -> UInt64? {
        state.withLock { state in
            let busy = state.jobs.values.filter(\.isWorkedOn)
            guard busy.count < Self.atOnce else { return nil }
            let waiting = state.jobs.filter {
                !$0.value.isWorkedOn && !$0.value.isPaused && $0.value.arrivesUntilMs == nil
            }
            let served = Set(busy.map(\.person))
            let next = waiting.filter { !served.contains($0.value.person) }.keys.min() ?? waiting.keys.min()
            if let next { state.jobs[next]?.isWorkedOn = true }
            return next
        }
    }

    /// Marks the job as not running for now.
    func pause(_ job: UInt64) {
        state.withLock { state in
            state.jobs[job]?.isWorkedOn = false
            state.jobs[job]?.isPaused = true
        }
    }

    func progressed(_ job: UInt64, revision: UInt64, isLast: Bool, now: Int64) {
        let due = state.withLock { state in
            state.jobs[job]?.revision = revision
            return state.takeWaiters { waiter in
                waiter.job == job && waiter.seen != revision && (isLast || now - waiter.sinceMs >= Self.pauseMs)
            }
        }
        for tell in due { tell() }
    }

    func finished(_ job: UInt64) {
        let due = state.withLock { state in
            state.jobs[job] = nil
            return state.takeWaiters { $0.job == job }
        }
        for tell in due { tell() }
    }

    /// - Returns: a number for `leave`; nil if there is nothing to wait for, and nobody will be notified.
    func wait(
        for job: UInt64, seen: UInt64, from now: Int64, until: Int64, tell: @escaping @Sendable () -> Void
    ) -> UInt64? {
        state.withLock { state in
            guard state.jobs[job]?.revision == seen, state.waiters.count < Self.waiters else { return nil }
            state.lastWaiter += 1
            state.waiters[state.lastWaiter] = Waiter(
                job: job, seen: seen, sinceMs: now, untilMs: until, tell: tell)
            return state.lastWaiter
        }
    }

    func leave(_ waiter: UInt64) { state.withLock { $0.waiters[waiter] = nil } }

    /// Notifies callers whose time has passed, or who have waited long enough for a completed step, and resumes paused
    /// jobs. Call about every second.
    func tick(now: Int64) {
        let due = state.withLock { state in
            for id in state.jobs.keys { state.jobs[id]?.isPaused = false }
            let revisions = state.jobs.mapValues(\.revision)
            return state.takeWaiters { now >= $0.untilMs || revisions[$0.job] != $0.seen }
        }
        for tell in due { tell() }
    }
}
