import Crypto
import Messages
package import Network
package import Passes

/// Where a server is and which site it must prove to be.
package struct ServerSite: Sendable, Equatable {
    package let endpoint: Endpoint
    package let fingerprint: SiteFingerprint
    /// Without TLS; only to this machine.
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

    /// Learns which site answers here. Whether that is the one meant is for a person to say.
    package static func ask(_ endpoint: Endpoint, isPlain: Bool, waitMs: UInt64) throws(ClientError) -> SiteFingerprint
    {
        let trust = trust(isPlain: isPlain) { _ in }
        let socket = try ClientError.catching {
            try ClientSocket.connect(to: endpoint, trust: trust, hello: Client.hello, by: .inMs(waitMs))
        }
        defer { socket.close() }
        return try ClientError.catching { try SiteFingerprint(siteID: socket.welcome.site) }
    }

    /// The site id is a hash of the site key, and the site key has signed the key that this very TLS connection was
    /// made with. Only the site whose fingerprint it is can show both.
    private static func trust(
        isPlain: Bool, _ judge: @escaping @Sendable (SiteFingerprint) throws -> Void
    ) -> ServerTrust {
        let verify: ServerTrust.Verification = { evidence in
            // Bytes that are no key prove as little as a wrong one.
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
