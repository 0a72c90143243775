/// The offsets of one time zone as a table, so that the domain needs no zone database. The service makes it from an
/// IANA name.
package struct ZoneRule: Equatable, Sendable {
    package struct Transition: Equatable, Sendable {
        package let at: Instant
        /// East of UTC, from this instant on.
        package let offsetSeconds: Int32

        package init(at: Instant, offsetSeconds: Int32) {
            self.at = at
            self.offsetSeconds = offsetSeconds
        }
    }

    /// The offset before the first transition.
    package let initialOffsetSeconds: Int32
    package let transitions: [Transition]

    /// China has had one offset and no summer time since 1992.
    package static let china = ZoneRule(offsetSeconds: 8 * 3600)
    package static let utc = ZoneRule(offsetSeconds: 0)

    static let dayMs: Int64 = 86_400_000

    package init(offsetSeconds: Int32) {
        initialOffsetSeconds = offsetSeconds
        transitions = []
    }

    /// Returns nil if transitions do not ascend or an offset exceeds ±24 hours.
    package init?(initialOffsetSeconds: Int32, transitions: [Transition]) {
        let offsets = [initialOffsetSeconds] + transitions.map(\.offsetSeconds)
        guard offsets.allSatisfy({ $0 > -86_400 && $0 < 86_400 }),
            zip(transitions, transitions.dropFirst()).allSatisfy({ $0.at < $1.at })
        else { return nil }
        self.initialOffsetSeconds = initialOffsetSeconds
        self.transitions = transitions
    }

    package func offsetMs(at instant: Instant) -> Int64 {
        let index = transitions.firstIndex { instant < $0.at } ?? transitions.count
        return offsetMs(ofPeriod: index)
    }

    /// Returns the local day and the milliseconds since its midnight.
    package func local(_ instant: Instant) -> (day: Day, milliseconds: Int64) {
        let shown = instant.adding(milliseconds: offsetMs(at: instant)).milliseconds
        var day = shown / Self.dayMs
        var rest = shown % Self.dayMs
        if rest < 0 {
            rest += Self.dayMs
            day -= 1
        }
        return (Day(Int32(clamping: day)), rest)
    }

    package func day(of instant: Instant) -> Day { local(instant).day }

    /// Formats local time: `2026-10-02 08:59:01`.
    package func clock(_ instant: Instant) -> String {
        let (day, milliseconds) = local(instant)
        let seconds = milliseconds / 1000
        return "\(day) \(digits(seconds / 3600, 2)):\(digits(seconds / 60 % 60, 2)):\(digits(seconds % 60, 2))"
    }

    /// Formats local time with its distance from UTC: `2026-10-02 08:59:01+08`.
    package func stamp(_ instant: Instant) -> String { clock(instant) + offset(at: instant) }

    /// `+08`, `-03:30`.
    package func offset(at instant: Instant) -> String {
        let minutes = offsetMs(at: instant) / 60_000
        let (hours, rest) = (Int(minutes.magnitude / 60), Int(minutes.magnitude % 60))
        return (minutes < 0 ? "-" : "+") + digits(hours, 2) + (rest == 0 ? "" : ":" + digits(rest, 2))
    }

    /// Returns the instant of a local time; minute 1440 is the next midnight. For an ambiguous time the first instant;
    /// for a skipped time that of the transition.
    package func instant(_ day: Day, minute: Int = 0) -> Instant {
        let shown = Int64(day.number) * Self.dayMs + Int64(minute) * 60_000
        for index in 0...transitions.count {
            let candidate = Instant(shown - offsetMs(ofPeriod: index))
            if index < transitions.count, candidate >= transitions[index].at { continue }
            return index > 0 ? max(candidate, transitions[index - 1].at) : candidate
        }
        return Instant(shown - offsetMs(ofPeriod: transitions.count))
    }

    private func offsetMs(ofPeriod index: Int) -> Int64 {
        Int64(index == 0 ? initialOffsetSeconds : transitions[index - 1].offsetSeconds) * 1000
    }
}
