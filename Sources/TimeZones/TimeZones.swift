package import Domain
import Foundation

/// The rules of the IANA zones, as the domain's tables of offsets.
package enum TimeZones {
    /// Returns the rule of a zone; nil for an unknown name.
    package static func rule(named name: String) -> ZoneRule? {
        if name == "Asia/Shanghai" { return .china }
        // Abbreviations (CST, EST) name several zones, and which one is taken differs from library to library.
        guard name.contains("/") || name == "UTC", let zone = TimeZone(identifier: name) else { return nil }
        let start = Date(timeIntervalSince1970: 631_152_000)  // 1990
        let end = Date(timeIntervalSince1970: 2_524_608_000)  // 2050
        var transitions: [ZoneRule.Transition] = []
        var date = start
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next < end, next > date {
            transitions.append(
                ZoneRule.Transition(
                    at: Instant(Int64(next.timeIntervalSince1970) * 1000),
                    offsetSeconds: Int32(zone.secondsFromGMT(for: next))))
            date = next
        }
        return ZoneRule(initialOffsetSeconds: Int32(zone.secondsFromGMT(for: start)), transitions: transitions)
    }
}
