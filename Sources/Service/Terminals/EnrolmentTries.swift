import Application
import Domain
import Threads

/// SYN-1a: limits wrong enrolment codes per source. A code of 75 bits that lives for 15 minutes is safe if few guesses
/// are allowed.
///
/// Counted in memory: a guess costs no write, and a restart forgives a handful.
final class EnrolmentTries: Sendable {
    static let codeLifeMs: Int64 = 15 * 60_000
    /// Five wrong codes at once, then one every three minutes.
    private static let budget = Budget(burst: 5, priceMs: codeLifeMs / 5)
    /// The most sources remembered, about 100 bytes each. The one whose time ends first is dropped.
    private static let sources = 10_000

    /// Until when each source's budget is used up.
    private let used = Locked<[LoginSource: Instant]>([:])

    /// Throws for a source that has used up its budget.
    func check(_ call: Call, now: Int64) throws {
        let until = used.withLock { $0[LoginSource(address: call.peer.address)] }
        try Self.budget.check(usedUntil: until ?? Instant(0), at: Instant(now))
    }

    /// Counts a wrong code.
    func failed(_ call: Call, now: Int64) {
        let source = LoginSource(address: call.peer.address)
        used.withLock { used in
            used[source] = Self.budget.spending(usedUntil: used[source] ?? Instant(0), at: Instant(now))
            guard used.count > Self.sources else { return }
            used = used.filter { $0.value > Instant(now) }
            guard used.count > Self.sources, let first = used.min(by: { $0.value < $1.value }) else { return }
            used[first.key] = nil
        }
    }
}
