import Connection
package import Messages

/// The listeners and limits of a server.
package struct ServerConfiguration: Sendable {
    /// An endpoint to listen on: the first address of a host name, or every address for `0.0.0.0` or `[::]`.
    package struct Listener: Sendable {
        package var endpoint: Endpoint
        package var security: Security

        package init(_ endpoint: Endpoint, _ security: Security) {
            self.endpoint = endpoint
            self.security = security
        }
    }

    package enum Security: Sendable {
        /// Loopback and Unix sockets only; the server refuses to start otherwise.
        case plain
        /// `siteSignature` is the site key's signature over the identity's public key, sent in the welcome.
        case tls(TLSIdentity, siteSignature: [UInt8])
    }

    package var listeners: [Listener]
    /// The welcome's part that is the same for all connections: agent, site, site key, server number, features.
    package var welcome: Welcome
    /// Loop threads, 1 to 64.
    package var loops = 1
    /// The most connections; fewer if the system's limit of open files requires it.
    package var connections = 20_000
    /// The limits of one IPv4 address or IPv6 /64 network.
    package var ofSource = SourceLimits(connections: 1_000, handshakesPerSecond: 50, handshakesAtOnce: 500)
    /// The limits of 127.0.0.1, `::1` and Unix sockets: this machine's own programs.
    package var ofOwnSource = SourceLimits(
        connections: 10_000, handshakesPerSecond: 1_000, handshakesAtOnce: 5_000)
    /// The proxies whose connections start with a PROXY header that names the client.
    package var trustedProxies: [AddressRange] = []
    /// The most bytes held for all connections together: 20,000 idle ones under TLS take 320 MiB of it.
    package var memory = 384 << 20
    // Defaults of `ConnectionLimits`.
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
        /// TLS handshakes: further ones wait, until their connection times out.
        package var handshakesPerSecond: Double
        package var handshakesAtOnce: Double
    }
}
