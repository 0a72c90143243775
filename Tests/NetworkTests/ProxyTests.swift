import Connection
import Messages
import Testing
import Threads
import Wire

@testable import Network

/// The PROXY protocol: a trusted proxy's client is counted and named by the proxy's header.
@Suite struct ProxyTests {
    private static let signature: [UInt8] = [13, 10, 13, 10, 0, 13, 10, 0x51, 0x55, 0x49, 0x54, 10]

    static func header(_ command: UInt8, _ family: UInt8, _ rest: [UInt8]) -> [UInt8] {
        signature + [command, family, UInt8(rest.count >> 8), UInt8(rest.count & 0xFF)] + rest
    }

    /// 203.0.113.9, port 4711, by way of 198.51.100.1, port 7700.
    static let fourth = header(0x21, 0x11, [203, 0, 113, 9, 198, 51, 100, 1, 0x12, 0x67, 0x1E, 0x14])
    /// A checksum and an ALPN stand behind the addresses; neither is read.
    static let sixth = header(
        0x21, 0x21,
        [0x20, 1, 0x0D, 0xB8] + [UInt8](repeating: 0, count: 11) + [7] + [UInt8](repeating: 1, count: 16)
            + [0x12, 0x67, 0x1E, 0x14] + [3, 0, 4, 1, 2, 3, 4] + [1, 0, 1, 0x61])

    private func opening(_ agent: String = "test") -> [UInt8] {
        var bytes = Preface.bytes
        let hello = Hello(versions: VersionRange(lowest: 1, highest: 1), agent: agent)
        bytes.appendFrame(.hello, payload: hello.serialized())
        return bytes
    }

    @Test("headers of version 2 are read to their end, whatever they carry beside the addresses")
    func reading() throws {
        let client = try #require(Address(literal: "203.0.113.9"))
        guard case .whole(28, let told?) = ProxyHeader((Self.fourth + [1, 2, 3])[...]) else {
            Issue.record("not read")
            return
        }
        #expect(told.host == client.host && told.port == 4711)
        guard case .whole(Self.sixth.count, let far?) = ProxyHeader(Self.sixth[...]) else {
            Issue.record("not read")
            return
        }
        #expect(far.description == "[2001:db8::7]:4711")
        // LOCAL, and transports we do not know: the connection is the proxy's own.
        #expect(ProxyHeader(Self.header(0x20, 0x11, [1, 2, 3])[...]) == .whole(size: 19, client: nil))
        #expect(ProxyHeader(Self.header(0x21, 0x00, [])[...]) == .whole(size: 16, client: nil))
        #expect(
            ProxyHeader(Self.header(0x21, 0x31, [UInt8](repeating: 0, count: 216))[...])
                == .whole(size: 232, client: nil))
        for whole in [Self.fourth, Self.sixth] {
            for count in 0..<whole.count { #expect(ProxyHeader(whole[..<count]) == .incomplete) }
        }
    }

    @Test(
        "what is no header is told as soon as it is clear",
        arguments: [
            [0xF2], signature.dropLast() + [11], header(0x11, 0x11, []), header(0x22, 0x11, []),
            header(0x21, 0x11, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
            header(0x21, 0x21, [UInt8](repeating: 0, count: 35)), signature + [0x21, 0x11, 0xFF, 0xFF],
            Array("PROXY TCP4 203.0.113.9".utf8),
        ] as [[UInt8]])
    func malformed(bytes: [UInt8]) {
        #expect(ProxyHeader(bytes[...]) == .malformed)
    }

    @Test(
        "the address of a connection through a trusted proxy is its client's, on plain and TLS listeners, in pieces too"
    )
    func trusted() throws {
        let identity = try TrustTests.identity.get()
        let server = try TestServer {
            $0.trustedProxies = [try AddressRange("127.0.0.3")]
            $0.listeners.append(.init(.tcp(host: "127.0.0.1", port: 0), .tls(identity, siteSignature: [5])))
        }
        let plain = try server.connectRaw(from: "127.0.0.3")
        for byte in Self.fourth { try plain.sendAll([byte]) }
        try plain.sendAll(opening())
        #expect(server.ledger.waitUntil { $0.addresses == ["203.0.113.9:4711"] })
        let secure = try server.connectRaw(from: "127.0.0.3", listener: 1)
        try secure.sendAll(Self.sixth)
        try secure.shakeHands()
        try secure.sendAll(opening())
        #expect(server.ledger.waitUntil { $0.addresses.last == "[2001:db8::7]:4711" })
        let own = try server.connectRaw(from: "127.0.0.3")
        try own.sendAll(Self.header(0x20, 0, []) + opening())
        #expect(server.ledger.waitUntil { $0.addresses.count == 3 && $0.addresses[2].hasPrefix("127.0.0.3:") })
        // Who comes without a proxy goes on as ever.
        #expect(try server.connect().echo([1]) == EchoReply(body: [1]).serialized())
    }

    @Test(
        "a header from an address that is no trusted proxy is a violation, and so is a proxy's connection without one")
    func untrusted() throws {
        let identity = try TrustTests.identity.get()
        let server = try TestServer {
            $0.trustedProxies = [try AddressRange("127.0.0.3")]
            $0.listeners.append(.init(.tcp(host: "127.0.0.1", port: 0), .tls(identity, siteSignature: [5])))
        }
        for listener in [0, 1] {
            let liar = try server.connectRaw(from: "127.0.0.4", listener: listener)
            try liar.sendAll(Self.fourth + opening())
            #expect(try liar.readToEnd().isEmpty)
            let bare = try server.connectRaw(from: "127.0.0.3", listener: listener)
            try bare.sendAll(opening())
            #expect(try bare.readToEnd().isEmpty)
        }
        #expect(server.ledger.entry.change { $0.opened == 0 })
    }

    @Test("people behind one proxy have a share each, and the proxy has none of its own")
    func shares() throws {
        let server = try TestServer {
            $0.trustedProxies = [try AddressRange("127.0.0.3")]
            $0.ofSource = .init(connections: 2, handshakesPerSecond: 10, handshakesAtOnce: 10)
        }
        func through(_ last: UInt8) throws -> Channel {
            let channel = try server.connectRaw(from: "127.0.0.3")
            try channel.sendAll(
                Self.header(0x21, 0x11, [203, 0, 113, last, 198, 51, 100, 1, 0x12, 0x67, 0x1E, 0x14]) + opening())
            return channel
        }
        var kept: [Channel] = []
        for last in 1...3 as ClosedRange<UInt8> { kept += [try through(last), try through(last)] }
        #expect(server.ledger.waitUntil { $0.opened == 6 })
        #expect(try through(1).readToEnd().isEmpty)
        kept.removeFirst()
        #expect(server.ledger.waitUntil { $0.closed.count == 1 })
        kept.append(try through(1))
        #expect(server.ledger.waitUntil { $0.opened == 7 })
    }

    @Test("a proxy that does not finish its header is closed in time")
    func slow() throws {
        let server = try TestServer {
            $0.trustedProxies = [try AddressRange("127.0.0.3")]
            $0.handshakeMs = 100
        }
        let proxy = try server.connectRaw(from: "127.0.0.3")
        try proxy.sendAll(Array(Self.fourth.dropLast()))
        #expect(try proxy.readToEnd().isEmpty)
        #expect(server.server.connections == 0)
    }
}
