import COpenSSL

/// An RSA key that signs by SHA-256 with PKCS #1 v1.5: the same bytes give the same signature.
@safe package final class RSAPrivateKey: @unchecked Sendable {
    // Sendable by hand: a key is not changed after it was made, and OpenSSL lets any thread sign with it.
    let key: OpaquePointer

    /// Reads PKCS #8 or PKCS #1. A public key is refused: the two are mixed up in settings.
    package init(pem: String) throws(SignatureError) {
        unsafe key = try PEM.read(pem, "the private key") { unsafe PEM_read_bio_PrivateKey($0, nil, nil, nil) }
        guard unsafe EVP_PKEY_is_a(key, "RSA") == 1 else { throw SignatureError("not an RSA key") }
    }

    private init(_ key: OpaquePointer) { unsafe self.key = unsafe key }

    package static func make(bits: Int = 2048) throws(SignatureError) -> RSAPrivateKey {
        guard let key = unsafe copenssl_generate_rsa(UInt32(bits)) else { throw SignatureError("making a key") }
        return unsafe RSAPrivateKey(key)
    }

    deinit { unsafe EVP_PKEY_free(key) }

    package func sign(_ bytes: [UInt8]) -> [UInt8] {
        guard let context = unsafe EVP_MD_CTX_new() else { return [] }
        defer { unsafe EVP_MD_CTX_free(context) }
        var count = Int(unsafe EVP_PKEY_get_size(key))
        var signature = [UInt8](repeating: 0, count: count)
        guard unsafe EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1,
            unsafe EVP_DigestSign(context, &signature, &count, bytes, bytes.count) == 1
        else {
            // An empty signature is nobody's: the other side refuses it.
            ERR_clear_error()
            return []
        }
        return Array(signature.prefix(count))
    }

    /// PKCS #8.
    package func pem() throws(SignatureError) -> String {
        unsafe try PEM.write("the private key") { unsafe PEM_write_bio_PKCS8PrivateKey($0, key, nil, nil, 0, nil, nil) }
    }

    /// PKCS #1, as some SDKs want it.
    package func traditionalPEM() throws(SignatureError) -> String {
        unsafe try PEM.write("the private key") {
            unsafe PEM_write_bio_PrivateKey_traditional($0, key, nil, nil, 0, nil, nil)
        }
    }

    package func publicPEM() throws(SignatureError) -> String {
        unsafe try PEM.write("the public key") { unsafe PEM_write_bio_PUBKEY($0, key) }
    }

    package func publicKey() throws(SignatureError) -> RSAPublicKey { try RSAPublicKey(pem: publicPEM()) }
}

/// Verifies the signatures of an ``RSAPrivateKey``.
@safe package final class RSAPublicKey: @unchecked Sendable {
    // Sendable by hand: a key is not changed after it was made, and OpenSSL lets any thread verify with it.
    let key: OpaquePointer

    /// Reads a SubjectPublicKeyInfo; a private key and a certificate are refused.
    package init(pem: String) throws(SignatureError) {
        unsafe key = try PEM.read(pem, "the public key") { unsafe PEM_read_bio_PUBKEY($0, nil, nil, nil) }
        guard unsafe EVP_PKEY_is_a(key, "RSA") == 1 else { throw SignatureError("not an RSA key") }
    }

    init(of certificate: OpaquePointer) throws(SignatureError) {
        guard let key = unsafe X509_get_pubkey(certificate) else { throw SignatureError("reading the public key") }
        unsafe self.key = unsafe key
        guard unsafe EVP_PKEY_is_a(key, "RSA") == 1 else { throw SignatureError("not an RSA key") }
    }

    deinit { unsafe EVP_PKEY_free(key) }

    /// Whether the signature is by SHA-256 with PKCS #1 v1.5, and of these bytes.
    package func verifies(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        guard let context = unsafe EVP_MD_CTX_new() else { return false }
        defer {
            unsafe EVP_MD_CTX_free(context)
            ERR_clear_error()
        }
        return unsafe EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, bytes, bytes.count) == 1
    }
}
