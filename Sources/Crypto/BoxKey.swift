import CSodium

/// The secret half of an X25519 pair: it opens what anybody has sealed to its public half. A sealed value is libsodium's
/// `crypto_box_seal`: it tells nothing of its sender.
package struct BoxKey: Sendable {
    package static let publicSize = 32
    /// The number of bytes by which a sealed value exceeds its plain text.
    package static let overhead = 48

    package let publicKey: [UInt8]
    private let secret: Secret

    /// - Parameter seed: 32 bytes; the same seed gives the same pair.
    package init(seed: [UInt8]) throws(CryptoError) {
        let pair = try Self.pair(seed)
        publicKey = pair.publicKey
        secret = Secret(pair.secret)
    }

    /// - Parameters:
    ///   - publicKey: 32 bytes.
    ///   - seed: 32 random bytes, never used again.
    package static func seal(
        _ plain: [UInt8], to publicKey: [UInt8], seed: [UInt8]
    ) throws(CryptoError) -> [UInt8] {
        guard publicKey.count == publicSize else {
            throw .wrongLength(expected: publicSize, given: publicKey.count)
        }
        let once = try pair(seed)
        // The nonce of `crypto_box_seal`.
        var state = Blake2b(size: 24)
        state.update(once.publicKey)
        state.update(publicKey)
        let nonce = state.finish()
        var boxed = [UInt8](repeating: 0, count: plain.count + 16)
        let code = unsafe crypto_box_easy(&boxed, plain, UInt64(plain.count), nonce, publicKey, once.secret)
        // A public key of small order, to which nothing can be kept secret.
        guard code == 0 else { throw .forged }
        return once.publicKey + boxed
    }

    /// Throws `forged` unless the value was sealed to this key.
    package func open(_ sealed: [UInt8]) throws(CryptoError) -> [UInt8] {
        guard sealed.count >= Self.overhead else { throw .forged }
        var plain = [UInt8](repeating: 0, count: sealed.count - Self.overhead)
        let code = unsafe crypto_box_seal_open(&plain, sealed, UInt64(sealed.count), publicKey, secret.bytes)
        guard code == 0 else { throw .forged }
        return plain
    }

    private static func pair(_ seed: [UInt8]) throws(CryptoError) -> (publicKey: [UInt8], secret: [UInt8]) {
        _ = Sodium.started
        let seed = try Secret(seed, count: 32).bytes
        var publicKey = [UInt8](repeating: 0, count: publicSize)
        var secret = [UInt8](repeating: 0, count: 32)
        unsafe _ = crypto_box_seed_keypair(&publicKey, &secret, seed)
        return (publicKey, secret)
    }
}
