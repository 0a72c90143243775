/// A point in time: UTC milliseconds since 1970.
package struct Instant: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    @inlinable package init(_ milliseconds: Int64) { self.milliseconds = milliseconds }

    @inlinable package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// Clamps at the ends of `Int64`.
    package func adding(milliseconds delta: Int64) -> Instant {
        let (sum, overflow) = milliseconds.addingReportingOverflow(delta)
        return Instant(overflow ? (delta < 0 ? .min : .max) : sum)
    }
}
