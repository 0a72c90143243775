/// An interval of true time: UTC milliseconds, both ends included; `.min` and `.max` where it is unbounded.
package struct TimeInterval: Sendable, Hashable {
    package var earliestMs: Int64
    package var latestMs: Int64

    package init(earliestMs: Int64 = .min, latestMs: Int64 = .max) {
        self.earliestMs = earliestMs
        self.latestMs = latestMs
    }

    package static let unbounded = TimeInterval()

    /// The bounds contradict each other, so some evidence is wrong.
    package var isContradictory: Bool { earliestMs > latestMs }

    package var isBounded: Bool { earliestMs > .min && latestMs < .max }

    /// Returns whether the interval is bounded and no longer than this.
    func isWithin(_ milliseconds: Int64) -> Bool {
        isBounded && latestMs &- earliestMs <= milliseconds
    }

    /// The intersection of both intervals.
    package func intersected(_ other: TimeInterval) -> TimeInterval {
        TimeInterval(
            earliestMs: max(earliestMs, other.earliestMs), latestMs: min(latestMs, other.latestMs))
    }

    /// Shifts both ends by `distance`; an unbounded side stays unbounded. All numbers are below 2^53, so nothing
    /// overflows.
    func moved(_ distance: ClosedRange<Int64>) -> TimeInterval {
        TimeInterval(
            earliestMs: earliestMs == .min ? .min : earliestMs &+ distance.lowerBound,
            latestMs: latestMs == .max ? .max : latestMs &+ distance.upperBound)
    }
}

/// The bound on the error of a device's monotonic clock.
package enum Drift {
    /// The clock runs fast or slow by at most 1 in 2,000: the rate by which a kernel may slew a clock (500 ppm), and
    /// five times the error of a bad quartz.
    static let divisor: Int64 = 2000

    /// Returns the true milliseconds that may have passed while the monotonic clock advanced by `milliseconds`, or
    /// receded if negative.
    package static func elapsed(_ milliseconds: Int64) -> ClosedRange<Int64> {
        guard milliseconds != 0 else { return 0...0 }
        let drift = Int64((milliseconds.magnitude / UInt64(divisor)) + 1)
        return milliseconds &- drift...milliseconds &+ drift
    }
}
