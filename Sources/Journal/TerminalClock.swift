/// A terminal's clocks, as far as its contacts with the server and the headers of its batches tell: turns a moment of a
/// boot into an interval of true time.
package struct TerminalClock: Sendable, Equatable {
    /// Ascending by boot and monotonic time, each narrowed by those of its boot.
    private let contacts: [ClockReading]
    /// Contacts whose device showed a wall clock, with the number of times that the wall clock was seen to be set within a
    /// boot up to then.
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

    /// Each contact says something of the one behind it, then of the one before it.
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

    // By proof

    /// True time of a moment by the nearest contacts of its boot, one on each side; unbounded without any, and where the
    /// two deny each other.
    /// - Parameter monotonicMs: the moment lies in here; more than one millisecond where it was rounded.
    package func measured(boot: UInt64, _ monotonicMs: ClosedRange<UInt64>) -> TimeInterval {
        let next = contacts.firstIndex(after: boot, monotonicMs.lowerBound) { $0 }
        var interval = TimeInterval.unbounded
        for place in [next - 1, next] where contacts.indices.contains(place) && contacts[place].boot == boot {
            interval = interval.intersected(contacts[place].carried(to: monotonicMs))
        }
        return interval.isContradictory ? .unbounded : interval
    }

    // By the wall clock's word

    /// A clock at its word is right to within five minutes.
    package static let toleranceMs: Int64 = 5 * 60_000

    /// True time of a moment at which the wall clock showed `wallMs`, if the wall clock is to be taken at its word: it was
    /// off by the same at the contacts before and after, whatever their boot, and was not seen to be set between them.
    package func word(boot: UInt64, monotonicMs: UInt64, wallMs: Int64) -> TimeInterval? {
        let next = offsets.firstIndex(after: boot, monotonicMs) { $0.contact }
        guard next > 0, next < offsets.count, offsets[next - 1].jumps == offsets[next].jumps else { return nil }
        let (before, after) = (offsets[next - 1].contact.offset, offsets[next].contact.offset)
        let lowest = min(before.lowerBound, after.lowerBound)
        let highest = max(before.upperBound, after.upperBound)
        let tolerance = Self.toleranceMs
        guard highest &- lowest <= tolerance else { return nil }
        // A clock that was right is held to have stayed right, one that was off by hours to have stayed so.
        if lowest >= -tolerance, highest <= tolerance {
            return TimeInterval(earliestMs: wallMs &- tolerance, latestMs: wallMs &+ tolerance)
        }
        return TimeInterval(
            earliestMs: wallMs &+ lowest &- tolerance, latestMs: wallMs &+ highest &+ tolerance)
    }
}

extension ClockReading {
    /// True time at a moment of the same boot that lies in here.
    fileprivate func carried(to range: ClosedRange<UInt64>) -> TimeInterval {
        TimeInterval(
            earliestMs: carried(to: range.lowerBound).earliestMs, latestMs: carried(to: range.upperBound).latestMs)
    }

    /// The amount to add to the wall clock of a contact.
    fileprivate var offset: ClosedRange<Int64> {
        guard let wallMs, isContact else { return 0...0 }
        return trueTime.earliestMs &- wallMs...trueTime.latestMs &- wallMs
    }
}

extension Array {
    /// The first of an ascending array that is later than a moment; the count when none is.
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
