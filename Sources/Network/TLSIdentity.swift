import COpenSSL

/// A server's TLS key and certificate. The certificate may be self-signed: clients that pin the site key check only the
/// public key, which the site key has signed.
package struct TLSIdentity: Sendable {
    package let certificatePEM: String
    package let keyPEM: String
    /// The certificate's public key (SubjectPublicKeyInfo, DER), over which the site key signs.
    package let publicKeyInfo: [UInt8]
    /// The last moment at which the certificate is valid, UTC milliseconds.
    package let expiresMs: Int64

    /// Throws unless both are PEM and the key belongs to the certificate.
    package init(certificatePEM: String, keyPEM: String) throws(NetworkError) {
        let certificate = unsafe try OpenSSL.certificate(fromPEM: certificatePEM)
        let key = unsafe try OpenSSL.privateKey(fromPEM: keyPEM)
        defer {
            unsafe X509_free(certificate)
            unsafe EVP_PKEY_free(key)
        }
        guard unsafe X509_check_private_key(certificate, key) == 1 else {
            throw .tls("the key does not belong to the certificate")
        }
        self.certificatePEM = certificatePEM
        self.keyPEM = keyPEM
        publicKeyInfo = unsafe try OpenSSL.publicKeyInfo(of: certificate)
        expiresMs = unsafe try OpenSSL.expiryMs(of: certificate)
    }

    /// The last moment at which a certificate is valid, UTC milliseconds.
    /// - Parameter certificatePEM: of several, the first counts.
    package static func expiryMs(of certificatePEM: String) throws(NetworkError) -> Int64 {
        let certificate = unsafe try OpenSSL.certificate(fromPEM: certificatePEM)
        defer { unsafe X509_free(certificate) }
        return unsafe try OpenSSL.expiryMs(of: certificate)
    }

    /// Makes a new P-256 key and a self-signed certificate for it.
    /// - Parameters:
    ///   - names: the DNS names and addresses of the certificate; the first is its common name. None may contain a
    ///     comma.
    ///   - serial: 16 random bytes.
    ///   - days: the certificate's validity from now.
    package static func make(names: [String], serial: [UInt8], days: Int) throws(NetworkError) -> TLSIdentity {
        guard let key = unsafe copenssl_generate_p256() else { throw OpenSSL.error("making a key") }
        defer { unsafe EVP_PKEY_free(key) }
        guard let certificate = unsafe X509_new() else { throw OpenSSL.error("making a certificate") }
        defer { unsafe X509_free(certificate) }

        let name = names.first ?? "rollcall"
        let subject = unsafe X509_get_subject_name(certificate)
        let kinds = names.map { $0.allSatisfy { $0.isHexDigit || $0 == "." || $0 == ":" } ? "IP:\($0)" : "DNS:\($0)" }
        var steps = unsafe [
            X509_set_version(certificate, 2),
            X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, name, -1, -1, 0),
            X509_set_issuer_name(certificate, subject),
            X509_set_pubkey(certificate, key),
            OpenSSL.setSerial(certificate, serial),
        ]
        steps.append(unsafe X509_gmtime_adj(X509_getm_notBefore(certificate), -3600) == nil ? 0 : 1)
        steps.append(unsafe X509_gmtime_adj(X509_getm_notAfter(certificate), days * 86_400) == nil ? 0 : 1)
        if !kinds.isEmpty {
            steps.append(unsafe OpenSSL.addExtension(certificate, NID_subject_alt_name, kinds.joined(separator: ",")))
        }
        steps.append(unsafe OpenSSL.addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE"))
        guard steps.allSatisfy({ $0 == 1 }), unsafe X509_sign(certificate, key, EVP_sha256()) > 0 else {
            throw OpenSSL.error("making a certificate")
        }
        return unsafe try TLSIdentity(
            certificatePEM: OpenSSL.pem("certificate") { unsafe PEM_write_bio_X509($0, certificate) },
            keyPEM: OpenSSL.pem("key") { unsafe PEM_write_bio_PrivateKey($0, key, nil, nil, 0, nil, nil) })
    }
}
