/// True time, as far as it is proven: UTC milliseconds, nil for a side that nothing bounds.
package struct TimeInterval: Sendable, Hashable {
    package var earliestMs: Int64?
    package var latestMs: Int64?

    package init(earliestMs: Int64? = nil, latestMs: Int64? = nil) {
        self.earliestMs = earliestMs
        self.latestMs = latestMs
    }

    /// How a time stands to a window.
    package enum Standing: Sendable, Hashable {
        case inside
        case outside
        /// It may be inside and may not: a person decides.
        case uncertain
    }

    /// Whether the bounds deny each other: a clock was tampered with, or an anchor was.
    package var isContradictory: Bool {
        guard let earliestMs, let latestMs else { return false }
        return earliestMs > latestMs
    }

    /// - Parameter window: UTC milliseconds, the end excluded.
    package func standing(in window: Range<Int64>) -> Standing {
        if isContradictory { return .uncertain }
        if let earliestMs, earliestMs >= window.upperBound { return .outside }
        if let latestMs, latestMs < window.lowerBound { return .outside }
        guard let earliestMs, let latestMs else { return .uncertain }
        return earliestMs >= window.lowerBound && latestMs < window.upperBound ? .inside : .uncertain
    }

    /// What both say together.
    package func intersected(_ other: TimeInterval) -> TimeInterval {
        TimeInterval(
            earliestMs: [earliestMs, other.earliestMs].compactMap { $0 }.max(),
            latestMs: [latestMs, other.latestMs].compactMap { $0 }.min())
    }
}

/// Turns the monotonic time of one boot into intervals of true time, from contacts with a server.
///
/// Each anchor only narrows. The monotonic clock may run fast or slow by at most 1 in 2,000 (a bad quartz is off by a
/// tenth of that); what a wall clock shows is never asked.
package struct BootClock: Sendable, Hashable {
    /// At this monotonic time the true time lay in this interval.
    package struct Anchor: Sendable, Hashable {
        package var monotonicMs: UInt64
        package var interval: TimeInterval

        package init(monotonicMs: UInt64, interval: TimeInterval) {
            self.monotonicMs = monotonicMs
            self.interval = interval
        }

        /// A server's answer that said `serverMs`, got at `monotonicMs`, asked for `roundTripMs` before.
        package static func answer(serverMs: Int64, monotonicMs: UInt64, roundTripMs: Int64) -> Anchor {
            let latest = serverMs.addingReportingOverflow(max(0, roundTripMs))
            return Anchor(
                monotonicMs: monotonicMs,
                interval: TimeInterval(earliestMs: serverMs, latestMs: latest.overflow ? nil : latest.partialValue))
        }
    }

    package private(set) var anchors: [Anchor] = []

    package init(_ anchors: [Anchor] = []) { self.anchors = anchors }

    package mutating func add(_ anchor: Anchor) { anchors.append(anchor) }

    /// When a fact at `monotonicMs` happened. `tickMs`: its time was rounded down by less than this.
    package func interval(at monotonicMs: UInt64, tickMs: UInt64 = 1) -> TimeInterval {
        guard let start = Int64(exactly: monotonicMs), let tick = Int64(exactly: tickMs) else { return TimeInterval() }
        let end = start.addingReportingOverflow(max(0, tick - 1))
        guard !end.overflow else { return TimeInterval() }
        var interval = TimeInterval()
        for anchor in anchors {
            interval = interval.intersected(
                TimeInterval(
                    earliestMs: anchor.interval.earliestMs.flatMap { Self.carry($0, from: anchor, to: start, -1) },
                    latestMs: anchor.interval.latestMs.flatMap { Self.carry($0, from: anchor, to: end.partialValue, 1) }
                ))
        }
        return interval
    }

    /// Moves a bound along the monotonic clock, outwards (`side` −1 down, 1 up) by the drift it may have had. Nil when
    /// numbers beyond the calendar overflow: no bound then.
    private static func carry(_ bound: Int64, from anchor: Anchor, to monotonicMs: Int64, _ side: Int64) -> Int64? {
        guard let from = Int64(exactly: anchor.monotonicMs) else { return nil }
        let distance = monotonicMs.subtractingReportingOverflow(from)
        guard !distance.overflow, distance.partialValue != .min else { return nil }
        let drift = abs(distance.partialValue) / 2000 + (distance.partialValue == 0 ? 0 : 1)
        let moved = bound.addingReportingOverflow(distance.partialValue)
        let widened = moved.partialValue.addingReportingOverflow(side * drift)
        return moved.overflow || widened.overflow ? nil : widened.partialValue
    }
}
