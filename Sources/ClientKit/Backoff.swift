/// The pauses between attempts: each about three times the one before, minus a random half, so that clients that failed
/// together do not retry together.
package struct Backoff {
    private static let tries = 4
    private static let firstMs: UInt64 = 150

    private var made = 0

    /// Returns the next pause in milliseconds; nil after the last attempt.
    /// - Parameter random: any byte.
    mutating func next(atLeast leastMs: UInt64, random: UInt8) -> UInt64? {
        guard made < Self.tries - 1 else { return nil }
        var pauseMs = Self.firstMs
        for _ in 0..<made { pauseMs *= 3 }
        made += 1
        return max(leastMs, pauseMs / 2 + pauseMs * UInt64(random) / 510)
    }

    /// The pause for a client that retries for ever: half a second, doubled with every failure up to half a minute,
    /// minus a random half.
    /// - Parameter random: any byte.
    package static func pauseMs(failures: Int, random: UInt8) -> UInt64 {
        let pauseMs = min(30_000, UInt64(500) << UInt64(min(failures, 6)))
        return pauseMs / 2 + pauseMs * UInt64(random) / 510
    }
}
