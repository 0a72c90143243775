import Domain
import Storage
import Threads

/// Programmes and their policies.
final class Programmes: Sendable {
    /// A policy as it was read, and the revision of the programme then.
    struct ReadPolicy {
        let revision: UInt64
        let policy: Policy
    }

    /// Policies that are kept; the reading of one takes longer than a booking.
    static let mostKept = 1000

    let keptPolicies = Locked<[UInt64: ReadPolicy]>([:])
}
