/// Maps a moment of a terminal's boot to an interval of true time, using the terminal's contacts with the server and
/// the headers of its batches.
package struct TerminalClock: Sendable, Equatable {
    /// Ascending by boot and monotonic time, each narrowed by the others of its boot.
    private let contacts: [ClockReading]
    /// Contacts that reported a wall clock, each with the number of times the wall clock is known to have been set
    /// within a boot up to then.
    private let offsets: [(contact: ClockReading, jumps: Int)]

    /// - Parameter readings: in any order.
    package init(_ readings: [ClockReading] = []) {
        let ordered = readings.sorted { $0.isBefore($1.boot, $1.monotonicMs) }
        contacts = Self.narrowed(ordered.filter(\.isContact))
        var offsets: [(contact: ClockReading, jumps: Int)] = []
        var jumps = 0
        var last: ClockReading?
        for reading in ordered where reading.wallMs != nil {
            if let last, last.jumps(to: reading) { jumps += 1 }
            if reading.isContact { offsets.append((reading, jumps)) }
            last = reading
        }
        self.offsets = offsets
    }

    /// Narrows each contact by its predecessor, then by its successor.
    private static func narrowed(_ contacts: [ClockReading]) -> [ClockReading] {
        var contacts = contacts
        for place in contacts.indices.dropFirst() {
            contacts[place] = contacts[place].narrowed(by: contacts[place - 1])
        }
        for place in contacts.indices.dropLast().reversed() {
            contacts[place] = contacts[place].narrowed(by: contacts[place + 1])
        }
        return contacts
    }

    package static func == (one: TerminalClock, other: TerminalClock) -> Bool {
        one.contacts == other.contacts && one.offsets.map(\.contact) == other.offsets.map(\.contact)
            && one.offsets.map(\.jumps) == other.offsets.map(\.jumps)
    }

    // Proof.

    /// Returns the true time of a moment by the nearest contacts of its boot, one on each side; unbounded if there is
    /// none, or if the two contradict each other.
    /// - Parameter monotonicMs: the range in which the moment lies; more than one millisecond if it was rounded.
    package func measured(boot: UInt64, _ monotonicMs: ClosedRange<UInt64>) -> TimeInterval {
        let next = contacts.firstIndex(after: boot, monotonicMs.lowerBound) { $0 }
        var interval = TimeInterval.unbounded
        for place in [next - 1, next] where contacts.indices.contains(place) && contacts[place].boot == boot {
            interval = interval.intersected(contacts[place].carried(to: monotonicMs))
        }
        return interval.isContradictory ? .unbounded : interval
    }

    // Confirmed wall clock.

    /// The tolerance of a confirmed wall clock, five minutes.
    package static let toleranceMs: Int64 = 5 * 60_000

    /// Returns the true time of a moment at which the wall clock showed `wallMs`, if contacts confirm the wall clock:
    /// it had the same offset at the contacts before and after, whatever their boot, and is not known to have been set
    /// between them.
    package func word(boot: UInt64, monotonicMs: UInt64, wallMs: Int64) -> TimeInterval? {
        let next = offsets.firstIndex(after: boot, monotonicMs) { $0.contact }
        guard next > 0, next < offsets.count, offsets[next - 1].jumps == offsets[next].jumps else { return nil }
        let (before, after) = (offsets[next - 1].contact.offset, offsets[next].contact.offset)
        let lowest = min(before.lowerBound, after.lowerBound)
        let highest = max(before.upperBound, after.upperBound)
        let tolerance = Self.toleranceMs
        guard highest &- lowest <= tolerance else { return nil }
        // A clock that was right at both contacts is taken to have been right between them, and one with an offset to
        // have kept it.
        if lowest >= -tolerance, highest <= tolerance {
            return TimeInterval(earliestMs: wallMs &- tolerance, latestMs: wallMs &+ tolerance)
        }
        return TimeInterval(
            earliestMs: wallMs &+ lowest &- tolerance, latestMs: wallMs &+ highest &+ tolerance)
    }
}

extension ClockReading {
    /// Returns the true time of a moment of the same boot within this range.
    fileprivate func carried(to range: ClosedRange<UInt64>) -> TimeInterval {
        TimeInterval(
            earliestMs: carried(to: range.lowerBound).earliestMs, latestMs: carried(to: range.upperBound).latestMs)
    }

    /// The amount to add to a contact's wall clock to get true time.
    fileprivate var offset: ClosedRange<Int64> {
        guard let wallMs, isContact else { return 0...0 }
        return trueTime.earliestMs &- wallMs...trueTime.latestMs &- wallMs
    }
}

extension Array {
    /// Returns the index of the first element later than a moment, or the count. The array must ascend.
    fileprivate func firstIndex(
        after boot: UInt64, _ monotonicMs: UInt64, _ reading: (Element) -> ClockReading
    ) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            let found = reading(self[middle])
            if (found.boot, found.monotonicMs) > (boot, monotonicMs) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
