/// True time as far as it is known: UTC milliseconds, both ends included; `.min` and `.max` where nothing bounds it.
package struct TimeInterval: Sendable, Hashable {
    package var earliestMs: Int64
    package var latestMs: Int64

    package init(earliestMs: Int64 = .min, latestMs: Int64 = .max) {
        self.earliestMs = earliestMs
        self.latestMs = latestMs
    }

    package static let unbounded = TimeInterval()

    /// The bounds deny each other: something that they rest on is untrue.
    package var isContradictory: Bool { earliestMs > latestMs }

    package var isBounded: Bool { earliestMs > .min && latestMs < .max }

    /// The bounds lie no further apart than this. False for a side without a bound.
    func isWithin(_ milliseconds: Int64) -> Bool {
        isBounded && latestMs &- earliestMs <= milliseconds
    }

    /// The intersection of both intervals.
    package func intersected(_ other: TimeInterval) -> TimeInterval {
        TimeInterval(
            earliestMs: max(earliestMs, other.earliestMs), latestMs: min(latestMs, other.latestMs))
    }

    /// The same moved by `distance`; a side without a bound stays so. All numbers are below 2^53, so nothing overflows.
    func moved(_ distance: ClosedRange<Int64>) -> TimeInterval {
        TimeInterval(
            earliestMs: earliestMs == .min ? .min : earliestMs &+ distance.lowerBound,
            latestMs: latestMs == .max ? .max : latestMs &+ distance.upperBound)
    }
}

/// How far a device's monotonic clock is trusted.
package enum Drift {
    /// It runs fast or slow by at most 1 in 2,000: what a kernel may slew a clock by (500 ppm), and five times what a bad
    /// quartz does.
    static let divisor: Int64 = 2000

    /// True milliseconds that may have passed while the monotonic clock went on by `milliseconds`, or back if negative.
    package static func elapsed(_ milliseconds: Int64) -> ClosedRange<Int64> {
        guard milliseconds != 0 else { return 0...0 }
        let drift = Int64((milliseconds.magnitude / UInt64(divisor)) + 1)
        return milliseconds &- drift...milliseconds &+ drift
    }
}
