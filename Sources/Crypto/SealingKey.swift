import CSodium

/// XChaCha20-Poly1305: hides a value and binds it to the place it belongs to.
package struct SealingKey: Sendable {
    /// Random nonces of this size never meet.
    package static let nonceSize = 24
    /// What sealing adds to a value.
    package static let overhead = 16

    private let secret: Secret

    package init(_ bytes: [UInt8]) throws(CryptoError) {
        secret = try Secret(bytes, count: 32)
    }

    init(_ secret: Secret) { self.secret = secret }

    /// For handing the key to a device that must open values itself.
    package var bytes: [UInt8] { secret.bytes }

    /// - Parameters:
    ///   - nonce: 24 bytes, never twice under one key: random ones.
    ///   - associated: what the value belongs to; not hidden, needed again to open. Of fixed sizes but the last.
    /// - Returns: as many bytes as `plain` and 16 more.
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

    /// Throws `forged` unless this key, nonce, context and associated data sealed these very bytes.
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
