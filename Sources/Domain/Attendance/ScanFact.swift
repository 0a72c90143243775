/// The properties of a scan that decide its verdict. Its log, signature and device are verified before. 40 bytes
/// without references, so that 100,000 of them are one flat array.
package struct ScanFact: Equatable, Sendable {
    /// 0 if the person is unknown.
    package var person: UInt64
    /// UTC milliseconds: the scan happened between `earliestMs` and `latestMs`, both included. They are equal if the
    /// time is known exactly.
    package var earliestMs: Int64
    package var latestMs: Int64
    /// 0 for the offering as a whole, as a door's terminal records it.
    package var course: UInt64
    package var method: UInt8
    package var evidence: Evidence
    package var decision: Finding
    /// SYN-8: the time is the device's wall clock's, confirmed by contacts before and after, but not proven.
    package var isOnClocksWord = false

    /// The validity of the evidence that came with the scan.
    package enum Evidence: UInt8, Sendable {
        case good
        /// ATT-1c: a venue code used after its period and the tolerance, or replayed.
        case codeExpired
        case codeForged
        /// The offering does not have the course.
        case courseUnknown
        /// The scan's time is too uncertain to tell whether the venue code was valid.
        case codeUncertain
        /// ATT-4c: its client has checked in others too.
        case clientShared
        /// ATT-1c: not a terminal's scan, which the policy demands.
        case withoutTerminal
    }

    /// The effect of people's decisions about the scan.
    package enum Finding: UInt8, Sendable {
        case none
        /// ATT-4c: counts although it is flagged.
        case accepted
        case voided
        /// ATT-9b: does not count, whatever else is known.
        case discarded
        /// ATT-9b: belongs to another offering.
        case elsewhere
        /// ATT-9c: decided in different ways at the same time.
        case contested
    }

    @inlinable package init(
        person: UInt64, earliestMs: Int64, latestMs: Int64, course: UInt64 = 0, method: UInt8 = 0,
        evidence: Evidence = .good, decision: Finding = .none
    ) {
        self.person = person
        self.earliestMs = earliestMs
        self.latestMs = max(earliestMs, latestMs)
        self.course = course
        self.method = method
        self.evidence = evidence
        self.decision = decision
    }
}
