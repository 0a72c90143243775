import Connection
import Messages
import Testing
import Threads
import Wire

@testable import Network

@Suite struct TrustTests {
    struct WrongServer: Swift.Error, Equatable {}

    static let identity = Result {
        try TLSIdentity.make(names: ["localhost", "127.0.0.1"], serial: SystemRandom.bytes(16), days: 30)
    }

    func server(_ identity: TLSIdentity) throws -> TestServer {
        let endpoint = Endpoint.tcp(host: "127.0.0.1", port: 0)
        return try TestServer { $0.listeners = [.init(endpoint, .tls(identity, siteSignature: [5, 5]))] }
    }

    @Test("a client that knows the server's key calls it over TLS, and both ends have the same exporter")
    func pinned() throws {
        let identity = try TrustTests.identity.get()
        let server = try server(identity)
        let client = try server.connect(
            .siteKey { evidence in
                guard evidence.publicKeyInfo == identity.publicKeyInfo, evidence.welcome.tlsKeySignature == [5, 5]
                else { throw WrongServer() }
            })
        client.authenticated()
        let body = [UInt8](repeating: 3, count: 500_000)
        #expect(try client.echo(body) == EchoReply(body: body).serialized())
        let exporters = server.ledger.entry.change { $0.exporters }
        #expect(exporters == [client.exporter])
        #expect(Set(client.exporter).count > 1)
        let second = try server.connect(.siteKey { _ in })
        #expect(second.exporter != client.exporter)
    }

    @Test("what the verification throws ends the connection before any call")
    func refused() throws {
        let server = try server(TrustTests.identity.get())
        #expect(throws: WrongServer()) { try server.connect(.siteKey { _ in throw WrongServer() }) }
        #expect(server.ledger.waitUntil { $0.closed == [.disconnected] })
    }

    @Test("a certificate of nobody the system knows is refused when authorities decide")
    func authorities() throws {
        let server = try server(TrustTests.identity.get())
        #expect(throws: NetworkError.self) { try server.connect(.authorities) }
    }

    @Test("plain text is refused off this machine, by the server that would listen and the client that would connect")
    func plainOffLoopback() throws {
        let everywhere = Endpoint.tcp(host: "0.0.0.0", port: 0)
        #expect(throws: NetworkError.plainRefused("0.0.0.0:0")) {
            _ = try TestServer { $0.listeners = [.init(everywhere, .plain)] }
        }
        #expect(throws: NetworkError.plainRefused("192.0.2.1:7700")) {
            try ClientSocket.connect(
                to: Endpoint("192.0.2.1:7700"), trust: .plain { _ in }, hello: Hello(), by: .inMs(1_000))
        }
    }

    @Test("a client that speaks plain text to a TLS port is closed, and one that speaks TLS to a plain port")
    func crossed() throws {
        let secure = try server(TrustTests.identity.get())
        #expect(throws: NetworkError.self) { try secure.connect(.plain { _ in }) }
        let plain = try TestServer()
        #expect(throws: NetworkError.self) { try plain.connect(.siteKey { _ in }) }
    }

    @Test("a new certificate is shown to who comes from now on, and who is there keeps the old one")
    func reloaded() throws {
        let old = try TrustTests.identity.get()
        let new = try TLSIdentity.make(names: ["localhost"], serial: SystemRandom.bytes(16), days: 30)
        let server = try server(old)
        func connect(_ identity: TLSIdentity, _ signature: [UInt8]) throws -> ClientSocket {
            try server.connect(
                .siteKey { evidence in
                    guard evidence.publicKeyInfo == identity.publicKeyInfo,
                        evidence.welcome.tlsKeySignature == signature
                    else { throw WrongServer() }
                })
        }
        let before = try connect(old, [5, 5])
        try server.server.show(new, siteSignature: [6, 6])
        let after = try connect(new, [6, 6])
        #expect(throws: WrongServer()) { try connect(old, [5, 5]) }
        for client in [before, after] { #expect(try client.echo([1]) == EchoReply(body: [1]).serialized()) }
    }

    @Test("TLS with another protocol's name, or with none, is refused in the handshake", arguments: ["h2", ""])
    func otherProtocols(name: String) throws {
        let server = try server(TrustTests.identity.get())
        let peer = try server.connectRaw()
        try peer.sendAll(ClientHello.offering(name))
        // A fatal alert 120, no_application_protocol.
        #expect(try peer.readToEnd() == [0x15, 3, 3, 0, 2, 2, 120])
    }

    @Test("an identity comes back from its PEM, and not with another's key")
    func identities() throws {
        let identity = try TrustTests.identity.get()
        let other = try TLSIdentity.make(names: ["other"], serial: [1], days: 1)
        let read = try TLSIdentity(certificatePEM: identity.certificatePEM, keyPEM: identity.keyPEM)
        #expect(read.publicKeyInfo == identity.publicKeyInfo)
        #expect(identity.publicKeyInfo.count == 91, "a P-256 key in SubjectPublicKeyInfo")
        #expect(throws: NetworkError.self) {
            try TLSIdentity(certificatePEM: identity.certificatePEM, keyPEM: other.keyPEM)
        }
        #expect(throws: NetworkError.self) { try TLSIdentity(certificatePEM: "none", keyPEM: identity.keyPEM) }
    }

    @Test(
        "loopback is this machine and nothing else is",
        arguments: [
            ("127.0.0.1", true), ("127.9.9.9", true), ("::1", true), ("::ffff:127.0.0.1", true), ("128.0.0.1", false),
            ("10.0.0.1", false), ("::2", false), ("::ffff:10.0.0.1", false), ("fe80::1", false), ("0.0.0.0", false),
            ("::", false),
        ])
    func loopback(host: String, isLocal: Bool) throws {
        #expect(try Address.resolve(host: host, port: 1).allSatisfy { $0.isLocal == isLocal })
    }

    @Test(
        "endpoints are read as they are written",
        arguments: [
            "localhost:7700", "127.0.0.1:1", "[::1]:65535", "unix:/run/rollcall.sock",
        ])
    func endpoints(text: String) throws {
        #expect(try Endpoint(text).description == text)
    }

    @Test("what is no endpoint is refused", arguments: ["", "host", ":1", "host:", "host:65536", "::1:80", "unix:"])
    func badEndpoints(text: String) {
        #expect(throws: NetworkError.badEndpoint(text)) { try Endpoint(text) }
    }
}
