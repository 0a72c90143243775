import Messages
import Testing
import Wire

@testable import Connection

@Suite struct LimitTests {
    @Test("256 calls may be under way, one more ends the connection, and an answer makes room")
    func calls() {
        var server = ServerConnection.opened()
        for number in 0..<256 { server.feed(Frames.call(UInt32(number * 2 + 1))) }
        #expect(server.callsUnderWay == 256)
        server.reply(5, [])
        server.feed(Frames.call(513))
        #expect(server.closed == nil)
        server.feed(Frames.call(515))
        #expect(server.violation == .tooManyCalls)
        #expect(server.said().last?.kind == .goodbye)
    }

    @Test("a cancelled call gets its one answer at once and its place is free, whatever the application does")
    func cancelledCalls() {
        var server = ServerConnection.opened(authenticated: true)
        var told = 0
        for number in 0..<600 {
            let stream = UInt32(number * 2 + 1)
            server.feed(Frames.call(stream, .syncPush, flags: []) + Frames.of(.cancel, stream: stream)) { event in
                if case .cancelled(stream) = event { told += 1 }
            }
        }
        #expect(server.closed == nil && server.callsUnderWay == 0 && server.held == 0)
        #expect(told == 600)
        let said = server.said()
        #expect(said.map(\.kind) == [FrameKind?](repeating: .error, count: 600))
        #expect(said.map(\.stream) == Array(stride(from: 1, to: 1200, by: 2)))
        // Late answers of the application, and frames sent before the caller has seen the end, are ignored.
        server.error(1, Failure(.cancelled))
        server.reply(3, [])
        #expect(server.items(5, [[1]]) == .gone)
        server.feed(Frames.of(.item, flags: .end, stream: 1199, payload: [1]) + Frames.of(.cancel, stream: 1199))
        #expect(server.said().isEmpty && server.closed == nil)
    }

    @Test("of who is anonymous little is kept: 64 KiB unanswered, 32 KiB unsent; of who is known, megabytes")
    func standing() {
        for (authenticated, held, backlog) in [(false, 64 << 10, 32 << 10), (true, 4 << 20, 1 << 20)] {
            var server = ServerConnection.opened(authenticated: authenticated)
            var stream: UInt32 = 1
            while server.wantsInput, server.callsUnderWay < 255 {
                server.feed(Frames.call(stream, request: [UInt8](repeating: 0, count: authenticated ? 1 << 16 : 4_000)))
                stream += 2
            }
            #expect((held..<(held + (1 << 16) + 128)).contains(server.held))
            #expect(server.footprint >= server.held)
            for answered in stride(from: UInt32(1), to: stream, by: 2) { server.reply(answered, []) }
            _ = server.said()
            #expect(server.wantsInput)
            server.backlog = backlog
            #expect(!server.wantsInput)
        }
    }

    @Test("a client's name for its program is at most 64 bytes", arguments: [(64, true), (65, false), (3_000, false)])
    func agent(bytes: Int, isAccepted: Bool) {
        var server = ServerConnection()
        let hello = Hello(
            versions: VersionRange(lowest: 1, highest: 1), agent: String(repeating: "a", count: bytes))
        server.feed(Preface.bytes + Frames.of(.hello, payload: hello.serialized()))
        #expect(server.violation == (isAccepted ? nil : .malformed(.hello)))
    }

