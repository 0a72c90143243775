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
    package var connections = 20_000
    /// From one IPv4 address or IPv6 /64 network, not counting this machine's own.
    package var connectionsPerAddress = 1_000
    /// From being accepted to a complete hello, TLS included.
    package var handshakeMs: UInt64 = 10_000
    /// From the first byte of a frame to its last.
    package var frameMs: UInt64 = 60_000
    /// Without a byte received, a ping is sent after the one and the connection closed after the other.
    package var pingAfterMs: UInt64 = 30_000
    package var silentMs: UInt64 = 90_000
    /// How long what is left to say may take to be read once a connection has ended.
    package var lingerMs: UInt64 = 2_000

    package init(listeners: [Listener], welcome: Welcome) {
        self.listeners = listeners
        self.welcome = welcome
    }
}
