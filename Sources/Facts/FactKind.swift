/// What a fact says. Kinds that a newer device knows are kept and passed on, never applied.
package enum FactKind: Sendable, Hashable {
    case checkIn
    case score
    /// Takes back exactly the facts it names.
    case void
    /// Replaces what it names, also another's, by somebody with permission.
    case correction
    /// Settles a conflict by replacing every score it names.
    case adjudication
    case unknown(UInt64)

    /// The kind with this number in column 0.
    @inlinable
    package init(number: UInt64) {
        switch number {
        case 1: self = .checkIn
        case 2: self = .score
        case 3: self = .void
        case 4: self = .correction
        case 5: self = .adjudication
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
        case .unknown(let number): number
        }
    }
}
