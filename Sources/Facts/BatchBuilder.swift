/// Collects facts for one batch of a terminal, an import or a server's own log.
///
/// `append` returns false for a fact that needs another batch (another boot, a monotonic clock that ran back, a wall
/// clock that was set, a full batch). The caller then signs this batch and starts the next one with that fact.
package struct BatchBuilder: Sendable {
    /// The time of a fact by its recorder's clock.
    package enum Moment: Sendable, Hashable {
        /// A device: monotonic milliseconds in its boot, and its wall clock's reading in UTC milliseconds.
        case live(boot: UInt64, monotonicMs: UInt64, wallMs: Int64?)
        /// A file: the local time it asserts, in milliseconds since 1970, and the zone in minutes east of UTC.
        case imported(zoneMinutes: Int64, localMs: Int64)
        /// A server: UTC milliseconds.
        case server(wallMs: Int64)
    }

    package let firstSequence: UInt64
    /// The most facts in the batch, 1 … 65,536.
    package let capacity: Int
    package private(set) var facts: [Fact] = []
    private var header: BatchHeader

    /// A wall clock that moves by more than this against the monotonic clock was set. The new reading needs a header,
    /// hence a batch, of its own.
    package static let wallJumpMs: UInt64 = 10_000

    /// - Parameter receipt: the device's latest receipt.
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

    /// Adds a fact and sets its `offsetMs`, rounded down to the tick. Returns false if the fact needs another batch.
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

    /// Encodes the collected facts as a body.
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

    /// Returns whether the wall clock advanced with the monotonic clock since the header's reading.
    private func isSameReading(_ wall: Int64?, _ elapsed: Int64) -> Bool {
        guard let wall, let first = header.wallMs else { return wall == nil && header.wallMs == nil }
        return (wall &- first &- elapsed).magnitude <= Self.wallJumpMs
    }

    /// Returns milliseconds since the header's time; nil if the moment needs another batch.
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
            // A server's clock may step back a little; the facts keep their order.
            return overflow ? nil : max(elapsed, last)
        case (.live, _), (.imported, _), (.server, _): return nil
        }
    }
}
