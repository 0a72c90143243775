import COpenSSL

extension Certificate {
    /// Makes a certificate for `key`, signed by `issuer`; without one, it is self-signed and may issue others.
    /// - Parameters:
    ///   - serial: at most 20 bytes; the first from 1 to 127.
    ///   - fromMs: UTC milliseconds.
    package static func issue(
        commonName: String, for key: RSAPrivateKey, by issuer: (certificate: Certificate, key: RSAPrivateKey)?,
        mayIssue: Bool, serial: [UInt8], fromMs: Int64, days: Int
    ) throws(SignatureError) -> Certificate {
        let draft = CertificateDraft(
            commonName: commonName, serial: serial, fromMs: fromMs, days: days,
            extensions: [(NID_basic_constraints, "critical,CA:\(mayIssue ? "TRUE" : "FALSE")")])
        return unsafe try Certificate(
            draft.signed(
                for: key.key, by: issuer.map { unsafe ($0.certificate.certificate, $0.key.key) }))
    }
}

/// The content of a new certificate, but for its keys.
struct CertificateDraft {
    let commonName: String
    /// At most 20 bytes; the first from 1 to 127.
    let serial: [UInt8]
    /// UTC milliseconds.
    let fromMs: Int64
    let days: Int
    /// By OpenSSL's number of the kind, as its configuration files write them.
    let extensions: [(kind: Int32, value: String)]

    /// Returns an X509 that the caller owns.
    /// - Parameter issuer: nil for a certificate that is signed by its own key.
    func signed(
        for key: OpaquePointer, by issuer: (certificate: OpaquePointer, key: OpaquePointer)?
    ) throws(SignatureError) -> OpaquePointer {
        ERR_clear_error()
        guard let new = unsafe X509_new() else { throw SignatureError("making a certificate") }
        let subject = unsafe X509_get_subject_name(new)
        var steps = unsafe [
            X509_set_version(new, 2),
            X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, commonName, -1, -1, 0),
            X509_set_issuer_name(new, issuer.map { unsafe X509_get_subject_name($0.certificate) } ?? subject),
            X509_set_pubkey(new, key), setSerial(new),
        ]
        let from = time_t(fromMs / 1000)
        steps.append(unsafe ASN1_TIME_set(X509_getm_notBefore(new), from) == nil ? 0 : 1)
        steps.append(unsafe ASN1_TIME_set(X509_getm_notAfter(new), from + days * 86_400) == nil ? 0 : 1)
        for (kind, value) in extensions { steps.append(unsafe add(kind, value, to: new)) }
        guard steps.allSatisfy({ $0 == 1 }), unsafe X509_sign(new, issuer?.key ?? key, EVP_sha256()) > 0 else {
            unsafe X509_free(new)
            throw SignatureError("making a certificate")
        }
        return unsafe new
    }

    private func setSerial(_ certificate: OpaquePointer) -> Int32 {
        guard let number = unsafe BN_bin2bn(serial, Int32(serial.count), nil) else { return 0 }
        defer { unsafe BN_free(number) }
        return unsafe BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) == nil ? 0 : 1
    }

    private func add(_ kind: Int32, _ value: String, to certificate: OpaquePointer) -> Int32 {
        guard let new = unsafe X509V3_EXT_conf_nid(nil, nil, kind, value) else { return 0 }
        defer { unsafe X509_EXTENSION_free(new) }
        return unsafe X509_add_ext(certificate, new, -1)
    }
}
