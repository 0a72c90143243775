/// Why the crypto layer refused bytes given to it.
package enum CryptoError: Error, Sendable, Equatable {
    /// A key, seed, nonce or record of the wrong size.
    case wrongLength(expected: Int, given: Int)
    /// A sealed value that this key, nonce and associated data did not make.
    case forged
    /// A sealed value under a key version that is not at hand.
    case unknownKeyVersion(UInt8)
    /// A password record of an unknown version, or a cost outside the limits.
    case badPasswordRecord
    /// Argon2id could not get the memory its cost asks for; later it may.
    case outOfMemory
}
