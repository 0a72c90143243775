import Causality
import Domain
import Messages
import Seeded

/// A random history of check-ins and of what people decide about them on a server that is restored from backups: made step by
/// step, so that everybody names only what they had seen. What is left of it is a set; the order in which its rows come is a
/// matter of the test.
struct DecisionStory {
    struct Scan {
        let dot: Dot
        let tag: BatchTag
        /// Of offering 1 or 2, or of 9, which there is not.
        let offering: UInt64
        let fact: ScanFact
    }

    struct Made {
        let fact: Dot
        let tag: BatchTag
        /// The offering as recorded.
        let offering: UInt64
        let decision: Decision
    }

    private(set) var scans: [Scan] = []
    private(set) var made: [Made] = []
    /// By offering.
    private(set) var rosters: [UInt64: Set<UInt64>] = [1: [], 2: []]
    let plans: [UInt64: AttendancePlan]

    private static let day = Day(20_728)
    private static let people: ClosedRange<UInt64> = 1...6
    private var random: SeededRandom
    private var epoch: UInt128 = 100
    private var sequence: UInt64 = 0
    /// The decisions that each administrator has seen, by name of the decision.
    private var seen: [Set<Dot>] = [[], [], []]

    init(seed: UInt64) throws {
        random = SeededRandom(seed: seed)
        let windows = [1: [(480, 720)], 2: [(480, 600), (840, 1080)]] as [UInt64: [(Int, Int)]]
        plans = try windows.mapValues { windows in
            AttendancePlan(
                dates: [Self.day],
                windows: try WindowList(
                    windows.map { AttendanceWindow(day: Self.day, fromMinute: $0.0, toMinute: $0.1) },
                    dates: [Self.day], courses: []), demand: .everyDayAndWindow, zone: .china)
        }
        var backup = made.count
        for _ in 0..<Int.random(in: 6...24, using: &random) {
            switch Int.random(in: 0..<20, using: &random) {
            case 0..<6: record()
            case 6..<14: decide()
            case 14..<16: changeRoster()
            case 16: backup = made.count
            case 17 where random.chance(30):
                // The server is restored: what was decided since is nowhere, and nobody names it. A new epoch begins.
                made.removeSubrange(min(backup, made.count)...)
                let left = Set(made.map(\.decision.dot))
                seen = seen.map { $0.intersection(left) }
                epoch += 1
                sequence = 0
            default: look()
            }
        }
    }

    private mutating func record() {
        // Times differ, so that which of two is the repeat is certain.
        let minute = Int64.random(in: 420..<1140, using: &random)
        let ms = ZoneRule.china.instant(Self.day).milliseconds + minute * 60_000 + Int64(scans.count)
        let doubt = random.chance(25) ? Int64.random(in: 1...200, using: &random) * 60_000 : 0
        let evidence: ScanFact.Evidence =
            random.chance(30)
            ? [.codeExpired, .courseUnknown, .codeForged].randomElement(using: &random) ?? .good : .good
        let isAway = random.chance(8)
        scans.append(
            Scan(
                dot: Dot(log: LogID(raw: UInt128(1 + random.next() % 2)), sequence: UInt64(scans.count) + 1),
                tag: BatchTag(raw: UInt128(scans.count / 3)),
                offering: [1, 1, 1, 2, 2, 9].randomElement(using: &random) ?? 1,
                fact: ScanFact(
                    person: random.chance(15) ? 0 : UInt64.random(in: Self.people, using: &random),
                    earliestMs: ms + (isAway ? 90_000_000 : 0), latestMs: ms + doubt + (isAway ? 90_000_000 : 0),
                    evidence: evidence)))
    }

    /// An administrator looks at the list, and has seen all there is.
    private mutating func look() {
        let who = Int.random(in: seen.indices, using: &random)
        seen[who] = Set(made.map(\.decision.dot))
    }

    private mutating func decide() {
        guard let scan = scans.randomElement(using: &random) else { return }
        let who = Int.random(in: seen.indices, using: &random)
        let ruling = Ruling.allCases.randomElement(using: &random) ?? .counts
        let argument: UInt64 =
            switch ruling {
            case .counts:
                random.chance(30) ? UInt64(scan.fact.earliestMs + (scan.fact.latestMs - scan.fact.earliestMs) / 2) : 0
            case .isPerson: UInt64.random(in: Self.people, using: &random)
            case .belongsToOffering: UInt64.random(in: 1...2, using: &random)
            case .doesNotCount, .countOpen, .personOpen, .offeringOpen: 0
            }
        let known = made.filter {
            $0.fact == scan.dot && $0.decision.ruling.question == ruling.question && seen[who].contains($0.decision.dot)
        }
        sequence += 1
        let dot = Dot(log: LogID(raw: epoch), sequence: sequence)
        made.append(
            Made(
                // Once in a while it is about another branch of the scan's log.
                fact: scan.dot, tag: random.chance(5) ? BatchTag(raw: 999) : scan.tag, offering: scan.offering,
                decision: Decision(dot: dot, ruling: ruling, argument: argument, replaces: known.map(\.decision.dot))))
        seen[who].insert(dot)
    }

