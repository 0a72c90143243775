import Crypto
import Messages
package import Network
package import Passes

/// The address of a server and the fingerprint of its site.
package struct ServerSite: Sendable, Equatable {
    package let endpoint: Endpoint
    package let fingerprint: SiteFingerprint
    /// Without TLS; local addresses only.
    package let isPlain: Bool

    package init(_ endpoint: Endpoint, _ fingerprint: SiteFingerprint, isPlain: Bool = false) {
        self.endpoint = endpoint
        self.fingerprint = fingerprint
        self.isPlain = isPlain
    }

    var trust: ServerTrust {
        let fingerprint = fingerprint
        return Self.trust(isPlain: isPlain) { found in
            guard found == fingerprint else { throw ClientError.wrongSite(found: found.text) }
        }
    }

    /// Asks which site answers at an endpoint. A person must decide whether it is the right one.
    package static func ask(_ endpoint: Endpoint, isPlain: Bool, waitMs: UInt64) throws(ClientError) -> SiteFingerprint
    {
        let trust = trust(isPlain: isPlain) { _ in }
        let socket = try ClientError.catching {
            try ClientSocket.connect(to: endpoint, trust: trust, hello: Client.hello, by: .inMs(waitMs))
        }
        defer { socket.close() }
        return try ClientError.catching { try SiteFingerprint(siteID: socket.welcome.site) }
    }

    /// Verifies that the site id is a hash of the site key, and that the site key has signed the key of this TLS
    /// connection. Only the site with this fingerprint can prove both.
    private static func trust(
        isPlain: Bool, _ judge: @escaping @Sendable (SiteFingerprint) throws -> Void
    ) -> ServerTrust {
        let verify: ServerTrust.Verification = { evidence in
            // A malformed key proves nothing either.
            guard let key = try? PublicKey(evidence.welcome.siteKey), key.siteID == evidence.welcome.site else {
                throw ClientError.unproven
            }
            if !isPlain {
                guard key.verifies(evidence.welcome.tlsKeySignature, .tlsKey, evidence.publicKeyInfo) else {
                    throw ClientError.unproven
                }
            }
            try judge(SiteFingerprint(siteID: evidence.welcome.site))
        }
        return isPlain ? .plain(verify: verify) : .siteKey(verify: verify)
    }
}
