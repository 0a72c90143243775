/// A time window of a round, with an exclusive end.
package struct IntakeWindow: Equatable, Sendable {
    package let from: Instant
    /// Exclusive.
    package let to: Instant

    package init(from: Instant, to: Instant) {
        self.from = from
        self.to = to
    }

    package enum Position: Equatable, Sendable {
        case before
        case inside
        case after
    }

    package func position(of now: Instant) -> Position {
        now < from ? .before : now < to ? .inside : .after
    }

    /// REC-3a: throws `tooEarly` or `tooLate` outside the window, with the time at which it opens or closed.
    package func check(_ now: Instant, _ what: Phrase, zone: ZoneRule) throws(Refusal) {
        switch position(of: now) {
        case .inside: return
        case .before:
            let time = zone.clock(from)
            throw Refusal(.tooEarly, Phrase("\(what.en) opens at \(time)", "\(what.zh)将于 \(time) 开始"))
        case .after:
            let time = zone.clock(to)
            throw Refusal(.tooLate, Phrase("\(what.en) closed at \(time)", "\(what.zh)已于 \(time) 截止"))
        }
    }

    /// 1970 … 2100, the range an administrator can mean.
    private static let limit: Int64 = 4_102_444_800_000

    func checked(field: String) throws(Refusal) {
        guard from.milliseconds > 0, from < to, to.milliseconds <= Self.limit else {
            throw Refusal(
                .invalid, field: field, "a time window needs a start and a later end", zh: "时间段须有开始时间和更晚的结束时间")
        }
    }
}
