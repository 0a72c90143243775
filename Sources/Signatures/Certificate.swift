import COpenSSL

/// An X.509 certificate of an RSA key.
@safe package final class Certificate: @unchecked Sendable {
    // Sendable by hand: a certificate is not changed after it was made.
    let certificate: OpaquePointer
    package let publicKey: RSAPublicKey
    /// Upper-case hex without leading zeros.
    package let serialHex: String
    package let serialDecimal: String
    /// The common name of the subject.
    package let commonName: String

    package convenience init(pem: String) throws(SignatureError) {
        unsafe try self.init(
            PEM.read(pem, "the certificate") { unsafe PEM_read_bio_X509($0, nil, nil, nil) })
    }

    /// Takes the certificate over.
    init(_ certificate: OpaquePointer) throws(SignatureError) {
        unsafe self.certificate = unsafe certificate
        do throws(SignatureError) {
            publicKey = unsafe try RSAPublicKey(of: certificate)
            (serialHex, serialDecimal) = unsafe try Certificate.serial(of: certificate)
        } catch {
            unsafe X509_free(certificate)
            throw error
        }
        var name = [CChar](repeating: 0, count: 257)
        let count = unsafe X509_NAME_get_text_by_NID(
            X509_get_subject_name(certificate), NID_commonName, &name, Int32(name.count))
        commonName = String(
            decoding: name.prefix(Int(max(0, count))).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { unsafe X509_free(certificate) }

    package func pem() throws(SignatureError) -> String {
        unsafe try PEM.write("the certificate") { unsafe PEM_write_bio_X509($0, certificate) }
    }

    /// Whether a chain of valid signatures leads from one of `authorities` to this certificate, each of them valid at the time.
    /// A root stands among the authorities, and what stands between.
    package func isIssued(by authorities: [Certificate], atMs time: Int64) -> Bool {
        guard let store = unsafe X509_STORE_new(), let context = unsafe X509_STORE_CTX_new() else { return false }
        defer {
            unsafe X509_STORE_CTX_free(context)
            unsafe X509_STORE_free(store)
            ERR_clear_error()
        }
        for authority in authorities {
            guard unsafe X509_STORE_add_cert(store, authority.certificate) == 1 else { return false }
        }
        guard unsafe X509_STORE_CTX_init(context, store, certificate, nil) == 1 else { return false }
        unsafe X509_STORE_CTX_set_time(context, 0, time_t(time / 1000))
        return unsafe X509_verify_cert(context) == 1
    }

    private static func serial(of certificate: OpaquePointer) throws(SignatureError) -> (hex: String, decimal: String) {
        guard let number = unsafe ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nil) else {
            throw SignatureError("reading the serial number")
        }
        defer { unsafe BN_free(number) }
        guard let hex = unsafe BN_bn2hex(number), let decimal = unsafe BN_bn2dec(number) else {
            throw SignatureError("reading the serial number")
        }
        defer {
            unsafe CRYPTO_free(hex, #fileID, #line)
            unsafe CRYPTO_free(decimal, #fileID, #line)
        }
        let digits = unsafe String(cString: hex).drop { $0 == "0" }
        return unsafe (String(digits), String(cString: decimal))
    }
}
