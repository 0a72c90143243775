/// ACC-5b: failed logins at one account from one source. From the fifth on the wait doubles; the tenth locks for 15
/// minutes. Other accounts and other sources are not affected.
package struct LoginThrottle: Equatable, Sendable {
    package let failures: Int
    package let lastFailure: Instant

    /// No failures: the state at first and after every success.
    package static let clear = LoginThrottle(failures: 0, lastFailure: Instant(0))

    package static let lockFailures = 10
    package static let lockMs: Int64 = 15 * 60_000
    package static let firstDelayFailures = 5
    package static let firstDelayMs: Int64 = 1000

    package init(failures: Int, lastFailure: Instant) {
        self.failures = max(0, failures)
        self.lastFailure = lastFailure
    }

    /// Returns the wait after this many failures: 5 → 1 s, 6 → 2 s … 9 → 16 s, 10 → 15 min.
    package static func delayMs(after failures: Int) -> Int64 {
        if failures >= lockFailures { return lockMs }
        return failures < firstDelayFailures ? 0 : firstDelayMs << Int64(failures - firstDelayFailures)
    }

    /// Returns the milliseconds to wait; 0 if an attempt is allowed. A clock that was set back never makes the wait
    /// longer than its rule.
    package func waitMs(at now: Instant) -> Int64 {
        let delay = Self.delayMs(after: failures)
        let end = lastFailure.adding(milliseconds: delay)
        guard now < end else { return 0 }
        return min(delay, end.milliseconds - max(now, lastFailure).milliseconds)
    }

    /// Throws for an attempt that comes too soon. It is not counted, so that repeated attempts do not extend a lock.
    package func check(at now: Instant) throws(Refusal) {
        let wait = waitMs(at: now)
        guard wait > 0 else { return }
        throw Self.refusal(waitMs: wait)
    }

    static func refusal(waitMs: Int64) -> Refusal {
        let seconds = (waitMs + 999) / 1000
        return Refusal(.locked, "try again in \(seconds) s", zh: "请 \(seconds) 秒后再试").after(milliseconds: waitMs)
    }

    /// Returns the state after a failure. The count restarts after a lock.
    package func failed(at now: Instant) -> LoginThrottle {
        LoginThrottle(failures: failures >= Self.lockFailures ? 1 : failures + 1, lastFailure: now)
    }
}
