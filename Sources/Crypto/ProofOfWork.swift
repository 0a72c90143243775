/// Proof of work: a nonce whose digest with the puzzle begins with enough zero bits.
package enum ProofOfWork {
    /// BLAKE2b-256 of context, puzzle and nonce (8 bytes, little endian).
    package static func digest(_ puzzle: [UInt8], _ nonce: UInt64) -> [UInt8] {
        Digest.hash(.puzzle, puzzle, (0..<8).map { UInt8(truncatingIfNeeded: nonce >> (8 * UInt64($0))) })
    }

    /// Tries nonces from 0 up. Takes 2^difficulty hashes on average.
    package static func solve(_ puzzle: [UInt8], isSolved: (_ digest: [UInt8]) -> Bool) -> UInt64 {
        var nonce: UInt64 = 0
        while !isSolved(digest(puzzle, nonce)) { nonce += 1 }
        return nonce
    }
}
