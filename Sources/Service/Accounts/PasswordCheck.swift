import Crypto

/// Whether a password is that of a record. What it costs tells nothing of the record, nor whether there is one: a first
/// password is hashed at another cost than a chosen one, so both are derived for everybody.
struct PasswordCheck: Sendable {
    let isRight: Bool
    /// The work that took the time.
    let derived: [PasswordHash.Cost]

    /// The cost of hashing a password that was drawn from 60 random bits: guessing it is hopeless at any speed.
    static let initialCost = PasswordHash.Cost(memoryKiB: 8, passes: 1) ?? .standard

    /// - Parameters:
    ///   - record: nil for an account that is not there.
    ///   - salt: 16 random bytes.
    init(_ password: [UInt8], against record: [UInt8]?, salt: [UInt8]) throws {
        let kept = try record.map { try PasswordHash(record: $0) }
        var costs = [Self.initialCost, .standard]
        // A record of other costs than any that is made now is told by its time until its owner changes it.
        if let kept, !costs.contains(kept.cost) { costs.append(kept.cost) }
        var isRight = false
        derived = try costs.map { cost in
            guard let kept, kept.cost == cost else {
                return try PasswordHash(password: password, salt: salt, cost: cost).cost
            }
            isRight = try kept.matches(password)
            return kept.cost
        }
        self.isRight = isRight
    }
}
