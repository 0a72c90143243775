import COpenSSL

/// OpenSSL could not read a key or a certificate, or make one.
package struct SignatureError: Error, Equatable, Sendable, CustomStringConvertible {
    package let description: String

    /// Takes the errors of this thread's queue away with it.
    init(_ doing: String) {
        let code = ERR_get_error()
        ERR_clear_error()
        guard code != 0 else {
            description = doing
            return
        }
        var text = [CChar](repeating: 0, count: 256)
        unsafe ERR_error_string_n(code, &text, text.count)
        let reason = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        description = "\(doing): \(reason)"
    }
}

/// The calls that need a memory BIO.
enum PEM {
    static func read(
        _ pem: String, _ what: String, _ parse: (OpaquePointer) -> OpaquePointer?
    ) throws(SignatureError) -> OpaquePointer {
        ERR_clear_error()
        let bytes = Array(pem.utf8)
        let parsed = unsafe bytes.withUnsafeBytes { bytes -> OpaquePointer? in
            guard let bio = unsafe BIO_new_mem_buf(bytes.baseAddress, Int32(clamping: bytes.count)) else { return nil }
            defer { unsafe BIO_free(bio) }
            return unsafe parse(bio)
        }
        guard let parsed = unsafe parsed else { throw SignatureError("reading \(what)") }
        return unsafe parsed
    }

    static func write(_ what: String, _ write: (OpaquePointer) -> Int32) throws(SignatureError) -> String {
        guard let bio = unsafe BIO_new(BIO_s_mem()) else { throw SignatureError("writing \(what)") }
        defer { unsafe BIO_free(bio) }
        guard unsafe write(bio) == 1 else { throw SignatureError("writing \(what)") }
        var bytes: UnsafeMutablePointer<UInt8>?
        let count = unsafe copenssl_memory_bytes(bio, &bytes)
        return unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
}
