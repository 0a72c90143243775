import COpenSSL

/// A private key with the certificates that lead from it to a root: what signs documents (CMS, RFC 5652).
@safe package final class DocumentSigner: @unchecked Sendable {
    // Sendable by hand: keys and certificates are not changed after they were made, and OpenSSL lets any thread use them.
    let key: OpaquePointer
    let certificate: OpaquePointer
    /// The certificates between this one and the root; sent with each signature.
    private let chain: [OpaquePointer]
    /// The most bytes of a signature.
    package private(set) var signatureSize = 0

    /// Takes them over.
    private init(_ key: OpaquePointer, _ certificate: OpaquePointer, chain: [OpaquePointer]) throws(SignatureError) {
        unsafe (self.key, self.certificate, self.chain) = unsafe (key, certificate, chain)
        guard unsafe X509_check_private_key(certificate, key) == 1 else {
            throw SignatureError("the certificate is not that of the key")
        }
        // An elliptic signature has three bytes more or less from one to the next.
        signatureSize = try sign([], atMs: 0).count + 8
    }

    deinit {
        unsafe EVP_PKEY_free(key)
        unsafe X509_free(certificate)
        unsafe chain.forEach { unsafe X509_free($0) }
    }

    /// Reads a PEM file with a private key, its certificate, and those between it and the root.
    package convenience init(pem: String) throws(SignatureError) {
        let key = unsafe try PEM.read(pem, "the private key") { unsafe PEM_read_bio_PrivateKey($0, nil, nil, nil) }
        var certificates = unsafe [OpaquePointer]()
        _ = unsafe try PEM.read(pem, "the certificate") { bio in
            while let next = unsafe PEM_read_bio_X509(bio, nil, nil, nil) { unsafe certificates.append(next) }
            // The reading ends with the error that nothing follows.
            ERR_clear_error()
            return unsafe certificates.first
        }
        unsafe try self.init(key, certificates[0], chain: Array(certificates.dropFirst()))
    }

    /// Reads an organisation's PKCS #12 file: its key, its certificate, and those above it.
    package convenience init(pkcs12: [UInt8], password: String) throws(SignatureError) {
        ERR_clear_error()
        var bytes = unsafe UnsafePointer<UInt8>?.none
        let file = unsafe pkcs12.withUnsafeBufferPointer { buffer in
            unsafe bytes = buffer.baseAddress
            return unsafe d2i_PKCS12(nil, &bytes, buffer.count)
        }
        guard let file = unsafe file else { throw SignatureError("reading the PKCS #12 file") }
        defer { unsafe PKCS12_free(file) }
        var (key, certificate, others) = unsafe (OpaquePointer?.none, OpaquePointer?.none, OpaquePointer?.none)
        guard unsafe PKCS12_parse(file, password, &key, &certificate, &others) == 1 else {
            throw SignatureError("opening the PKCS #12 file")
        }
        var chain = unsafe [OpaquePointer]()
        while let other = unsafe OPENSSL_sk_pop(others) { unsafe chain.insert(OpaquePointer(other), at: 0) }
        unsafe OPENSSL_sk_free(others)
        guard let key = unsafe key, let certificate = unsafe certificate else {
            throw SignatureError("no key or no certificate in the PKCS #12 file")
        }
        unsafe try self.init(key, certificate, chain: chain)
    }

    /// Makes a P-256 key under `root`; without one, a root that signs the certificates of others and nothing else.
    /// - Parameters:
    ///   - serial: at most 20 bytes; the first from 1 to 127.
    ///   - fromMs: UTC milliseconds.
    package static func make(
        commonName: String, under root: DocumentSigner?, serial: [UInt8], fromMs: Int64, days: Int
    ) throws(SignatureError) -> DocumentSigner {
        guard let key = unsafe copenssl_generate_p256() else { throw SignatureError("making a key") }
        let draft = CertificateDraft(
            commonName: commonName, serial: serial, fromMs: fromMs, days: days,
            extensions: root == nil
                ? [
                    (NID_basic_constraints, "critical,CA:TRUE,pathlen:0"),
                    (NID_key_usage, "critical,keyCertSign,cRLSign"),
                ]
                : [
                    (NID_basic_constraints, "critical,CA:FALSE"),
                    (NID_key_usage, "critical,digitalSignature,nonRepudiation"),
                ])
        let certificate: OpaquePointer
        do throws(SignatureError) {
            unsafe certificate = try draft.signed(for: key, by: root.map { unsafe ($0.certificate, $0.key) })
        } catch {
            unsafe EVP_PKEY_free(key)
            throw error
        }
        return unsafe try DocumentSigner(key, certificate, chain: [])
    }

    /// The key and all certificates, the form that `init(pem:)` reads.
    package func pem() throws(SignatureError) -> String {
        unsafe try PEM.write("the private key") { unsafe PEM_write_bio_PKCS8PrivateKey($0, key, nil, nil, 0, nil, nil) }
            + certificatesPEM()
    }

    /// The certificate and those between it and the root.
    package func certificatesPEM() throws(SignatureError) -> String {
        unsafe try PEM.write("the certificates") { bio in
            unsafe ([certificate] + chain).allSatisfy { unsafe PEM_write_bio_X509(bio, $0) == 1 } ? 1 : 0
        }
    }

    /// Signs `content`, which is not part of the signature (DER). The signature names its certificate, so that no other of
    /// the same key can stand for it (RFC 5035).
    /// - Parameter atMs: the time that the signature states, UTC milliseconds.
    package func sign(_ content: [UInt8], atMs: Int64) throws(SignatureError) -> [UInt8] {
        ERR_clear_error()
        let flags = UInt32(CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP | CMS_CADES)
        guard let message = unsafe CMS_sign(nil, nil, nil, nil, flags),
            let bio = unsafe BIO_new_mem_buf(content, Int32(clamping: content.count)),
            let time = unsafe ASN1_TIME_set(nil, time_t(atMs / 1000))
        else { throw SignatureError("signing") }
        defer {
            unsafe CMS_ContentInfo_free(message)
            unsafe BIO_free(bio)
            unsafe ASN1_STRING_free(time)
        }
        guard let signer = unsafe CMS_add1_signer(message, certificate, key, EVP_sha256(), flags),
            unsafe CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, ASN1_STRING_type(time), time, -1) == 1,
            unsafe chain.allSatisfy({ unsafe CMS_add1_cert(message, $0) == 1 }),
            unsafe CMS_final(message, bio, nil, flags) == 1
        else { throw SignatureError("signing") }
        var bytes = unsafe UnsafeMutablePointer<UInt8>?.none
        let count = unsafe i2d_CMS_ContentInfo(message, &bytes)
        guard count > 0, let bytes = unsafe bytes else { throw SignatureError("signing") }
        defer { unsafe CRYPTO_free(bytes, #fileID, #line) }
        return unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
}
