/// The pauses between tries: each about three times the one before, a random half of it off, so that clients which
/// failed together do not come back together.
struct Backoff {
    private static let tries = 4
    private static let firstMs: UInt64 = 150

    private var made = 0

    /// Nil when it has been tried often enough.
    /// - Parameter random: any byte.
    mutating func next(atLeast leastMs: UInt64, random: UInt8) -> UInt64? {
        guard made < Self.tries - 1 else { return nil }
        var pauseMs = Self.firstMs
        for _ in 0..<made { pauseMs *= 3 }
        made += 1
        return max(leastMs, pauseMs / 2 + pauseMs * UInt64(random) / 510)
    }
}
