package import Facts

/// When a fact was made, and on what that rests.
package struct FactTime: Sendable, Hashable {
    package enum Basis: UInt8, Sendable, CaseIterable {
        /// The server's own clock, or contacts with it on the device's monotonic clock.
        case measured = 1
        /// The device's wall clock, which contacts before and after vouch for.
        case clocksWord = 2
        /// A file says so.
        case asserted = 3
        /// Nothing bounds it on both sides.
        case unknown = 4
    }

    package var interval: TimeInterval
    package var basis: Basis
    /// The one instant to show: UTC milliseconds, inside the interval where that allows; nil where nothing tells.
    package var shownMs: Int64?

    package init(interval: TimeInterval, basis: Basis, shownMs: Int64?) {
        self.interval = interval
        self.basis = basis
        self.shownMs = shownMs
    }
}

/// The evidence in the slot of a venue code that was recorded with a fact.
package enum SlotStanding: Sendable, Hashable {
    case good
    /// Certainly later than the code was good.
    case expired
    /// Certainly earlier than it was shown.
    case future
    /// Nobody can tell whether it was still good.
    case uncertain
}

/// When the facts of one batch were made (SYN-8): by proof where that bounds it, else on the wall clock's word where
/// that may be taken, and never later than the batch came.
package struct BatchTimes: Sendable {
    private let batch: DecodedBatch
    private let clock: TerminalClock
    private let receivedMs: Int64
    private let isServer: Bool
    /// The device's receipt, if the server has made it.
    private let receipt: BatchHeader.Receipt?

    /// Wider than this a measured interval gives way to the clock's word.
    private static let measuredMs = 2 * TerminalClock.toleranceMs

    /// - Parameters:
    ///   - clock: of the terminal that recorded it.
    ///   - receivedMs: when the server had it first.
    ///   - isServer: of the server's own log, whose clock is the true one.
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

    /// - Parameter row: one of the batch's.
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

    /// The same for a fact recorded with the slot of a venue code, which was not shown before its slot began and is good
    /// for a little longer than it lasts.
    package func time(
        of row: Int, slot: UInt64, periodMs: Int64, toleranceMs: Int64
    ) -> (time: FactTime, standing: SlotStanding) {
        var time = time(of: row)
        // Beyond any date, and small enough to multiply by a day's milliseconds.
        guard slot < 1 << 34 else { return (time, .future) }
        let begins = Int64(slot) &* periodMs
        let ends = begins &+ periodMs &+ toleranceMs
        if begins > time.interval.latestMs { return (time, .future) }
        if time.interval.earliestMs >= ends { return (time, .expired) }
        if isServer { return (time, .good) }
        time.interval.earliestMs = max(time.interval.earliestMs, begins)
        // The clock's word agrees with the code's, and both together are more exact.
        if time.basis == .clocksWord { time.interval.latestMs = min(time.interval.latestMs, ends &- 1) }
        let isKnown = time.interval.latestMs < ends || time.interval.isWithin(Self.measuredMs)
        return (time.shownInside, isKnown ? .good : .uncertain)
    }

    // A device's

    private func live(_ row: Int, _ boot: UInt64) -> FactTime {
        guard let from = batch.monotonicMs(row)?.ms else { return unknown(TimeInterval(latestMs: receivedMs), row) }
        // The first fact's time is exact, the others' are rounded down to the tick.
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
        // The header's reading, carried to the row.
        let offset = batch.offsetMs(row)
        let grain = Int64(moment.upperBound - moment.lowerBound)
        let said = word.moved(Drift.elapsed(offset).lowerBound...Drift.elapsed(offset &+ grain).upperBound)
        let likely = said.intersected(proven)
        guard !likely.isContradictory else { return unknown(proven, row) }
        return FactTime(interval: likely, basis: .clocksWord, shownMs: nil).shownInside
    }

    /// The whole batch had come by then, its last fact as well.
    private func arrival(_ moment: ClosedRange<UInt64>) -> TimeInterval {
        guard let last = batch.monotonicMs(batch.count - 1)?.ms, last > moment.upperBound else {
            return TimeInterval(latestMs: receivedMs)
        }
        return TimeInterval(latestMs: receivedMs &- Drift.elapsed(Int64(last - moment.upperBound)).lowerBound)
    }

    /// After the receipt came, it was later than the receipt says.
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

    /// Shown where the wall clock claims it was, as far as the proof allows.
    private func unknown(_ interval: TimeInterval, _ row: Int) -> FactTime {
        let claimed = batch.wallMs(row).map { min(max($0, interval.earliestMs), interval.latestMs) }
        return FactTime(interval: interval, basis: interval.isBounded ? .measured : .unknown, shownMs: claimed)
    }
}

extension FactTime {
    /// Shown in the middle of its interval; where that has one side only, at it or where it is shown already.
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
