/// A source from which an account's owner has logged in: guesses from elsewhere do not block it.
package enum KnownSource {
    package static let lifeMs: Int64 = 30 * 86_400_000

    package static func isKnown(lastSuccess: Instant?, at now: Instant) -> Bool {
        guard let lastSuccess else { return false }
        return now < lastSuccess.adding(milliseconds: lifeMs)
    }
}
