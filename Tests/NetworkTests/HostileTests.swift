import Connection
import Messages
import Testing
import Threads
import Wire

@testable import Network

/// Peers that are wrong, slow, greedy or gone. Each harms its own connection and no other.
@Suite struct HostileTests {
    private static let hello = Hello(versions: VersionRange(lowest: 1, highest: 1)).serialized()

    /// The first bytes of a client.
    private static var opening: [UInt8] {
        var bytes = Preface.bytes
        bytes.appendFrame(.hello, payload: hello)
        return bytes
    }

    private static func call(_ stream: UInt32, _ method: Method, _ request: [UInt8] = [], end: Bool = true) -> [UInt8] {
        let number = method.rawValue
        var bytes: [UInt8] = []
        bytes.appendFrame(
            .call, flags: end ? .end : [], stream: stream,
            payload: [UInt8(number & 0xFF), UInt8(number >> 8), 0] + request)
        return bytes
    }

    @Test("a request of another protocol is closed at once and gets no byte")
    func otherProtocol() throws {
        let server = try TestServer()
        let browser = try server.connectRaw()
        try browser.sendAll(Array("GET / HTTP/1.1\r\nHost: rollcall\r\n\r\n".utf8))
        #expect(try browser.readToEnd().isEmpty)
    }

    @Test("a peer that breaks the protocol can read why, though it has sent more than was read")
    func goodbyeArrives() throws {
        let server = try TestServer()
        let peer = try server.connectRaw()
        var bytes = HostileTests.opening
        bytes += [0, 0, 0, 0x17, 0, 0, 0, 0]
        bytes += [UInt8](repeating: 0xAA, count: 200_000)
        try peer.sendAll(bytes)
        let heard = try peer.readToEnd()
        let why = Goodbye(code: .badFrame, text: "frame kind 23 is unknown").serialized()
        #expect(heard.suffix(why.count).elementsEqual(why))
        #expect(server.ledger.waitUntil { $0.closed.count == 1 })
    }

    @Test("who does not say hello in time is closed, and so is who drips it", arguments: [0, 20])
    func slowHandshake(bytes: Int) throws {
        let server = try TestServer { $0.handshakeMs = 100 }
        let peer = try server.connectRaw()
        try peer.sendAll(Array(HostileTests.opening.prefix(bytes)))
        #expect(try peer.readToEnd().isEmpty)
        #expect(server.server.connections == 0)
    }

    @Test("a frame that never comes to its end is given up, a steady flow of frames is not")
    func slowFrame() throws {
        let server = try TestServer { $0.frameMs = 500 }
        let peer = try server.connectRaw()
        try peer.sendAll(HostileTests.opening + HostileTests.call(1, .diagnosticsEcho).dropLast())
        _ = try peer.readToEnd()
        #expect(server.ledger.waitUntil { $0.closed == [.tooSlow] })

        // Long enough that a busy machine's pauses do not count as a frame that never ends.
        let patient = try TestServer { $0.frameMs = 2_000 }
        let steady = try patient.connectRaw()
        try steady.sendAll(HostileTests.opening)
        let deadline = Deadline.inMs(2_600)
        var stream: UInt32 = 1
        var half: [UInt8] = []
        var replies = [UInt8](repeating: 0, count: 4096)
        while deadline.leftMs > 0 {
            let call = HostileTests.call(stream, .diagnosticsEcho, [UInt8](repeating: 1, count: 20))
            #expect(try steady.sendAll(half + call[..<9]))
            half = Array(call[9...])
            stream += 2
            _ = try steady.wait(forWriting: false, by: .inMs(10))
            // Replies are read: who does not read is not read from either.
            while case .bytes = steady.receive(&replies) {}
        }
        #expect(patient.ledger.entry.change { $0.closed.isEmpty })
    }

    @Test("a silent client is asked, and stays if it answers")
    func silence() throws {
        let server = try TestServer {
            $0.pingAfterMs = 50
            $0.silentMs = 800
        }
        let client = try server.connect()
        #expect(try client.next(by: .inMs(1_200)) == nil)
        #expect(try client.echo([5]) == EchoReply(body: [5]).serialized())
        let dead = try server.connectRaw()
        try dead.sendAll(HostileTests.opening)
        #expect(try dead.readToEnd().count > 8)
        #expect(server.ledger.waitUntil { $0.closed.contains(.silent) })
    }

    @Test("connections beyond the limit are closed, and there is room again when one goes")
    func tooMany() throws {
        let server = try TestServer { $0.connections = 3 }
        var clients = try (0..<3).map { _ in try server.connect() }
        #expect(try server.connectRaw().readToEnd().isEmpty)
        clients.removeLast()
        #expect(server.ledger.waitUntil { $0.closed.count == 1 })
        let next = try server.connect()
        #expect(try next.echo([1]) == EchoReply(body: [1]).serialized())
    }

