/// One moment of a terminal's boot, as it is known: by a contact with the server, or by the header of a batch.
package struct ClockReading: Sendable, Hashable {
    package var boot: UInt64
    /// Milliseconds since the boot; below 2^53, like all here.
    package var monotonicMs: UInt64
    /// True time at that moment. A header proves nothing of it.
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

    /// A wall clock that has moved by more than a minute against the monotonic clock was set. What a server of time
    /// corrects by less is left to the tolerance of the clock's word.
    private static let jumpMs: UInt64 = 60_000

    /// Whether the wall clock was set between this reading and a later one of the same boot.
    func jumps(to later: ClockReading) -> Bool {
        guard boot == later.boot, let wallMs, let other = later.wallMs else { return false }
        let elapsed = Int64(later.monotonicMs) &- Int64(monotonicMs)
        let drift = elapsed.magnitude / UInt64(Drift.divisor)
        return (other &- wallMs &- elapsed).magnitude > Self.jumpMs + drift
    }

    /// True time at another moment of the same boot, by this contact alone.
    package func carried(to other: UInt64) -> TimeInterval {
        trueTime.moved(Drift.elapsed(Int64(other) &- Int64(monotonicMs)))
    }

    /// By another contact of its boot. Where the two deny each other, one is untrue, or the device's clock is: it stands as
    /// it is.
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
    /// A contact that narrows what the one before it says of its moment by less than this is not worth keeping.
    private static let worthMs: Int64 = 10_000

    /// A contact as it is to be kept, narrowed by the one before it in its boot; nil when it tells too little that is new.
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

    /// Whether a batch's header is to be kept: the first of its boot, or one that shows that the wall clock was set.
    package func isNews(after reading: ClockReading?) -> Bool {
        guard wallMs != nil else { return false }
        guard let reading else { return true }
        return reading.jumps(to: self) || reading.wallMs == nil
    }
}
