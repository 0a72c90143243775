/// A source that the owner of an account has logged in from: guessing elsewhere does not hold it up.
package enum KnownSource {
    package static let lifeMs: Int64 = 30 * 86_400_000

    package static func isKnown(lastSuccess: Instant?, at now: Instant) -> Bool {
        guard let lastSuccess else { return false }
        return now < lastSuccess.adding(milliseconds: lifeMs)
    }
}
