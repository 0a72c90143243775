package import Messages

/// How a client makes sure which server it talks to. There is no way not to.
package enum ServerTrust: Sendable {
    /// TLS, whatever the certificate: `verify` decides by the server's public key and its welcome, before any call.
    /// Whoever the key belongs to has shown in the handshake that it has it.
    case siteKey(verify: Verification)
    /// TLS, and the certificate is one of the system's certificate authorities' for this host.
    case authorities
    /// No TLS: only to loopback and Unix sockets. `verify` gets no public key.
    case plain(verify: Verification)

    /// Throws to refuse; what it throws is what connecting throws.
    package typealias Verification = @Sendable (ServerEvidence) throws -> Void
}

/// What a server has shown of itself.
package struct ServerEvidence: Sendable {
    /// SubjectPublicKeyInfo, DER; empty without TLS. The welcome's `tlsKeySignature` is the site key's over it.
    package let publicKeyInfo: [UInt8]
    package let welcome: Welcome
}
