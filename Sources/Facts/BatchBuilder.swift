/// Gathers facts for one batch, for a terminal, an import or a server's own log.
///
/// A fact that does not belong with those before it (another boot, a clock that ran back, a wall clock that was set, a full batch) is turned away;
/// the caller seals what is here and starts the next one with it.
package struct BatchBuilder: Sendable {
    /// When a fact was recorded, by the clock its recorder has.
    package enum Moment: Sendable, Hashable {
        /// A device: monotonic milliseconds in its boot, and what its wall clock shows.
        case live(boot: UInt64, monotonicMs: UInt64, wallMs: Int64?)
        /// A file: the local time it asserts, in milliseconds as the clock face showed it, and the zone.
        case imported(zoneMinutes: Int64, localMs: Int64)
        /// A server: UTC milliseconds.
        case server(wallMs: Int64)
    }

    package let firstSequence: UInt64
    /// The most facts in the batch, 1 … 65,536.
    package let capacity: Int
    package private(set) var facts: [Fact] = []
    private var header: BatchHeader

    /// A wall clock that moved by more than this against the monotonic clock was set: what it shows then is another
    /// reading, and stands in a header of its own.
    package static let wallJumpMs: UInt64 = 10_000

    /// `receipt` is the last one that the device has got.
    package init(
        firstSequence: UInt64, tickMs: UInt64 = 1000, capacity: Int = 1000, receipt: BatchHeader.Receipt? = nil
    ) {
        self.firstSequence = firstSequence
        self.capacity = capacity
        header = BatchHeader(receipt: receipt, tickMs: tickMs)
    }

    package var isEmpty: Bool { facts.isEmpty }

    /// The sequence the next fact gets.
    package var nextSequence: UInt64 { firstSequence + UInt64(facts.count) }

    /// Adds a fact (its `offsetMs` is set here, rounded down to the tick). False when it needs a batch of its own.
    package mutating func append(_ fact: Fact, at moment: Moment) -> Bool {
        guard facts.count < capacity else { return false }
        if facts.isEmpty { start(at: moment) }
        guard let elapsed = elapsed(at: moment), elapsed.magnitude < FactLimits.integer else { return false }
        let tick = Int64(header.tickMs)
        var fact = fact
        fact.offsetMs = elapsed >= 0 ? elapsed / tick * tick : (elapsed - tick + 1) / tick * tick
        facts.append(fact)
        return true
    }

    /// The body of what was gathered.
    package func body() throws(BatchDefect) -> [UInt8] {
        try Batch.encode(header: header, firstSequence: firstSequence, facts: facts)
    }

    private mutating func start(at moment: Moment) {
        switch moment {
        case .live(let boot, let monotonicMs, let wallMs):
            header.timebase = .boot(boot, monotonicMs: monotonicMs)
            header.wallMs = wallMs
        case .imported(let zoneMinutes, let localMs):
            header.timebase = .imported(zoneMinutes: zoneMinutes, localMs: localMs)
            header.wallMs = nil
        case .server(let wallMs):
            header.timebase = .none
            header.wallMs = wallMs
        }
    }

    /// Whether the wall clock has gone on from the header's reading as the monotonic clock has.
    private func isSameReading(_ wall: Int64?, _ elapsed: Int64) -> Bool {
        guard let wall, let first = header.wallMs else { return wall == nil && header.wallMs == nil }
        return (wall &- first &- elapsed).magnitude <= Self.wallJumpMs
    }

    /// Milliseconds since the header's time; nil when the moment belongs to another batch.
    private func elapsed(at moment: Moment) -> Int64? {
        let last = facts.last?.offsetMs ?? 0
        switch (moment, header.timebase) {
        case (.live(let boot, let now, let wall), .boot(let started, let first)):
            guard boot == started, now >= first, let elapsed = Int64(exactly: now - first) else { return nil }
            return elapsed >= last && isSameReading(wall, elapsed) ? elapsed : nil
        case (.imported(let zone, let now), .imported(let firstZone, let first)):
            let (elapsed, overflow) = now.subtractingReportingOverflow(first)
            return zone == firstZone && !overflow ? elapsed : nil
        case (.server(let now), .none):
            let (elapsed, overflow) = now.subtractingReportingOverflow(header.wallMs ?? now)
            // A server's clock may be set back a little: its facts keep their order all the same.
            return overflow ? nil : max(elapsed, last)
        case (.live, _), (.imported, _), (.server, _): return nil
        }
    }
}
