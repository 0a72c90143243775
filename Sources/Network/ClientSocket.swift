package import Connection
package import Messages

/// A client's connection over a socket, for one thread that blocks. Calls are buffered until `next` or `flush`, so that
/// calls made together are sent together.
package final class ClientSocket {
    /// The server's address.
    package let address: Address
    package let welcome: Welcome
    /// The versions offered and chosen.
    package let transcript: Transcript
    /// 32 bytes that only the two ends of this connection know; zeros without TLS.
    package let exporter: [UInt8]

    private let wire: ClientWire

    /// Connects, says hello, and verifies the server. Tries the addresses of a host in turn; the deadline covers
    /// everything.
    /// - Throws: `NetworkError`, or the errors of the verification.
    package static func connect(
        to endpoint: Endpoint, trust: ServerTrust, hello: Hello, by deadline: Deadline
    ) throws -> ClientSocket {
        ignoreBrokenPipes()
        let addresses: [Address]
        switch endpoint {
        case .tcp(let host, let port): addresses = try Address.resolve(host: host, port: port)
        case .unix: addresses = [.unix]
        }
        for (number, address) in addresses.enumerated() {
            do {
                let channel = try Channel.connect(to: endpoint, at: address, trust: trust, by: deadline)
                return try ClientSocket(address, channel, trust, hello, by: deadline)
            } catch NetworkError.system where number < addresses.count - 1 {
                continue
            }
        }
        throw NetworkError.unknownHost("\(endpoint)")
    }

    private init(
        _ address: Address, _ channel: Channel, _ trust: ServerTrust, _ hello: Hello, by deadline: Deadline
    ) throws {
        self.address = address
        exporter = try channel.exporter()
        wire = ClientWire(channel: channel, machine: ClientConnection(hello: hello))
        guard case .welcome(let welcome) = try wire.next(by: deadline), let transcript = wire.machine.transcript else {
            throw NetworkError.timedOut
        }
        self.welcome = welcome
        self.transcript = transcript
        switch trust {
        case .siteKey(let verify), .plain(let verify):
            let key = try channel.tls?.peerPublicKeyInfo() ?? []
            try verify(ServerEvidence(publicKeyInfo: key, welcome: welcome))
        case .authorities:
            break
        }
        wire.machine.trust()
    }

    package var isOpen: Bool { wire.machine.isOpen }
    package var callsUnderWay: Int { wire.machine.callsUnderWay }

    /// Starts a call and returns its stream; see `ClientConnection.call`.
    package func call(
        _ method: Method, options: CallOptions = CallOptions(), request: [UInt8]
    ) throws(CallRefusal) -> UInt32 {
        try wire.machine.call(method, options: options, request: request)
    }

    /// See `ClientConnection.items`: if it returns `waiting`, wait for `writable` before sending more.
    package func items(_ stream: UInt32, _ items: [[UInt8]]) throws(CallRefusal) -> Flow {
        try wire.machine.items(stream, items)
    }

    package func endItems(_ stream: UInt32) {
        wire.machine.endItems(stream)
    }

    package func cancel(_ stream: UInt32) {
        wire.machine.cancel(stream)
    }

    package func consumed(_ stream: UInt32, bytes: Int) {
        wire.machine.consumed(stream, bytes: bytes)
    }

    package func ping(nonce: UInt64) {
        wire.machine.ping(nonce: nonce)
    }

    /// Raises the limit to messages of the full size, once the server has authenticated this client.
    package func authenticated() {
        wire.machine.authenticated()
    }

    /// Sends buffered bytes, then returns the server's next event; nil if the deadline passes first.
    /// - Throws: `NetworkError.closed` once the connection has ended and every earlier event was returned.
    package func next(by deadline: Deadline) throws(NetworkError) -> ClientEvent? {
        try wire.next(by: deadline)
    }

    /// Sends the buffered bytes.
    package func flush(by deadline: Deadline) throws(NetworkError) {
        try wire.flush(by: deadline)
    }

    /// Says goodbye and closes, abandoning open calls. Does not wait for the server.
    package func close() {
        wire.close()
    }
}
