import Domain
import Facts
import Journal

extension BatchTimes {
    /// Returns a check-in's time and the validity of its evidence at that time. A terminal's batch may claim any slot
    /// of a venue code.
    /// - Parameter periodMs: the venue code's period.
    func judged(_ fact: BatchRow, _ periodMs: Int64) -> (time: FactTime, evidence: ScanFact.Evidence) {
        guard fact.method == .venueCode else { return (time(of: fact.row), .good) }
        let (time, relation) = time(
            of: fact.row, slot: fact.slot, periodMs: periodMs, toleranceMs: OfferingScans.toleranceMs)
        return switch relation {
        case .good: (time, .good)
        case .expired: (time, .codeExpired)
        case .future: (time, .codeForged)
        case .uncertain: (time, .codeUncertain)
        }
    }
}

extension OfferingScans {
    /// How long a venue code is accepted after its period: the time it takes to raise a phone (ATT-1c).
    static let toleranceMs: Int64 = 15_000
}

extension ScanFact {
    init(_ fact: BatchRow, _ time: FactTime, _ evidence: Evidence) {
        self.init(
            person: fact.person, earliestMs: time.interval.earliestMs, latestMs: time.interval.latestMs,
            course: fact.course, method: UInt8(truncatingIfNeeded: fact.method.number), evidence: evidence)
        isOnClocksWord = time.basis == .clocksWord
    }
}

extension ScanFact {
    /// ATT-9: takes what was decided about it.
    /// - Parameter offering: the one in which it is judged.
    /// - Returns: the instant at which it was decided to count; nil if none was.
    mutating func take(_ standing: StandingDecisions, in offering: UInt64) -> Int64? {
        if let person = standing.decidedPerson { self.person = person }
        var decidedMs: Int64?
        if let count = standing.count.decision {
            decision = count.ruling == .counts ? .accepted : .discarded
            if count.ruling == .counts, count.argument != 0 {
                let ms = Int64(count.argument)
                (earliestMs, latestMs, isOnClocksWord, decidedMs) = (ms, ms, false, ms)
            }
        }
        if standing.isContested { decision = .contested }
        if let other = standing.decidedOffering, other != offering { decision = .elsewhere }
        return decidedMs
    }
}