    @Test("an empty item without end is a message of nothing but defaults, one with end only says that no more come")
    func emptyItem() {
        var server = ServerConnection.opened(authenticated: true)
        server.feed(Frames.call(1, .syncPush, flags: []))
        var told: [ServerEvent] = []
        server.feed(Frames.of(.item, stream: 1) + Frames.of(.item, flags: .end, stream: 1)) { told.append($0) }
        #expect(
            told == [
                .item(InboundItem(stream: 1, message: [], isLast: false)),
                .item(InboundItem(stream: 1, message: nil, isLast: true)),
            ])
    }

    @Test("between the pieces of a message no other kind of its stream may come, credit and cancel excepted")
    func interleaved() {
        var server = ServerConnection.opened(authenticated: true)
        server.feed(Frames.of(.call, flags: .more, stream: 1, payload: [0, 0]))
        server.feed(Frames.of(.credit, stream: 1, payload: Credit(bytes: 1).serialized()))
        #expect(server.closed == nil)
        server.feed(Frames.of(.item, stream: 1))
        #expect(server.violation == .badStream(1))
    }

    @Test("a peer may send 4 KiB until it has authenticated and 1 MiB after, to the byte")
    func sizes() {
        for (authenticated, limit) in [(false, 4_096), (true, 1 << 20)] {
            var server = ServerConnection.opened(authenticated: authenticated)
            var calls = 0
            server.feed(Frames.call(1, request: [UInt8](repeating: 0, count: limit - 3))) { _ in calls += 1 }
            #expect(calls == 1)
            server.feed(Frames.call(3, request: [UInt8](repeating: 0, count: limit - 2)))
            #expect(server.violation == .badFrame(.tooLarge(limit + 1, limit: limit)))
        }
    }

    @Test("pieces of many calls together are bounded, before and after authentication")
    func assembling() {
        for (authenticated, limit) in [(false, 4_096), (true, 1 << 20)] {
            var server = ServerConnection.opened(authenticated: authenticated)
            var most = 0
            var stream: UInt32 = 1
            while server.closed == nil, stream < 600 {
                let piece = [UInt8](repeating: 0, count: limit)
                server.feed(Frames.of(.call, flags: .more, stream: stream, payload: piece))
                most = max(most, server.assembling)
                stream += 2
            }
            #expect(server.violation == .tooLarge(9))
            #expect(most == 4 * limit)
            #expect(server.assembling == 0)
        }
    }

    @Test("an empty piece cannot hold a call open for nothing: it counts as a call")
    func emptyPieces() {
        var server = ServerConnection.opened()
        for number in 0..<257 { server.feed(Frames.of(.call, flags: .more, stream: UInt32(number * 2 + 1))) }
        #expect(server.violation == .tooManyCalls)
    }

    @Test("a caller has 256 KiB of item credit, and gets back what is consumed")
    func inboundCredit() {
        var server = ServerConnection.opened(authenticated: true)
        server.feed(Frames.call(1, .syncPush, flags: []))
        let half = [UInt8](repeating: 0, count: 128 << 10)
        server.feed(Frames.of(.item, stream: 1, payload: half))
        server.feed(Frames.of(.item, stream: 1, payload: half))
        server.consumed(1, items: 1, bytes: 1_000)
        #expect(server.said().isEmpty, "small grants are saved up")
        server.consumed(1, items: 1, bytes: half.count - 1_000)
        let credit = server.said()
        #expect(credit.map(\.kind) == [.credit])
        #expect(credit.first?.payload == Credit(bytes: UInt32(half.count)).serialized())
        server.feed(Frames.of(.item, stream: 1, payload: half))
        #expect(server.closed == nil)
        server.feed(Frames.of(.item, stream: 1, payload: [0]))
        #expect(server.violation == .creditExceeded(1))
    }

    @Test("claiming to have consumed what never came gives no credit")
    func falseConsumption() {
        var server = ServerConnection.opened(authenticated: true)
        server.feed(Frames.call(1, .syncPush, flags: []))
        server.consumed(1, items: 9, bytes: 1 << 20)
        #expect(server.said().isEmpty)
        #expect(server.held == server.streams[0].held)
        #expect(server.held >= 0)
    }

    @Test("items of the server wait for credit, in order, and the final reply behind them")
    func outboundCredit() {
        var server = ServerConnection.opened(authenticated: true)
        server.feed(Frames.call(1, .syncPull))
        let page = (0..<6).map { [UInt8](repeating: UInt8($0), count: 64 << 10) }
        #expect(server.items(1, page) == .waiting)
        #expect(server.said().map { $0.payload.first } == [0, 1, 2, 3])
        server.reply(1, [])
        #expect(server.said().isEmpty)
        #expect(server.items(1, [[1]]) == .gone, "nothing follows a reply")
        let credit = Frames.of(.credit, stream: 1, payload: Credit(bytes: 64 << 10).serialized())
        server.feed(credit)
        #expect(server.said().map(\.kind) == [.item])
        server.feed(credit)
        #expect(server.said().map(\.kind) == [.item, .reply])
        #expect(server.callsUnderWay == 0)
        #expect(server.waiting == 0)
    }

    @Test("a producer that waits is told once, when all of its page is on its way")
    func writable() {
        var server = ServerConnection.opened(authenticated: true)
        server.feed(Frames.call(1, .syncPull))
        #expect(server.items(1, [[UInt8](repeating: 0, count: 256 << 10)]) == .ready)
        #expect(server.items(1, [[1, 2], [3, 4]]) == .waiting)
        var told: [ServerEvent] = []
        for bytes: UInt32 in [2, 1, 1, 1] {
            server.feed(Frames.of(.credit, stream: 1, payload: Credit(bytes: bytes).serialized())) { told.append($0) }
        }
        #expect(told == [.writable(stream: 1)])
    }

    @Test("cancelling drops what waits, and the answer comes at once")
    func cancelledItems() {
        var server = ServerConnection.opened(authenticated: true)
        server.feed(Frames.call(1, .syncPull))
        let page = (0..<5).map { _ in [UInt8](repeating: 0, count: 64 << 10) }
        #expect(server.items(1, page) == .waiting)
        _ = server.said()
        var told: [ServerEvent] = []
        server.feed(Frames.of(.cancel, stream: 1)) { told.append($0) }
        #expect(told == [.cancelled(stream: 1)])
        #expect(server.waiting == 0)
        #expect(server.items(1, page) == .gone)
        #expect(server.said().map(\.kind) == [.error])
        #expect(server.callsUnderWay == 0)
    }

    @Test("a stream whose receiver gives no credit ends before it fills the memory")
    func unwantedItems() {
        var server = ServerConnection.opened()
        server.feed(Frames.call(1, .syncPush, flags: []))
        var flow = Flow.ready
        var rounds = 0
        while flow != .gone, rounds < 100_000 {
            flow = server.items(1, [[UInt8](repeating: 0, count: 100)])
            rounds += 1
        }
        #expect(flow == .gone)
        #expect(server.waiting == 0)
        #expect(server.said().last?.kind == .error)
        #expect(server.closed == nil)
    }

    @Test("while the reader is slow items and hints wait, whatever the credit, and go on when it has caught up")
    func congestion() {
        var server = ServerConnection.opened()
        server.feed(Frames.call(1, .syncPull))
        server.backlog = PeerStanding.anonymous.backlog
        #expect(!server.wantsInput)
        #expect(server.items(1, [[1], [2]]) == .waiting)
        for position: UInt64 in [4, 9, 7] { server.event(Event(kind: .scopeChanged, position: position)) }
        server.event(Event(kind: .revoked, position: 1))
        #expect(server.outgoing.isEmpty)
        #expect(server.drained() == [])
        server.backlog = 0
        #expect(server.isHoldingBack)
        #expect(server.drained() == [1])
        #expect(!server.isHoldingBack)
        let said = server.said()
        #expect(said.map(\.kind) == [.event, .event, .item, .item])
        #expect(said.first?.payload == Event(kind: .scopeChanged, position: 9).serialized())
        #expect(server.wantsInput)
    }

    @Test("what the application holds unanswered stops the reading, and its answers start it again")
    func held() {
        var server = ServerConnection.opened(authenticated: true)
        var stream: UInt32 = 1
        while server.wantsInput {
            server.feed(Frames.call(stream, request: [UInt8](repeating: 0, count: 1 << 19)))
            stream += 2
        }
        #expect(stream < 21)
        server.reply(1, [])
        #expect(server.wantsInput)
        for answered in stride(from: UInt32(3), to: stream, by: 2) { server.reply(answered, []) }
        #expect(server.held == 0)
    }

    @Test("a flood of empty items is bounded like any other")
    func emptyItems() {
        var server = ServerConnection.opened(authenticated: true)
        server.feed(Frames.call(1, .syncPush, flags: []))
        var items = 0
        while server.wantsInput, items < 1_000_000 {
            server.feed(Frames.of(.item, stream: 1))
            items += 1
        }
        #expect(items < 40_000)
        server.consumed(1, items: items, bytes: 0)
        #expect(server.wantsInput)
    }

    @Test("a reply or an item too large for the wire becomes an error of its call")
    func tooLargeAnswers() {
        var server = ServerConnection.opened()
        server.feed(Frames.call(1) + Frames.call(3, .syncPull))
        server.reply(1, [UInt8](repeating: 0, count: (1 << 20) + 1))
        #expect(server.items(3, [[UInt8](repeating: 0, count: (256 << 10) + 1)]) == .gone)
        #expect(server.said().map(\.kind) == [.error, .error])
        #expect(server.callsUnderWay == 0)
    }

    @Test("an idle connection keeps next to nothing")
    func idle() {
        var server = ServerConnection.opened()
        for number in 0..<100 { server.feed(Frames.call(UInt32(number * 2 + 1))) }
        for number in 0..<100 { server.reply(UInt32(number * 2 + 1), []) }
        _ = server.said()
        #expect(server.streams.rows.capacity == 0)
        #expect(server.frames.partial.capacity == 0)
        #expect(server.heldEvents.capacity == 0)
        #expect(MemoryLayout<ServerConnection>.size <= 256)
    }
}
