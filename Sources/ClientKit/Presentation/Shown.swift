package import Console
package import Domain
import Threads
import TimeZones

/// Formats values for people. A time is shown on the clock of what it is about, China's where nothing names one, and always
/// with that clock's distance from UTC.
package enum Shown {
    /// Hours and credits: `1.5`.
    package static func tenths(_ count: UInt32) -> Table.Cell {
        Table.Cell(Phrase(Tenths(count).description), json: JSON(count))
    }

    /// Scores: `88.50`.
    package static func score(_ value: UInt32) -> Table.Cell {
        Table.Cell(Phrase(hundredths(Int(value))), json: JSON(value))
    }

    package static func day(_ number: Int32) -> Table.Cell {
        let day = Day(number).description
        return Table.Cell(Phrase(day), json: .string(day), isWhole: true)
    }

    package static func flag(_ value: Bool) -> Table.Cell {
        Table.Cell(value ? Phrase("yes", "是") : Phrase("no", "否"), json: .bool(value))
    }

    /// When something happened: `2026-10-02 08:31:07+08`; JSON has the milliseconds. Empty for 0, which is no time.
    /// - Parameter zone: an IANA name.
    package static func moment(_ milliseconds: Int64, zone: String? = nil) -> Table.Cell {
        cell(milliseconds, text(milliseconds, zone: zone))
    }

    /// When something is planned, to the minute: `2026-10-02 08:30+08`.
    package static func planned(_ milliseconds: Int64, zone: String? = nil) -> Table.Cell {
        let (clock, offset) = parts(milliseconds, zone: zone)
        return cell(milliseconds, clock.dropLast(3) + offset)
    }

    package static func text(_ milliseconds: Int64, zone: String? = nil) -> String {
        let (clock, offset) = parts(milliseconds, zone: zone)
        return clock + offset
    }

    /// Converts a local time of a zone to UTC milliseconds.
    /// - Parameter zone: an IANA name.
    package static func milliseconds(_ day: Day, minute: Int, zone: String) -> Int64 {
        rule(of: zone).instant(day, minute: minute).milliseconds
    }

    private static func cell(_ milliseconds: Int64, _ text: String) -> Table.Cell {
        milliseconds == 0 ? .empty : Table.Cell(Phrase(text), json: .integer(milliseconds), isWhole: true)
    }

    private static func parts(_ milliseconds: Int64, zone: String?) -> (clock: String, offset: String) {
        let (rule, instant) = (zone.map(rule(of:)) ?? .china, Instant(milliseconds))
        return (rule.clock(instant), rule.offset(at: instant))
    }

    private static let rules = Locked<[String: ZoneRule]>([:])

    /// Returns a zone's rule; China's for an unknown name.
    private static func rule(of zone: String) -> ZoneRule {
        rules.withLock { rules in
            if let known = rules[zone] { return known }
            let rule = TimeZones.rule(named: zone) ?? .china
            rules[zone] = rule
            return rule
        }
    }
}
