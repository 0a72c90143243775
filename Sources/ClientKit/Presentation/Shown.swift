package import Console
package import Domain
import Foundation

/// Formats values for people.
package enum Shown {
    /// Hours and credits: `1.5`.
    package static func tenths(_ count: UInt32) -> Table.Cell {
        Table.Cell(Phrase(Tenths(count).description), json: JSON(count))
    }

    /// Scores: `88.50`.
    package static func score(_ value: UInt32) -> Table.Cell {
        Table.Cell(Phrase(hundredths(Int(value))), json: JSON(value))
    }

    package static func day(_ number: Int32) -> Table.Cell { Table.Cell(Day(number).description) }

    package static func flag(_ value: Bool) -> Table.Cell {
        Table.Cell(value ? Phrase("yes", "是") : Phrase("no", "否"), json: .bool(value))
    }

    /// `2026-10-02 08:31:07`, local time of a zone; JSON has the milliseconds.
    /// - Parameter zone: an IANA name; this machine's zone if nil.
    package static func moment(_ milliseconds: Int64, zone: String? = nil) -> Table.Cell {
        milliseconds == 0
            ? .empty : Table.Cell(Phrase(text(milliseconds, zone: zone)), json: .integer(milliseconds), isWhole: true)
    }

    package static func text(_ milliseconds: Int64, zone: String? = nil) -> String {
        let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        let place = zone.flatMap { TimeZone(identifier: $0) } ?? .current
        let rule = ZoneRule(offsetSeconds: Int32(clamping: place.secondsFromGMT(for: date)))
        let (day, inDay) = rule.local(Instant(milliseconds))
        let seconds = inDay / 1000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(day) \(clock.joined(separator: ":"))"
    }

    /// Converts a local time of a zone to UTC milliseconds.
    /// - Parameter zone: an IANA name; this machine's zone if it is unknown.
    package static func milliseconds(_ day: Day, minute: Int, zone: String) -> Int64 {
        let shown = ZoneRule.utc.instant(day, minute: minute).milliseconds
        let place = TimeZone(identifier: zone) ?? .current
        return shown - Int64(place.secondsFromGMT(for: Date(timeIntervalSince1970: Double(shown) / 1000))) * 1000
    }
}
