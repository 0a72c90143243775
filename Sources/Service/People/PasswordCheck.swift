import Crypto

/// Checks a password against a record. The time taken reveals nothing of the record, nor whether it exists: first
/// passwords and chosen ones have different costs, so both hashes are derived for everybody.
struct PasswordCheck: Sendable {
    let isRight: Bool
    /// The costs of the derived hashes.
    let derived: [PasswordHash.Cost]

    /// The cost of hashing a random password of 60 bits, which cannot be guessed at any speed.
    static let initialCost = PasswordHash.Cost(memoryKiB: 8, passes: 1) ?? .standard

    /// - Parameters:
    ///   - record: nil for an account that does not exist.
    ///   - salt: 16 random bytes.
    init(_ password: [UInt8], against record: [UInt8]?, salt: [UInt8]) throws {
        let kept = try record.map { try PasswordHash(record: $0) }
        var costs = [Self.initialCost, .standard]
        // A record of another cost than the present ones is recognisable by its time until its owner changes it.
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
