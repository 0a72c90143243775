/// ACC-4b, ACC-5b: how many failed logins or codes something may cause in a burst and for ever after, kept as one time:
/// until when it has been used up. One moves that time on by its price.
package struct Budget: Sendable {
    /// So many at once.
    package let burst: Int64
    /// One more after this long.
    package let priceMs: Int64

    package init(burst: Int64, priceMs: Int64) {
        self.burst = burst
        self.priceMs = priceMs
    }

    /// What one source may fail at, over all accounts together: thirty at once, then two a minute.
    package static let failuresOfSource = Budget(burst: 30, priceMs: 30_000)
    /// What all sources together may fail at for one account: a hundred at once, then four an hour. Sources that its owner
    /// has logged in from are not held up by it.
    package static let failuresAtAccount = Budget(burst: 100, priceMs: 15 * 60_000)
    /// Codes that one source may ask for, over all phones together: a hospital's people stand behind one address, and
    /// on the first day of enrolment all of them ask.
    package static let codesOfSource = Budget(burst: 100, priceMs: 6_000)

    /// OPS-3: calls of one caller that are not allowed: three hundred at once, then twelve a minute. Then all calls of the
    /// caller wait.
    package static let refusals = Budget(burst: 300, priceMs: 5_000)
    /// Check-ins of one person: six hundred at once, then six a minute; each is kept for ever.
    package static let checkIns = Budget(burst: 600, priceMs: 10_000)
    /// Whatever else a person without a role may write: six hundred calls at once, then twelve a minute.
    package static let writesOfPerson = Budget(burst: 600, priceMs: 5_000)

    /// Logins of one account with the right password: sixty at once, then six a minute; each costs 20 ms of a core.
    package static let logins = Budget(burst: 60, priceMs: 10_000)

    /// Refuses a login while the budget is used up.
    package func check(usedUntil: Instant, at now: Instant) throws(Refusal) {
        let wait = waitMs(usedUntil: usedUntil, at: now)
        guard wait > 0 else { return }
        throw LoginThrottle.refusal(waitMs: wait)
    }

    package func spending(usedUntil: Instant, at now: Instant) -> Instant {
        max(now, min(usedUntil, full(at: now))).adding(milliseconds: priceMs)
    }

    /// 0 when one more can be afforded.
    package func waitMs(usedUntil: Instant, at now: Instant) -> Int64 {
        let used = min(usedUntil, full(at: now)).milliseconds - now.milliseconds
        return max(0, used - (burst - 1) * priceMs)
    }

    /// Used up to the last: what a clock that was set back makes of it is never more.
    private func full(at now: Instant) -> Instant { now.adding(milliseconds: burst * priceMs) }
}