    @Test("who asks for megabytes and does not read is not read from, holds little, and gets all when it reads")
    func slowReader() throws {
        let server = try TestServer()
        let peer = try server.connectRaw()
        var asked = HostileTests.opening
        // Far more in answers than sockets hold: 200 streams of 1,000 KiB, with the credit for it given in advance.
        var stream: UInt32 = 1
        for _ in 0..<200 {
            asked += HostileTests.call(stream, .syncPull, [UInt8](repeating: 0, count: 1_000))
            for _ in 0..<4 {
                asked.appendFrame(.credit, stream: stream, payload: Credit(bytes: 256 << 10).serialized())
            }
            stream += 2
        }
        try peer.sendAll(asked)
        let other = try server.connect()
        for round in 0..<200 { #expect(try other.echo([UInt8(round)]) == EchoReply(body: [UInt8(round)]).serialized()) }
        var received = 0
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        let expected = 200 * (1_000 << 10)
        while received < expected {
            switch peer.receive(&buffer) {
            case .bytes(let count): received += count
            case .nothing: #expect(try peer.wait(forWriting: false, by: .inMs(10_000)))
            case .ended, .failed:
                Issue.record("ended after \(received)")
                return
            }
        }
        #expect(server.ledger.entry.change { $0.closed.isEmpty })
    }

    @Test("who floods with calls does not keep others from their answers")
    func flood() throws {
        let server = try TestServer { $0.loops = 1 }
        let running = server.server
        let isEnough = Locked(false)
        let flooding = try server.connectRaw()
        try flooding.sendAll(HostileTests.opening)
        let burst = (0..<2_000).flatMap { HostileTests.call(UInt32($0 * 2 + 1), .diagnosticsEcho, [1, 2, 3]) }
        let endpoint = running.endpoints[0]
        let flood = Thread.start("flood") {
            do {
                let client = try ClientSocket.connect(
                    to: endpoint, trust: .plain { _ in }, hello: Hello(), by: .inMs(10_000))
                while !isEnough.withLock({ $0 }) {
                    while client.callsUnderWay < 250 { _ = try client.call(.diagnosticsEcho, request: [1, 2, 3]) }
                    _ = try client.next(by: .inMs(10_000))
                }
            } catch {
                Issue.record("\(error)")
            }
        }
        try flooding.sendAll(burst)
        let client = try server.connect()
        for round in 0..<500 {
            let body = [UInt8(truncatingIfNeeded: round)]
            #expect(try client.echo(body) == EchoReply(body: body).serialized())
        }
        isEnough.withLock { $0 = true }
        flood.join()
    }

    @Test("a connection that is cut in the middle of anything is cleaned up", arguments: 0..<8)
    func cut(part: Int) throws {
        let server = try TestServer()
        let bytes =
            HostileTests.opening + HostileTests.call(1, .syncPush, end: false)
            + HostileTests.call(3, .accountsWhoAmI) + HostileTests.call(5, .syncPull, [UInt8](repeating: 0, count: 900))
        do {
            let peer = try server.connectRaw()
            try peer.sendAll(Array(bytes.prefix(bytes.count * part / 7)))
        }
        // Accepted after it: from here on the one that was cut is counted, or has gone.
        do { _ = try server.connect() }
        let deadline = Deadline.inMs(10_000)
        while server.server.connections > 0, deadline.leftMs > 0 { _ = server.ledger.waitUntil { _ in true } }
        #expect(server.server.connections == 0)
        #expect(server.ledger.entry.change { $0.opened == $0.closed.count })
    }

    @Test("answers to a connection that has gone, or to its successor's slot, reach nobody")
    func lateAnswers() throws {
        let server = try TestServer { $0.loops = 1 }
        do {
            let gone = try server.connect()
            _ = try gone.call(.accountsWhoAmI, request: [])
            try gone.flush(by: .inMs(10_000))
            #expect(server.ledger.waitUntil { $0.waiting.count == 1 })
        }
        #expect(server.ledger.waitUntil { $0.closed.count == 1 })
        let successor = try server.connect()
        let stream = try successor.call(.accountsWhoAmI, request: [])
        try successor.flush(by: .inMs(10_000))
        #expect(server.ledger.waitUntil { $0.waiting.count == 2 })
        let waiting = server.ledger.entry.change { $0.waiting }
        waiting[0].0.answer(.reply(stream: waiting[0].1, [1]))
        waiting[0].0.answer(.goodbye(Goodbye(code: .internal)))
        waiting[1].0.answer(.reply(stream: waiting[1].1, [2]))
        #expect(try successor.next(by: .inMs(10_000)) == .reply(stream: stream, [2]))
    }
}
