import CSodium

/// An XChaCha20-Poly1305 key: encrypts a value and binds it to associated data.
package struct SealingKey: Sendable {
    /// The size of a key in bytes.
    package static let keySize = 32
    /// The size of a nonce in bytes, large enough for random nonces.
    package static let nonceSize = 24
    /// The number of bytes by which an encrypted value exceeds its plain text.
    package static let overhead = 16

    private let secret: Secret

    package init(_ bytes: [UInt8]) throws(CryptoError) {
        secret = try Secret(bytes, count: Self.keySize)
    }

    init(_ secret: Secret) { self.secret = secret }

    /// The raw key, for a device that must decrypt values itself.
    package var bytes: [UInt8] { secret.bytes }

    /// Encrypts `plain`.
    /// - Parameters:
    ///   - nonce: 24 random bytes, never reused under one key.
    ///   - associated: authenticated but not encrypted; decryption needs it again. Each part but the last has a fixed size.
    /// - Returns: `plain.count + 16` bytes.
    package func seal(
        _ plain: [UInt8], nonce: [UInt8], _ context: Context, _ associated: [UInt8]...
    ) -> [UInt8] {
        seal(plain, nonce: nonce, Preimage(context, parts: associated))
    }

    package func seal(_ plain: [UInt8], nonce: [UInt8], _ associated: Preimage) -> [UInt8] {
        seal(plain, nonce: nonce, raw: associated.bytes)
    }

    func seal(_ plain: [UInt8], nonce: [UInt8], raw associated: [UInt8]) -> [UInt8] {
        _ = Sodium.started
        precondition(nonce.count == Self.nonceSize, "a nonce has \(Self.nonceSize) bytes")
        var sealed = [UInt8](repeating: 0, count: plain.count + Self.overhead)
        unsafe _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed, nil, plain, UInt64(plain.count),
            associated, UInt64(associated.count), nil, nonce, secret.bytes)
        return sealed
    }

    /// Decrypts a value. Throws `forged` unless it was encrypted with this key, nonce, context and associated data.
    package func open(
        _ sealed: [UInt8], nonce: [UInt8], _ context: Context, _ associated: [UInt8]...
    ) throws(CryptoError) -> [UInt8] {
        try open(sealed, nonce: nonce, Preimage(context, parts: associated))
    }

    package func open(_ sealed: [UInt8], nonce: [UInt8], _ associated: Preimage) throws(CryptoError) -> [UInt8] {
        _ = Sodium.started
        guard nonce.count == Self.nonceSize else {
            throw .wrongLength(expected: Self.nonceSize, given: nonce.count)
        }
        guard sealed.count >= Self.overhead else { throw .forged }
        var plain = [UInt8](repeating: 0, count: sealed.count - Self.overhead)
        let code = unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
            &plain, nil, nil, sealed, UInt64(sealed.count),
            associated.bytes, UInt64(associated.bytes.count), nonce, secret.bytes)
        guard code == 0 else { throw .forged }
        return plain
    }
}
