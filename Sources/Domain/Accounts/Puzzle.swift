/// ACC-4e: the difficulty of puzzles and the check of solutions.
package enum Puzzle {
    package static let lifeMs: Int64 = 5 * 60_000
    /// The required zero bits: 131,072 hashes on average, about a tenth of a second on a laptop.
    package static let difficulty: UInt8 = 17
    package static let hardest: UInt8 = 32

    /// Returns whether a digest begins with that many zero bits.
    package static func isSolved(_ digest: [UInt8], difficulty: UInt8) -> Bool {
        let (bytes, bits) = (Int(difficulty) / 8, Int(difficulty) % 8)
        guard digest.count > bytes, digest.prefix(bytes).allSatisfy({ $0 == 0 }) else { return false }
        return digest[bytes].leadingZeroBitCount >= bits
    }
}
