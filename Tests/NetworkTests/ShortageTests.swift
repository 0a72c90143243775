import Connection
import Messages
import Testing
import Threads
import Wire

@testable import Network

/// When memory or places are short, anonymous connections are closed and known callers are served.
@Suite struct ShortageTests {
    /// An anonymous peer that has said hello.
    private static func opening() -> [UInt8] {
        var bytes = Preface.bytes
        let hello = Hello(versions: VersionRange(lowest: 1, highest: 1), agent: "stranger")
        bytes.appendFrame(.hello, payload: hello.serialized())
        return bytes
    }

    /// Makes calls whose answers are as long as they are.
    private static func echoes(_ count: Int, from first: Int, bytes: Int) -> [UInt8] {
        calls(.diagnosticsEcho, count, from: first, bytes: bytes)
    }

    private static func calls(_ method: Messages.Method, _ count: Int, from first: Int, bytes: Int) -> [UInt8] {
        var all: [UInt8] = []
        for number in first..<(first + count) {
            let method = method.rawValue
            all.appendFrame(
                .call, flags: .end, stream: UInt32(number * 2 + 1),
                payload: [UInt8(method & 0xFF), UInt8(method >> 8), 0] + [UInt8](repeating: 7, count: bytes))
        }
        return all
    }

    @Test("OPS-3 memory has one budget: peers who are anonymous and do not read give way, known callers are served")
    func memory() throws {
        let server = try TestServer {
            $0.loops = 1
            $0.memory = 1 << 20
        }
        let known = try server.connect()
        var strangers: [Channel] = []
        var round: UInt8 = 0
        for _ in 0..<300 {
            let stranger = try server.connectRaw(from: "127.0.0.2")
            // Each would have its own limit and no more.
            try stranger.sendSome(Self.opening())
            let asked = Self.echoes(200, from: 0, bytes: 3_000)
            var sent = 0
            while sent < asked.count, case .sent(let count) = stranger.send(asked, from: sent) { sent += count }
            strangers.append(stranger)
            round &+= 1
            #expect(try known.echo([round]) == EchoReply(body: [round]).serialized())
            #expect(server.server.memory <= 2 << 20)
        }
        #expect(server.ledger.waitUntil { $0.closed.contains(.gaveWay) })
        #expect(try known.echo([1]) == EchoReply(body: [1]).serialized())
        strangers = []
        #expect(server.ledger.waitUntil { $0.notices.contains { if case .memoryAgain = $0 { true } else { false } } })
        let notices = server.ledger.entry.change { $0.notices }
        #expect(notices.first == .memoryShort(bytes: 1 << 20))
        #expect(notices.count == 2, "\(notices)")
    }

    @Test("OPS-3 where no anonymous peer is left, known callers that do not read give way to those that do")
    func knownCallers() throws {
        let server = try TestServer {
            $0.loops = 1
            $0.memory = 4 << 20
        }
        let known = try server.connect()
        var opening = Preface.bytes
        let hello = Hello(versions: VersionRange(lowest: 1, highest: 1), agent: "test")
        opening.appendFrame(.hello, payload: hello.serialized())
        var unread: [Channel] = []
        for _ in 0..<12 {
            let peer = try server.connectRaw()
            let asked = opening + Self.echoes(40, from: 0, bytes: 50_000)
            var sent = 0
            while sent < asked.count, case .sent(let count) = peer.send(asked, from: sent) { sent += count }
            unread.append(peer)
            #expect(try known.echo([1]) == EchoReply(body: [1]).serialized())
        }
        #expect(server.ledger.waitUntil { $0.closed.contains(.gaveWay) })
        #expect(try known.echo([2]) == EchoReply(body: [2]).serialized())
        // The one that reads is there to the end.
        #expect(server.ledger.entry.change { entry in entry.closed.allSatisfy { $0 == .gaveWay } })
    }

