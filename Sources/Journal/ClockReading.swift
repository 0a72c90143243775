/// One moment of a terminal's boot, known from a contact with the server or from a batch's header.
package struct ClockReading: Sendable, Hashable {
    package var boot: UInt64
    /// Milliseconds since the boot; below 2^53, like all numbers here.
    package var monotonicMs: UInt64
    /// True time at that moment; unbounded for a header, which proves nothing.
    package var trueTime: TimeInterval
    /// The wall clock's reading; nil for a device without one.
    package var wallMs: Int64?

    package init(
        boot: UInt64, monotonicMs: UInt64, trueTime: TimeInterval = .unbounded, wallMs: Int64? = nil
    ) {
        self.boot = boot
        self.monotonicMs = monotonicMs
        self.trueTime = trueTime
        self.wallMs = wallMs
    }

    package var isContact: Bool { trueTime.isBounded }

    /// A wall clock that moves by more than a minute against the monotonic clock was set. A smaller correction by a
    /// time server is within the tolerance of a confirmed wall clock.
    private static let jumpMs: UInt64 = 60_000

    /// Returns whether the wall clock was set between this reading and a later one of the same boot.
    func jumps(to later: ClockReading) -> Bool {
        guard boot == later.boot, let wallMs, let other = later.wallMs else { return false }
        let elapsed = Int64(later.monotonicMs) &- Int64(monotonicMs)
        let drift = elapsed.magnitude / UInt64(Drift.divisor)
        return (other &- wallMs &- elapsed).magnitude > Self.jumpMs + drift
    }

    /// Returns the true time at another moment of the same boot, from this contact alone.
    package func carried(to other: UInt64) -> TimeInterval {
        trueTime.moved(Drift.elapsed(Int64(other) &- Int64(monotonicMs)))
    }

    /// Narrows the interval by another contact of the same boot. If the two contradict each other, one is wrong or the
    /// device's clock is; this one is returned unchanged.
    package func narrowed(by other: ClockReading) -> ClockReading {
        guard boot == other.boot else { return self }
        var narrowed = self
        narrowed.trueTime = trueTime.intersected(other.carried(to: monotonicMs))
        return narrowed.trueTime.isContradictory ? self : narrowed
    }

    func isBefore(_ boot: UInt64, _ monotonicMs: UInt64) -> Bool {
        (self.boot, self.monotonicMs) < (boot, monotonicMs)
    }
}

extension ClockReading {
    /// A contact that narrows the interval known from the preceding one by less than this is not stored.
    private static let worthMs: Int64 = 10_000

    /// Returns the contact to store, narrowed by the preceding one of its boot; nil if it adds too little.
    /// - Parameters:
    ///   - contact: the last contact of its boot that is not later.
    ///   - reading: the last reading of its boot that is not later, contact or header.
    package func kept(behind contact: ClockReading?, after reading: ClockReading?) -> ClockReading? {
        guard let contact else { return self }
        let carried = contact.carried(to: monotonicMs)
        if carried.intersected(trueTime).isContradictory { return self }
        let kept = narrowed(by: contact)
        let known = carried.latestMs &- carried.earliestMs
        let isTelling = known &- (kept.trueTime.latestMs &- kept.trueTime.earliestMs) >= Self.worthMs
        return isTelling || reading?.jumps(to: self) == true || (contact.wallMs == nil && wallMs != nil) ? kept : nil
    }

    /// Returns whether to store a batch's header: the first of its boot, or one that shows that the wall clock was set.
    package func isNews(after reading: ClockReading?) -> Bool {
        guard wallMs != nil else { return false }
        guard let reading else { return true }
        return reading.jumps(to: self) || reading.wallMs == nil
    }
}
