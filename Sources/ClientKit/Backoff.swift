/// The pauses between tries: each about three times the one before, a random half of it off, so that clients which
/// failed together do not come back together.
package struct Backoff {
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

    /// For who must come back however often it fails: half a second, doubled with every failure up to half a minute, a
    /// random half of it off.
    /// - Parameter random: any byte.
    package static func pauseMs(failures: Int, random: UInt8) -> UInt64 {
        let pauseMs = min(30_000, UInt64(500) << UInt64(min(failures, 6)))
        return pauseMs / 2 + pauseMs * UInt64(random) / 510
    }
}
