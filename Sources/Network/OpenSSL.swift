import COpenSSL

/// The OpenSSL calls that need a buffer or a list, and its errors as values.
enum OpenSSL {
    /// Returns the first error of this thread's queue and clears the queue.
    static func error(_ doing: String) -> NetworkError {
        let code = ERR_get_error()
        ERR_clear_error()
        guard code != 0 else { return .tls(doing) }
        var text = [CChar](repeating: 0, count: 256)
        unsafe ERR_error_string_n(code, &text, text.count)
        let reason = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return .tls("\(doing): \(reason)")
    }

    static func certificate(fromPEM pem: String) throws(NetworkError) -> OpaquePointer {
        unsafe try read(pem, "the certificate") { unsafe PEM_read_bio_X509($0, nil, nil, nil) }
    }

    static func privateKey(fromPEM pem: String) throws(NetworkError) -> OpaquePointer {
        unsafe try read(pem, "the key") { unsafe PEM_read_bio_PrivateKey($0, nil, nil, nil) }
    }

    static func publicKeyInfo(of certificate: OpaquePointer) throws(NetworkError) -> [UInt8] {
        var der: UnsafeMutablePointer<UInt8>?
        let length = unsafe i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der)
        guard length > 0, let start = unsafe der else { throw error("reading the public key") }
        defer { unsafe CRYPTO_free(start, #fileID, #line) }
        return unsafe [UInt8](UnsafeBufferPointer(start: start, count: Int(length)))
    }

    static func expiryMs(of certificate: OpaquePointer) throws(NetworkError) -> Int64 {
        var (days, seconds): (Int32, Int32) = (0, 0)
        guard let epoch = unsafe ASN1_TIME_set(nil, 0) else { throw error("reading a time") }
        defer { unsafe ASN1_STRING_free(epoch) }
        guard unsafe ASN1_TIME_diff(&days, &seconds, epoch, X509_get0_notAfter(certificate)) == 1 else {
            throw error("reading the end of the certificate")
        }
        return (Int64(days) * 86_400 + Int64(seconds)) * 1000
    }

    /// Returns the text that `write` writes into a memory BIO.
    static func pem(_ what: String, _ write: (OpaquePointer) -> Int32) throws(NetworkError) -> String {
        guard let bio = unsafe BIO_new(BIO_s_mem()) else { throw error("writing the \(what)") }
        defer { unsafe BIO_free(bio) }
        guard unsafe write(bio) == 1 else { throw error("writing the \(what)") }
        var bytes: UnsafeMutablePointer<UInt8>?
        let count = unsafe copenssl_memory_bytes(bio, &bytes)
        return unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    static func setSerial(_ certificate: OpaquePointer, _ serial: [UInt8]) -> Int32 {
        guard let number = unsafe BN_bin2bn(serial, Int32(serial.count), nil) else { return 0 }
        defer { unsafe BN_free(number) }
        return unsafe BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) == nil ? 0 : 1
    }

    static func addExtension(_ certificate: OpaquePointer, _ kind: Int32, _ value: String) -> Int32 {
        guard let new = unsafe X509V3_EXT_conf_nid(nil, nil, kind, value) else { return 0 }
        defer { unsafe X509_EXTENSION_free(new) }
        return unsafe X509_add_ext(certificate, new, -1)
    }

    private static func read(
        _ pem: String, _ what: String, _ parse: (OpaquePointer) -> OpaquePointer?
    ) throws(NetworkError) -> OpaquePointer {
        ERR_clear_error()
        let bytes = Array(pem.utf8)
        let parsed = unsafe bytes.withUnsafeBytes { bytes -> OpaquePointer? in
            guard let bio = unsafe BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count)) else { return nil }
            defer { unsafe BIO_free(bio) }
            return unsafe parse(bio)
        }
        guard let parsed = unsafe parsed else { throw error("reading \(what)") }
        return unsafe parsed
    }
}
