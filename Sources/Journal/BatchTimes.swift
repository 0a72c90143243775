package import Facts
package import Vocabulary

/// When a fact was made, and the evidence for it.
package struct FactTime: Sendable, Hashable {
    package var interval: TimeInterval
    package var basis: TimeBasis
    /// The instant to display: UTC milliseconds, inside the interval if it is bounded; nil if there is no evidence.
    package var shownMs: Int64?

    package init(interval: TimeInterval, basis: TimeBasis, shownMs: Int64?) {
        self.interval = interval
        self.basis = basis
        self.shownMs = shownMs
    }
}

/// The relation of a fact's time to the slot of its venue code.
package enum SlotRelation: Sendable, Hashable {
    case good
    /// Certainly after the code was valid.
    case expired
    /// Certainly before the code was shown.
    case future
    /// The interval does not tell whether the code was still valid.
    case uncertain
}

/// Finds when the facts of one batch were made (SYN-8): from proof where that bounds the time, else from the wall clock
/// where contacts confirm it, and never later than the batch arrived.
package struct BatchTimes: Sendable {
    private let batch: DecodedBatch
    private let clock: TerminalClock
    private let receivedMs: Int64
    private let isServer: Bool
    /// The device's receipt, if its token verifies.
    private let receipt: BatchHeader.Receipt?

    /// A measured interval wider than this gives way to the confirmed wall clock.
    private static let measuredMs = 2 * TerminalClock.toleranceMs

    /// - Parameters:
    ///   - clock: the clock of the terminal that recorded the batch.
    ///   - receivedMs: when the server first received it, UTC milliseconds.
    ///   - isServer: the batch is of the server's own log, whose clock is authoritative.
    ///   - isReceiptGenuine: the header's receipt verifies; a forged one is no evidence.
    package init(
        _ batch: DecodedBatch, clock: TerminalClock, receivedMs: Int64, isServer: Bool, isReceiptGenuine: Bool
    ) {
        self.batch = batch
        self.clock = clock
        self.receivedMs = receivedMs
        self.isServer = isServer
        receipt = isReceiptGenuine ? batch.header.receipt : nil
    }

    /// - Parameter row: must be in the batch.
    package func time(of row: Int) -> FactTime {
        switch batch.header.timebase {
        case .imported(let zoneMinutes, let localMs):
            return asserted(localMs &+ batch.offsetMs(row) &- zoneMinutes &* 60_000)
        case .none:
            guard isServer, let wallMs = batch.wallMs(row) else {
                return unknown(TimeInterval(latestMs: receivedMs), row)
            }
            return FactTime(
                interval: TimeInterval(earliestMs: wallMs, latestMs: wallMs), basis: .measured, shownMs: wallMs)
        case .boot(let boot, _):
            return live(row, boot)
        }
    }

    /// The same for a fact recorded with the slot of a venue code. The code was not shown before its slot began, and is
    /// valid for `toleranceMs` longer than the slot.
    package func time(
        of row: Int, slot: UInt64, periodMs: Int64, toleranceMs: Int64
    ) -> (time: FactTime, slot: SlotRelation) {
        var time = time(of: row)
        // Beyond any date, and small enough to multiply by a day's milliseconds.
        guard slot < 1 << 34 else { return (time, .future) }
        let begins = Int64(slot) &* periodMs
        let ends = begins &+ periodMs &+ toleranceMs
        if begins > time.interval.latestMs { return (time, .future) }
        if time.interval.earliestMs >= ends { return (time, .expired) }
        if isServer { return (time, .good) }
        time.interval.earliestMs = max(time.interval.earliestMs, begins)
        // The wall clock agrees with the code, so both bounds apply.
        if time.basis == .clocksWord { time.interval.latestMs = min(time.interval.latestMs, ends &- 1) }
        let isKnown = time.interval.latestMs < ends || time.interval.isWithin(Self.measuredMs)
        return (time.shownInside, isKnown ? .good : .uncertain)
    }

    private func live(_ row: Int, _ boot: UInt64) -> FactTime {
        guard let from = batch.monotonicMs(row)?.ms else { return unknown(TimeInterval(latestMs: receivedMs), row) }
        // The first fact's time is exact; the others are rounded down to the tick.
        let moment = from...from &+ (batch.offsetMs(row) == 0 && row == 0 ? 0 : batch.header.tickMs &- 1)
        let arrived = arrival(moment).intersected(behindReceipt(boot, moment))
        let bounds = arrived.isContradictory ? TimeInterval(latestMs: receivedMs) : arrived
        var proven = bounds.intersected(clock.measured(boot: boot, moment))
        if proven.isContradictory { proven = bounds }
        if proven.isWithin(Self.measuredMs) {
            return FactTime(interval: proven, basis: .measured, shownMs: nil).shownInside
        }
        guard let wallMs = batch.header.wallMs,
            let word = clock.word(boot: boot, monotonicMs: from, wallMs: wallMs)
        else { return unknown(proven, row) }
        // The header's wall clock reading, carried to the row.
        let offset = batch.offsetMs(row)
        let grain = Int64(moment.upperBound - moment.lowerBound)
        let said = word.moved(Drift.elapsed(offset).lowerBound...Drift.elapsed(offset &+ grain).upperBound)
        let likely = said.intersected(proven)
        guard !likely.isContradictory else { return unknown(proven, row) }
        return FactTime(interval: likely, basis: .clocksWord, shownMs: nil).shownInside
    }

    /// The latest time of a moment, from the arrival of the batch: its last fact had been recorded by then.
    private func arrival(_ moment: ClosedRange<UInt64>) -> TimeInterval {
        guard let last = batch.monotonicMs(batch.count - 1)?.ms, last > moment.upperBound else {
            return TimeInterval(latestMs: receivedMs)
        }
        return TimeInterval(latestMs: receivedMs &- Drift.elapsed(Int64(last - moment.upperBound)).lowerBound)
    }

    /// The earliest time of a moment, from the receipt: a fact recorded after its arrival is later than its time.
    private func behindReceipt(_ boot: UInt64, _ moment: ClosedRange<UInt64>) -> TimeInterval {
        guard let receipt else { return .unbounded }
        let time = TimeInterval(earliestMs: Int64(receipt.timeMs))
        if receipt.boot < boot { return time }
        guard receipt.boot == boot else { return .unbounded }
        return ClockReading(boot: boot, monotonicMs: receipt.monotonicMs, trueTime: time)
            .carried(to: moment.lowerBound)
    }

    private func asserted(_ utcMs: Int64) -> FactTime {
        guard utcMs <= receivedMs else {
            return FactTime(interval: TimeInterval(latestMs: receivedMs), basis: .unknown, shownMs: receivedMs)
        }
        return FactTime(
            interval: TimeInterval(earliestMs: utcMs, latestMs: utcMs), basis: .asserted, shownMs: utcMs)
    }

    /// Displays the time the wall clock claims, clamped to the interval.
    private func unknown(_ interval: TimeInterval, _ row: Int) -> FactTime {
        let claimed = batch.wallMs(row).map { min(max($0, interval.earliestMs), interval.latestMs) }
        return FactTime(interval: interval, basis: interval.isBounded ? .measured : .unknown, shownMs: claimed)
    }
}

extension FactTime {
    /// Displays the middle of a bounded interval; otherwise clamps the displayed time to the bound.
    fileprivate var shownInside: FactTime {
        var time = self
        if interval.isBounded {
            time.shownMs = interval.earliestMs &+ (interval.latestMs &- interval.earliestMs) / 2
        } else if let shownMs {
            time.shownMs = min(max(shownMs, interval.earliestMs), interval.latestMs)
        }
        return time
    }
}
