/// The kind of a fact. Unknown kinds of newer devices are stored and passed on, never applied.
package enum FactKind: Sendable, Hashable {
    case checkIn
    case score
    /// Takes the facts it names out of the count.
    case void
    /// Replaces the marks it names, also another examiner's; needs permission.
    case correction
    /// Settles a conflict by replacing every score it names.
    case adjudication
    /// Answers a question about one check-in, on the server alone (`DecisionContent`).
    case decision
    case unknown(UInt64)

    /// Returns the kind with this number in column 0.
    @inlinable
    package init(number: UInt64) {
        switch number {
        case 1: self = .checkIn
        case 2: self = .score
        case 3: self = .void
        case 4: self = .correction
        case 5: self = .adjudication
        case 6: self = .decision
        default: self = .unknown(number)
        }
    }

    /// The number in column 0.
    @inlinable
    package var number: UInt64 {
        switch self {
        case .checkIn: 1
        case .score: 2
        case .void: 3
        case .correction: 4
        case .adjudication: 5
        case .decision: 6
        case .unknown(let number): number
        }
    }
}