    @Test("OPS-3 a stranger who has said hello waits for no newcomer, however many came before its call")
    func newcomers() throws {
        let server = try TestServer { $0.loops = 1 }
        let known = try server.connect()
        let stranger = try server.connectRaw()
        try stranger.sendAll(Self.opening())
        try #require(server.ledger.waitUntil { $0.opened == 2 })
        var crowd: [Channel] = []
        for _ in 0..<200 { crowd.append(try server.connectRaw(from: "127.0.0.2")) }
        while server.server.connections < 202 { try server.ledger.holdLoop(by: known) {} }
        try server.ledger.holdLoop(by: known) {
            for one in crowd { try one.sendAll(Self.opening()) }
            try stranger.sendAll(Self.echoes(1, from: 0, bytes: 3))
        }
        try #require(server.ledger.waitUntil { $0.openedAtEcho.count == 1 && $0.opened == 202 })
        #expect(server.ledger.entry.change { $0.openedAtEcho } == [2])
    }

    @Test("OPS-3 a stranger who says little waits for none of those who always have more to say")
    func greedy() throws {
        let server = try TestServer { $0.loops = 1 }
        let known = try server.connect()
        let stranger = try server.connectRaw()
        try stranger.sendAll(Self.opening())
        var crowd: [Channel] = []
        for _ in 0..<30 {
            let one = try server.connectRaw(from: "127.0.0.2")
            try one.sendAll(Self.opening())
            crowd.append(one)
        }
        try #require(server.ledger.waitUntil { $0.opened == 32 })
        // Each call keeps the loop for a millisecond, and is all that is read of its peer in a turn.
        for one in crowd { try one.sendAll(Self.calls(.accountsTerms, 6, from: 0, bytes: 2_200)) }
        try #require(server.ledger.waitUntil { $0.busy >= 60 })
        var busy = 0
        try server.ledger.holdLoop(by: known) {
            busy = server.ledger.entry.change { $0.busy }
            try stranger.sendAll(Self.echoes(1, from: 0, bytes: 3))
        }
        try #require(server.ledger.waitUntil { $0.busy == 180 })
        let waited = try #require(server.ledger.entry.change { $0.busyAtEcho.first }) - busy
        #expect(busy < 150 && waited < 5, "\(waited) calls behind the first \(busy)")
    }

    @Test("OPS-3 a peer that sends on although told to wait is read slowly, and goes on")
    func impatient() throws {
        let server = try TestServer { $0.loops = 1 }
        let known = try server.connect()
        let peer = try server.connectRaw()
        var opening = Preface.bytes
        let hello = Hello(versions: VersionRange(lowest: 1, highest: 1), agent: "test")
        opening.appendFrame(.hello, payload: hello.serialized())
        let asked = opening + Self.calls(.attendanceCheckIn, 3_000, from: 0, bytes: 100)
        var sent = 0
        while sent < asked.count, case .sent(let count) = peer.send(asked, from: sent) { sent += count }
        #expect(server.ledger.waitUntil { $0.toldToWait > 0 })
        for number in 0..<50 {
            #expect(try known.echo([UInt8(number)]) == EchoReply(body: [UInt8(number)]).serialized())
        }
        let told = server.ledger.entry.change { $0.toldToWait }
        #expect(told < 1_000)
        #expect(server.ledger.waitUntil { $0.toldToWait > told })
    }

    @Test("what is counted for connections is given back when they go")
    func counting() throws {
        let server = try TestServer()
        let before = server.server.memory
        do {
            var clients: [ClientSocket] = []
            for _ in 0..<20 { clients.append(try server.connect()) }
            for client in clients {
                client.authenticated()
                _ = try client.echo([UInt8](repeating: 1, count: 100_000))
                _ = try client.call(.accountsWhoAmI, request: [UInt8](repeating: 1, count: 50_000))
                try client.flush(by: .inMs(10_000))
            }
            #expect(server.ledger.waitUntil { $0.waiting.count == 20 })
            // A call is counted when its turn has ended: an echo behind it comes later.
            for client in clients { _ = try client.echo([1]) }
            #expect(server.server.memory - before >= 20 * 50_000)
        }
        #expect(server.ledger.waitUntil { $0.closed.count == 20 })
        let deadline = Deadline.inMs(10_000)
        while server.server.memory != before, deadline.leftMs > 0 { _ = server.ledger.waitUntil { _ in true } }
        #expect(server.server.memory == before && before == 0)
    }

