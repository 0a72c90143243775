import COpenSSL
import Glibc

/// TLS on one non-blocking socket. For one thread.
@safe final class TLSSession {
    private let tls: OpaquePointer

    enum Step {
        case done
        /// Retry once the socket is readable, or writable.
        case wantsRead
        case wantsWrite
        case failed(String)
    }

    static let exporterLabel = "EXPORTER-rollcall-auth"

    /// Takes ownership of `tls`.
    init(_ tls: OpaquePointer) {
        unsafe self.tls = tls
    }

    deinit {
        unsafe SSL_free(tls)
    }

    func handshake() -> Step {
        ERR_clear_error()
        let result = unsafe SSL_do_handshake(tls)
        guard result != 1 else {
            return unsafe copenssl_has_protocol(tls) == 1 ? .done : .failed("the peer does not speak this protocol")
        }
        switch unsafe SSL_get_error(tls, result) {
        case SSL_ERROR_WANT_READ: return .wantsRead
        case SSL_ERROR_WANT_WRITE: return .wantsWrite
        default: return .failed(reason("handshake", errno))
        }
    }

    func receive(_ bytes: inout [UInt8], atMost most: Int) -> Received {
        ERR_clear_error()
        var count = 0
        let result = unsafe bytes.withUnsafeMutableBytes { unsafe SSL_read_ex(tls, $0.baseAddress, most, &count) }
        guard result != 1 else { return .bytes(count) }
        let code = errno
        switch unsafe SSL_get_error(tls, result) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return .nothing
        case SSL_ERROR_ZERO_RETURN: return .ended
        // The peer closed the transport without a TLS alert, as a killed process does.
        case SSL_ERROR_SYSCALL where code == 0 || code == ECONNRESET: return .ended
        default: return endedByForce ? .ended : .failed(reason("receiving", code))
        }
    }

    func send(_ bytes: [UInt8], from start: Int) -> Sent {
        ERR_clear_error()
        var count = 0
        let result = unsafe bytes.withUnsafeBytes {
            unsafe SSL_write_ex(tls, $0.baseAddress.map { unsafe $0 + start }, $0.count - start, &count)
        }
        guard result != 1 else { return .sent(count) }
        let code = errno
        switch unsafe SSL_get_error(tls, result) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return .blocked
        default: return .failed(reason("sending", code))
        }
    }

    /// Sends a close alert. Ignores whether it arrives.
    func finish() {
        ERR_clear_error()
        unsafe SSL_shutdown(tls)
        ERR_clear_error()
    }

    /// Returns 32 bytes that only the two ends of this connection know.
    func exporter() throws(NetworkError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 32)
        let label = TLSSession.exporterLabel
        let result = unsafe SSL_export_keying_material(tls, &bytes, bytes.count, label, label.utf8.count, nil, 0, 0)
        guard result == 1 else { throw OpenSSL.error("exporting") }
        return bytes
    }

    /// Returns the peer's public key (SubjectPublicKeyInfo, DER).
    func peerPublicKeyInfo() throws(NetworkError) -> [UInt8] {
        guard let certificate = unsafe SSL_get1_peer_certificate(tls) else { throw .tls("the peer has no certificate") }
        defer { unsafe X509_free(certificate) }
        return unsafe try OpenSSL.publicKeyInfo(of: certificate)
    }

    /// True if the transport ended within TLS, which is the same as a disconnect.
    private var endedByForce: Bool {
        copenssl_is_unexpected_end(ERR_peek_error()) == 1
    }

    private func reason(_ doing: String, _ code: Int32) -> String {
        let verified = unsafe SSL_get_verify_result(tls)
        if verified != X509_V_OK, let text = unsafe X509_verify_cert_error_string(verified) {
            return unsafe "\(doing): \(String(cString: text))"
        }
        if ERR_peek_error() == 0 { return "\(doing): \(code == 0 ? "the peer went away" : systemErrorText(code))" }
        guard case .tls(let text) = OpenSSL.error(doing) else { return doing }
        return text
    }
}
