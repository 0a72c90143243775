package import Messages

/// How a client verifies the server. It cannot be turned off.
package enum ServerTrust: Sendable {
    /// TLS with any certificate: `verify` decides by the server's public key and its welcome, before any call. The
    /// handshake has proved that the server holds the key.
    case siteKey(verify: Verification)
    /// TLS with a certificate for this host from one of the system's certificate authorities.
    case authorities
    /// No TLS: loopback and Unix sockets only. `verify` gets no public key.
    case plain(verify: Verification)

    /// Throws to refuse; `connect` rethrows its error.
    package typealias Verification = @Sendable (ServerEvidence) throws -> Void
}

/// The evidence of a server's identity.
package struct ServerEvidence: Sendable {
    /// SubjectPublicKeyInfo, DER; empty without TLS. The welcome's `tlsKeySignature` is the site key's signature over
    /// it.
    package let publicKeyInfo: [UInt8]
    package let welcome: Welcome
}
