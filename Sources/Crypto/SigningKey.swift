import CSodium

/// The secret half of an Ed25519 key pair (RFC 8032). Signing is deterministic.
package struct SigningKey: Sendable {
    package let publicKey: PublicKey
    /// Seed and public key concatenated, as libsodium expects them.
    private let secret: Secret

    /// - Parameter seed: 32 random bytes; the same seed gives the same pair.
    package init(seed: [UInt8]) throws(CryptoError) {
        _ = Sodium.started
        let seed = try Secret(seed, count: 32).bytes
        var publicBytes = [UInt8](repeating: 0, count: PublicKey.size)
        var secretBytes = [UInt8](repeating: 0, count: 64)
        unsafe _ = crypto_sign_seed_keypair(&publicBytes, &secretBytes, seed)
        publicKey = try PublicKey(publicBytes)
        secret = try Secret(secretBytes, count: 64)
    }

    /// Returns a signature of 64 bytes.
    package func sign(_ context: Context, _ parts: [UInt8]...) -> [UInt8] {
        sign(raw: Preimage(context, parts: parts).bytes)
    }

    package func sign(_ preimage: Preimage) -> [UInt8] { sign(raw: preimage.bytes) }

    func sign(raw message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: PublicKey.signatureSize)
        unsafe _ = crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret.bytes)
        return signature
    }
}
