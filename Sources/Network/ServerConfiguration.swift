import Connection
package import Messages

/// How a server listens and what it bears.
package struct ServerConfiguration: Sendable {
    /// Where to listen: at the first address a host name has, and on every address for `0.0.0.0` or `[::]`.
    package struct Listener: Sendable {
        package var endpoint: Endpoint
        package var security: Security

        package init(_ endpoint: Endpoint, _ security: Security) {
            self.endpoint = endpoint
            self.security = security
        }
    }

    package enum Security: Sendable {
        /// Only on loopback and Unix sockets; anything else is refused when the server starts.
        case plain
        /// `siteSignature`: the site key's over the identity's public key, told in the welcome.
        case tls(TLSIdentity, siteSignature: [UInt8])
    }

    package var listeners: [Listener]
    /// The same for everybody: agent, site, site key, server number, features. The rest is filled in per connection.
    package var welcome: Welcome
    /// Loop threads, 1 to 64.
    package var loops = 1
    /// In all; fewer where the system's limit of open files leaves room for fewer.
    package var connections = 20_000
    /// Of one IPv4 address or IPv6 /64 network.
    package var ofSource = SourceLimits(connections: 1_000, handshakesPerSecond: 50, handshakesAtOnce: 500)
    /// Of 127.0.0.1, `::1` and Unix sockets: this machine's own programs.
    package var ofOwnSource = SourceLimits(
        connections: 10_000, handshakesPerSecond: 1_000, handshakesAtOnce: 5_000)
    /// Whose connections begin with a PROXY header that says where they come from.
    package var trustedProxies: [AddressRange] = []
    /// Bytes kept for all connections together: 20,000 under TLS take 320 MiB of it when nothing waits.
    package var memory = 384 << 20
    // As `ConnectionLimits` has them.
    package var handshakeMs = ConnectionLimits.handshakeMs
    package var frameMs = ConnectionLimits.frameMs
    package var pingAfterMs = ConnectionLimits.pingAfterMs
    package var silentMs = ConnectionLimits.silentMs
    package var lingerMs = ConnectionLimits.lingerMs

    package init(listeners: [Listener], welcome: Welcome) {
        self.listeners = listeners
        self.welcome = welcome
    }

    /// The limits of one source.
    package struct SourceLimits: Sendable {
        package var connections: Int
        /// TLS handshakes: further ones wait for their turn, until their connection is too slow.
        package var handshakesPerSecond: Double
        package var handshakesAtOnce: Double
    }
}
