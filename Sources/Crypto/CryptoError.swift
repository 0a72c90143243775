/// Why the crypto layer refuses its input.
package enum CryptoError: Error, Sendable, Equatable {
    /// A key, seed, nonce or record of the wrong size.
    case wrongLength(expected: Int, given: Int)
    /// The encrypted value was not made with this key, nonce and associated data.
    case forged
    /// No key of this version is available.
    case unknownKeyVersion(UInt8)
    /// A password record of an unknown version, or a cost outside the limits.
    case badPasswordRecord
    /// Argon2id could not allocate the memory its cost requires. A later attempt may succeed.
    case outOfMemory
}