    private mutating func changeRoster() {
        let person = UInt64.random(in: Self.people, using: &random)
        let offering = UInt64.random(in: 1...2, using: &random)
        if random.chance(70) { rosters[offering]?.insert(person) } else { rosters[offering]?.remove(person) }
    }
}

/// The result of a story, by the rules as they are told, without a thought for speed.
struct DecisionOracle {
    let story: DecisionStory

    private enum Answer: Equatable {
        case open
        case given(Ruling, UInt64)
        case contested
    }

    private func answer(_ scan: DecisionStory.Scan, _ rulings: [Ruling]) -> Answer {
        let about = story.made.filter { $0.fact == scan.dot && $0.tag == scan.tag }
        let standing = about.filter { one in
            rulings.contains(one.decision.ruling) && !about.contains { $0.decision.replaces.contains(one.decision.dot) }
        }
        guard let first = standing.first else { return .open }
        let agree = standing.allSatisfy {
            $0.decision.ruling == first.decision.ruling && $0.decision.argument == first.decision.argument
        }
        guard agree else { return .contested }
        switch first.decision.ruling {
        case .countOpen, .personOpen, .offeringOpen: return .open
        case let ruling: return .given(ruling, first.decision.argument)
        }
    }

    /// Returns the states of all scans that an offering lists, and who was present in each window.
    func result(of offering: UInt64) -> (states: [Dot: ScanState], present: [Set<UInt64>]) {
        let plan = story.plans[offering]
        let windows = plan?.windows ?? []
        var states: [Dot: ScanState] = [:]
        var inWindow: [Int: [(person: UInt64, ms: Int64, dot: Dot)]] = [:]
        for scan in story.scans {
            let count = answer(scan, [.counts, .doesNotCount, .countOpen])
            let person = answer(scan, [.isPerson, .personOpen])
            let place = answer(scan, [.belongsToOffering, .offeringOpen])
            var belongs = scan.offering
            if case .given(_, let other) = place { belongs = other }
            if belongs != offering {
                if scan.offering == offering { states[scan.dot] = .elsewhere }
                continue
            }
            var (from, to) = (scan.fact.earliestMs, scan.fact.latestMs)
            if case .given(.counts, let ms) = count, ms != 0 { (from, to) = (Int64(ms), Int64(ms)) }
            var who = scan.fact.person
            if case .given(_, let id) = person { who = id }
            let isContested = [count, person, place].contains(.contested)
            if !isContested, count == .given(.doesNotCount, 0) {
                states[scan.dot] = .discarded
                continue
            }
            let zone = ZoneRule.china
            let day = Day(20_728)
            if to < zone.instant(day).milliseconds || from >= zone.instant(day.adding(1)).milliseconds {
                states[scan.dot] = .outsideDates
                continue
            }
            var isAccepted = false
            if !isContested, case .given(.counts, _) = count { isAccepted = true }
            guard !isContested, isAccepted || scan.fact.evidence == .good,
                story.rosters[offering]?.contains(who) == true
            else {
                states[scan.dot] = .flagged
                continue
            }
            func edge(_ minute: Int) -> Int64 { zone.instant(day, minute: minute).milliseconds }
            let inside = windows.firstIndex { edge($0.fromMinute) <= from && to < edge($0.toMinute) }
            let touched = windows.firstIndex { edge($0.fromMinute) <= to && from < edge($0.toMinute) }
            if let window = inside ?? (isAccepted ? touched : nil) {
                inWindow[window, default: []].append((who, from, scan.dot))
            } else {
                states[scan.dot] = touched == nil ? .outsideWindow : .flagged
            }
        }
        for found in inWindow.values {
            for scan in found {
                let isFirst = !found.contains {
                    $0.person == scan.person && ($0.ms, $0.dot) < (scan.ms, scan.dot)
                }
                states[scan.dot] = isFirst ? .counted : .repeat
            }
        }
        return (states, windows.indices.map { Set((inWindow[$0] ?? []).map(\.person)) })
    }
}
