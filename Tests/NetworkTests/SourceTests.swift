import Connection
import Messages
import Testing
import Threads
import Wire

@testable import Network

/// The sources of connections: their limits, and trusted proxies.
@Suite struct SourceTests {
    private static let someone = ServerConfiguration.SourceLimits(
        connections: 2, handshakesPerSecond: 2, handshakesAtOnce: 3)
    private static let own = ServerConfiguration.SourceLimits(
        connections: 5, handshakesPerSecond: 0, handshakesAtOnce: 100)

    private func admission(_ most: Int = 100) -> Admission {
        Admission(most: most, limits: Self.someone, ownLimits: Self.own, loops: 2)
    }

    private func address(_ text: String) throws -> Address { try #require(Address(literal: text)) }

    @Test("one source gets no more than its share, and a network of IPv6 addresses counts as one")
    func shares() throws {
        let admission = admission(9)
        let first = try address("192.0.2.1")
        let mapped = try address("::ffff:192.0.2.1")
        let (sixth, neighbour) = (try address("2001:db8::1"), try address("2001:db8::2"))
        let further = try address("2001:db8:0:1::1")
        #expect(admission.admit(first, nowMs: 0) == .loop(0))
        #expect(admission.admit(first, nowMs: 0) == .loop(1))
        #expect(admission.admit(first, nowMs: 0) == .sourceIsFull)
        #expect(admission.admit(mapped, nowMs: 0) == .sourceIsFull, "the same address seen through an IPv6 socket")
        #expect(admission.admit(sixth, nowMs: 0) == .loop(0) && admission.admit(neighbour, nowMs: 0) == .loop(1))
        #expect(admission.admit(sixth, nowMs: 0) == .sourceIsFull)
        #expect(admission.admit(further, nowMs: 0) == .loop(0))
        // This machine's own programs have a share of their own; another loopback address is a source like any other.
        for _ in 0..<3 { #expect(admission.admit(try address("127.0.0.1"), nowMs: 0) != .sourceIsFull) }
        #expect(admission.total == 8)
        #expect(admission.admit(try address("127.0.0.2"), nowMs: 0) == .loop(0))
        #expect(admission.admit(try address("192.0.2.9"), nowMs: 0) == .full)
        admission.release(first, loop: 0)
        #expect(admission.admit(first, nowMs: 0) == .loop(0))
        #expect(admission.total == 9)
    }

    @Test("this machine's own programs have a share too, and every other loopback address is a source like any")
    func loopback() throws {
        let admission = admission()
        for (text, share) in [("127.0.0.1", 5), ("::1", 5), ("127.0.0.2", 2), ("127.0.0.3", 2)] {
            let source = try address(text)
            for _ in 0..<share { #expect(admission.admit(source, nowMs: 0) != .sourceIsFull) }
            #expect(admission.admit(source, nowMs: 0) == .sourceIsFull, "\(text)")
        }
    }

    @Test("a source has so many handshakes at once, and gets them back in time")
    func handshakes() throws {
        let admission = admission()
        let (source, other) = (try address("192.0.2.1"), try address("192.0.2.2"))
        for _ in 0..<3 { #expect(admission.takeHandshake(of: source, nowMs: 1_000)) }
        #expect(!admission.takeHandshake(of: source, nowMs: 1_000))
        #expect(admission.takeHandshake(of: other, nowMs: 1_000))
        #expect(!admission.takeHandshake(of: source, nowMs: 1_499))
        #expect(admission.takeHandshake(of: source, nowMs: 1_500))
        #expect(!admission.takeHandshake(of: source, nowMs: 1_600))
        // A connection closed and opened anew gets none by it.
        #expect(admission.admit(source, nowMs: 1_600) == .loop(0))
        admission.release(source, loop: 0)
        _ = admission.noteRoom(nowMs: 1_600)
        #expect(!admission.takeHandshake(of: source, nowMs: 1_600))
        for _ in 0..<3 { #expect(admission.takeHandshake(of: source, nowMs: 60_000)) }
        #expect(!admission.takeHandshake(of: source, nowMs: 60_000))
    }

    @Test("a handshake beyond the allowance of its source waits for its turn, and others' do not wait for it")
    func waiting() throws {
        let identity = try TrustTests.identity.get()
        let server = try TestServer {
            $0.listeners = [.init(.tcp(host: "127.0.0.1", port: 0), .tls(identity, siteSignature: [5]))]
            $0.ofOwnSource = .init(connections: 100, handshakesPerSecond: 20, handshakesAtOnce: 1)
            $0.ofSource = .init(connections: 100, handshakesPerSecond: 0, handshakesAtOnce: 1)
            $0.handshakeMs = 1_000
        }
        // The allowance of another source is its own: one handshake, and never another.
        let stranger = try server.connectRaw(from: "127.0.0.2")
        try stranger.shakeHands()
        let second = try server.connectRaw(from: "127.0.0.2")
        #expect(throws: NetworkError.self) { try second.shakeHands() }
        for _ in 0..<3 {
            let client = try server.connect(.siteKey { _ in })
            #expect(try client.echo([1]) == EchoReply(body: [1]).serialized())
        }
    }

    @Test(
        "an address range holds the addresses that begin alike and no other",
        arguments: [
            ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.0", false),
            ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false),
            ("172.16.0.0/12", "172.31.255.255", true), ("172.16.0.0/12", "172.32.0.0", false),
            ("0.0.0.0/0", "203.0.113.1", true), ("0.0.0.0/0", "2001:db8::1", false),
            ("2001:db8::/33", "2001:db8:7fff::1", true), ("2001:db8::/33", "2001:db8:8000::", false),
            ("::1", "::1", true), ("127.0.0.1", "::ffff:127.0.0.1", true),
        ])
    func ranges(range: String, text: String, isInside: Bool) throws {
        #expect(try AddressRange(range).contains(address(text)) == isInside)
    }

    @Test(
        "what is no address range is refused",
        arguments: ["", "proxy.local", "10.0.0.0/33", "10.0.0.0/x", "10/8", "/8"])
    func badRanges(text: String) {
        #expect(throws: NetworkError.badEndpoint(text)) { try AddressRange(text) }
    }
}

extension Channel {
    /// The client's side of TLS, whatever the server's certificate.
    func shakeHands() throws {
        let tls = try TLSContext.pinning().connect(on: socket, host: nil)
        secure(with: tls)
        while true {
            switch tls.handshake() {
            case .done: return
            case .wantsRead, .wantsWrite:
                guard try wait(forWriting: false, by: .inMs(10_000)) else { throw NetworkError.timedOut }
            case .failed(let text): throw NetworkError.tls(text)
            }
        }
    }
}
