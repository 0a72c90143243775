import COpenSSL

/// The settings shared by all TLS connections of one listener, or of one client. TLS 1.3 only, ALPN `rollcall/1`, no
/// early data and no session tickets: each connection is a full handshake with an exporter of its own.
@safe final class TLSContext: @unchecked Sendable {
    // Sendable by hand: OpenSSL counts references atomically, and nothing is set after the initialiser.
    private let context: OpaquePointer

    /// The context of a server.
    init(_ identity: TLSIdentity) throws(NetworkError) {
        unsafe context = try TLSContext.make(server: TLS_server_method())
        let certificate = unsafe try OpenSSL.certificate(fromPEM: identity.certificatePEM)
        defer { unsafe X509_free(certificate) }
        let key = unsafe try OpenSSL.privateKey(fromPEM: identity.keyPEM)
        defer { unsafe EVP_PKEY_free(key) }
        guard
            unsafe SSL_CTX_use_certificate(context, certificate) == 1,
            unsafe SSL_CTX_use_PrivateKey(context, key) == 1,
            unsafe SSL_CTX_set_num_tickets(context, 0) == 1
        else { throw OpenSSL.error("using the certificate") }
        unsafe copenssl_demand_protocol(context)
    }

    /// The context of a client that verifies the server's key itself, after the welcome.
    static func pinning() throws(NetworkError) -> TLSContext {
        try TLSContext(verify: SSL_VERIFY_NONE)
    }

    /// The context of a client that trusts the system's certificate authorities.
    static func authorities() throws(NetworkError) -> TLSContext {
        let context = try TLSContext(verify: SSL_VERIFY_PEER)
        guard unsafe SSL_CTX_set_default_verify_paths(context.context) == 1 else {
            throw OpenSSL.error("reading the system's certificate authorities")
        }
        return context
    }

    private init(verify: Int32) throws(NetworkError) {
        unsafe context = try TLSContext.make(server: TLS_client_method())
        unsafe SSL_CTX_set_verify(context, verify, nil)
        guard unsafe copenssl_offer_protocol(context) == 1 else { throw OpenSSL.error("offering the protocol") }
    }

    private static func make(server method: OpaquePointer?) throws(NetworkError) -> OpaquePointer {
        ERR_clear_error()
        guard let context = unsafe SSL_CTX_new(method) else { throw OpenSSL.error("making a TLS context") }
        unsafe copenssl_set_up(context)
        return unsafe context
    }

    deinit {
        unsafe SSL_CTX_free(context)
    }

    /// Makes the server's end of a connection on `socket`.
    func accept(on socket: Int32) throws(NetworkError) -> TLSSession {
        let tls = unsafe try new(on: socket)
        unsafe SSL_set_accept_state(tls)
        return unsafe TLSSession(tls)
    }

    /// Makes the client's end. With `host`, the certificate must be for it.
    func connect(on socket: Int32, host: String?) throws(NetworkError) -> TLSSession {
        let tls = unsafe try new(on: socket)
        unsafe SSL_set_connect_state(tls)
        let session = unsafe TLSSession(tls)
        if let host {
            let parameters = unsafe SSL_get0_param(tls)
            let isAddress = unsafe X509_VERIFY_PARAM_set1_ip_asc(parameters, host) == 1
            ERR_clear_error()
            guard
                unsafe isAddress
                    || (SSL_set1_host(tls, host) == 1 && copenssl_set_host_name(tls, host) == 1)
            else { throw OpenSSL.error("demanding the name \(host)") }
        }
        return session
    }

    private func new(on socket: Int32) throws(NetworkError) -> OpaquePointer {
        ERR_clear_error()
        guard let tls = unsafe SSL_new(context) else { throw OpenSSL.error("making a TLS connection") }
        guard unsafe SSL_set_fd(tls, socket) == 1 else {
            unsafe SSL_free(tls)
            throw OpenSSL.error("making a TLS connection")
        }
        return unsafe tls
    }
}
