import Crypto
import Domain
import Messages
import Passes
import Storage
import Wire

/// ATT-1: what a screen at the venue shows. Needs no network: the code is made here, under the key of the base's scope.
package struct VenueDisplay: Sendable, Equatable {
    package let code: String
    /// Milliseconds for which the code is good, more than 0.
    package let leftMs: Int64
    package let door: Door
    /// The window that is on, in minutes from midnight; nil outside the windows.
    package let window: ClosedRange<Int>?
    /// How many of the roster this terminal has scanned today.
    package let arrived: Int
}

extension TerminalCore {
    /// Returns what to show at a moment. Counts time from the last contact with the server, as far as the boot goes back.
    /// - Parameter course: 0 for the offering as a whole.
    /// - Throws: `outsideActivityDates`; `tooEarly` before the sign-in of a skills exam; `notFound` without a key, as
    ///   while a class waits for its questions (ATT-3).
    package func display(_ offering: UInt64, course: UInt64, at time: DeviceTime) throws -> VenueDisplay {
        let nowMs = try serverMs(at: time)
        let (door, isExam, key) = try database.read { snapshot in
            let summary = try offeringSummary(offering, snapshot)
            let door = Door(summary, try zone(of: offering, snapshot), at: Instant(nowMs))
            let isExam = try scopeValue(.skillsExam, offering, snapshot) != nil
            return (door, isExam, try venueKey(of: offering, course: course, snapshot))
        }
        guard door.time != .anotherDay else { throw Refusal(.outsideActivityDates, field: "offering") }
        // The only window of a skills exam begins with its sign-in.
        if isExam, let opens = door.windows.first?.lowerBound, door.minute < opens {
            let clock = Door.clock(opens)
            throw Refusal(.tooEarly, field: "offering", "the sign-in opens at \(clock)", zh: "签到于 \(clock) 开始")
        }
        guard let key else {
            throw Refusal(
                .notFound, field: "course",
                "no code to show yet: sync; a class that needs questions gets its code once they are enabled",
                zh: "暂无可显示的签到码：请先同步；需要试题的班级，启用足够试题后才有签到码")
        }
        let code = VenueCode.issue(key, offering: offering, course: course, atMs: nowMs)
        return VenueDisplay(
            code: code.text, leftMs: key.time(ofSlot: code.slot).upperBound - nowMs, door: door,
            window: door.windows.first { $0.contains(door.minute) }, arrived: try arrived(at: door))
    }

    /// Returns the newest key of a course's code.
    private func venueKey(of offering: UInt64, course: UInt64, _ snapshot: Snapshot) throws -> VenueKey? {
        let keys = try scopeValues(.venueKey, snapshot).map { try VenueKeyValue(serialized: $0) }
        let newest = keys.filter { $0.offering == offering && $0.course == course }.max { $0.keyId < $1.keyId }
        return try newest.map {
            try VenueKey(id: $0.keyId, periodSeconds: $0.periodS, key: MACKey($0.key))
        }
    }
}