    @Test("OPS-3 when all places are taken, the anonymous of the source that has the most give way to newcomers")
    func places() throws {
        let server = try TestServer {
            $0.loops = 1
            $0.connections = 64
        }
        let known = try server.connect()
        var crowd: [Channel] = []
        for _ in 0..<80 {
            let stranger = try server.connectRaw(from: "127.0.0.2")
            try stranger.sendSome(Self.opening())
            crowd.append(stranger)
        }
        let alone = try server.connectRaw(from: "127.0.0.5")
        try alone.sendAll(Self.opening())
        for _ in 0..<20 {
            let newcomer = try server.connect()
            #expect(try newcomer.echo([1]) == EchoReply(body: [1]).serialized())
        }
        #expect(try known.echo([2]) == EchoReply(body: [2]).serialized())
        try alone.sendAll(Self.echoes(1, from: 0, bytes: 1))
        #expect(server.server.connections <= 64)
        #expect(server.ledger.waitUntil { $0.notices.contains(.full(connections: 64)) })
        crowd = []
        #expect(server.ledger.waitUntil { $0.notices.contains { if case .roomAgain = $0 { true } else { false } } })
        #expect(server.ledger.entry.change { $0.notices.count } == 2)
        // Still there: it alone came from where it came.
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case .bytes = alone.receive(&buffer) {}
        try alone.sendAll(Self.echoes(1, from: 1, bytes: 1))
        #expect(try alone.wait(forWriting: false, by: .inMs(10_000)))
        guard case .bytes = alone.receive(&buffer) else {
            Issue.record("gone")
            return
        }
    }

    @Test("half a TLS hello costs no TLS session")
    func halfHellos() throws {
        let identity = try TrustTests.identity.get()
        let server = try TestServer {
            $0.loops = 1
            $0.listeners = [.init(.tcp(host: "127.0.0.1", port: 0), .tls(identity, siteSignature: [5]))]
        }
        var halves: [Channel] = []
        for _ in 0..<100 {
            let half = try server.connectRaw()
            try half.sendAll([0x16, 3, 1, 2, 0, 1, 0])
            halves.append(half)
        }
        let client = try server.connect(.siteKey { _ in })
        #expect(try client.echo([1]) == EchoReply(body: [1]).serialized())
        #expect(server.server.connections == 101)
        #expect(server.server.memory < 100 * 4_096 + 40_000)
    }

    @Test("OPS-3 however many anonymous peers keep a loop busy, a known caller waits for few of them")
    func fairness() throws {
        let server = try TestServer { $0.loops = 1 }
        let known = try server.connect()
        var crowd: [Channel] = []
        for _ in 0..<200 {
            let peer = try server.connectRaw(from: "127.0.0.2")
            try peer.sendSome(Self.opening())
            crowd.append(peer)
        }
        #expect(server.ledger.waitUntil { $0.opened == 201 })
        var waits: [UInt64] = []
        for round in 0..<15 {
            // Each keeps the loop for a millisecond: 200 ms for all of them.
            let call = Self.busyCall(stream: UInt32(round * 2 + 1))
            for peer in crowd { try peer.sendSome(call) }
            let begun = MonotonicClock.nowMs()
            #expect(try known.echo([1]) == EchoReply(body: [1]).serialized())
            waits.append(MonotonicClock.nowMs() - begun)
            #expect(server.ledger.waitUntil { $0.busy == 200 * (round + 1) })
        }
        #expect(waits.sorted()[7] < 60, "\(waits) ms")
    }

    private static func busyCall(stream: UInt32) -> [UInt8] {
        let method = Method.accountsTerms.rawValue
        var bytes: [UInt8] = []
        bytes.appendFrame(
            .call, flags: .end, stream: stream, payload: [UInt8(method & 0xFF), UInt8(method >> 8), 0])
        return bytes
    }
}
