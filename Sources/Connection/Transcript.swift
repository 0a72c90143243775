import Messages
import Wire

/// The versions offered and chosen, as both sides saw them. A terminal signs these bytes with the rest of its proof, so
/// that nobody in between can make both speak an older version than they support.
package struct Transcript: Equatable, Sendable {
    package let lowest: UInt8
    package let highest: UInt8
    package let chosen: UInt8

    package init(lowest: UInt8, highest: UInt8, chosen: UInt8) {
        self.lowest = lowest
        self.highest = highest
        self.chosen = chosen
    }

    package var bytes: [UInt8] { [lowest, highest, chosen] }

    /// Chooses the highest version in both ranges.
    static func choose(
        offered: VersionRange?, spoken: ClosedRange<UInt8>
    ) throws(Violation) -> Transcript {
        guard let offered, let lowest = UInt8(exactly: offered.lowest), let highest = UInt8(exactly: offered.highest),
            lowest > 0, lowest <= highest
        else { throw .malformed(.hello) }
        let chosen = min(highest, spoken.upperBound)
        guard chosen >= max(lowest, spoken.lowerBound) else { throw .noCommonVersion }
        return Transcript(lowest: lowest, highest: highest, chosen: chosen)
    }
}
