/// What classification needs of one scan. Everything about its log, its signature and its device has been settled
/// before; 40 bytes, no references, so that 100,000 of them are one flat array.
package struct ScanFact: Equatable, Sendable {
    /// 0 where nobody is known.
    package var person: UInt64
    /// UTC milliseconds: the scan happened at some instant from `earliestMs` to `latestMs`, both included. A clock that
    /// is known gives the same for both.
    package var earliestMs: Int64
    package var latestMs: Int64
    /// 0 = the offering as a whole, as a door's terminal records it.
    package var course: UInt64
    package var method: UInt8
    package var evidence: Evidence
    package var decision: Decision
    /// SYN-8: the device's wall clock says so, and contacts before and after vouch for it; nothing proves it.
    package var isOnClocksWord = false

    /// What the proof that came with the scan is worth.
    package enum Evidence: UInt8, Sendable {
        case good
        /// ATT-1c: a venue code used after its period and the tolerance, or replayed.
        case codeExpired
        case codeForged
        /// It names a course that the offering does not have.
        case courseUnknown
        /// Nobody can tell whether the venue code was still good: the time is not certain enough.
        case codeUncertain
    }

    /// What a person has decided about this scan.
    package enum Decision: UInt8, Sendable {
        case none
        /// ATT-4c: counts in spite of its flag.
        case accepted
        case voided
    }

    @inlinable package init(
        person: UInt64, earliestMs: Int64, latestMs: Int64, course: UInt64 = 0, method: UInt8 = 0,
        evidence: Evidence = .good, decision: Decision = .none
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
