/// ACC-4b, ACC-5b: a token bucket of failed logins, codes or calls, stored as one instant: the time until which it is
/// used up. Each use advances that instant by `priceMs`.
package struct Budget: Sendable {
    /// The number of uses available at once.
    package let burst: Int64
    /// The time after which one more use is available, in milliseconds.
    package let priceMs: Int64

    package init(burst: Int64, priceMs: Int64) {
        self.burst = burst
        self.priceMs = priceMs
    }

    /// Failed logins of one source, over all accounts: thirty at once, then two a minute.
    package static let failuresOfSource = Budget(burst: 30, priceMs: 30_000)
    /// Failed logins at one account, from all sources: a hundred at once, then four an hour. Sources from which its
    /// owner has logged in are exempt.
    package static let failuresAtAccount = Budget(burst: 100, priceMs: 15 * 60_000)
    /// Codes requested by one source, over all phones: a hospital's people share one address, and on the first day of
    /// enrolment all of them ask.
    package static let codesOfSource = Budget(burst: 100, priceMs: 6_000)

    /// ATT-6: walk-ins of one source that count without a question: a hall is behind one address, and few of its people are on
    /// no roster. Those beyond wait for a person.
    package static let walkInsOfSource = Budget(burst: 60, priceMs: 10_000)
    /// Walk-ins of one source at all: six hundred at once, then thirty a minute.
    package static let mostWalkInsOfSource = Budget(burst: 600, priceMs: 2_000)

    /// OPS-3: one caller's calls that are refused as not allowed: three hundred at once, then twelve a minute.
    /// Afterwards all calls of the caller wait.
    package static let refusals = Budget(burst: 300, priceMs: 5_000)
    /// Check-ins of one person: six hundred at once, then six a minute. Each is stored for ever.
    package static let checkIns = Budget(burst: 600, priceMs: 10_000)
    /// Other writes of a person without a role: six hundred calls at once, then twelve a minute.
    package static let writesOfPerson = Budget(burst: 600, priceMs: 5_000)

    /// Logins of one account with the right password: sixty at once, then six a minute. Each costs 20 ms of a core.
    package static let logins = Budget(burst: 60, priceMs: 10_000)

    /// Throws while the budget is used up, with the time to wait.
    package func check(usedUntil: Instant, at now: Instant) throws(Refusal) {
        let wait = waitMs(usedUntil: usedUntil, at: now)
        guard wait > 0 else { return }
        throw LoginThrottle.refusal(waitMs: wait)
    }

    package func spending(usedUntil: Instant, at now: Instant) -> Instant {
        max(now, min(usedUntil, full(at: now))).adding(milliseconds: priceMs)
    }

    /// Returns the milliseconds until one more use is available; 0 for at once.
    package func waitMs(usedUntil: Instant, at now: Instant) -> Int64 {
        let used = min(usedUntil, full(at: now)).milliseconds - now.milliseconds
        return max(0, used - (burst - 1) * priceMs)
    }

    /// The instant of a completely used budget: a bound in case the clock was set back.
    private func full(at now: Instant) -> Instant { now.adding(milliseconds: burst * priceMs) }
}
