import Seeded
import Messages
import Testing
import Wire

@testable import Connection

/// A client and a server machine that talk over a pipe which delivers as many bytes at a time as chance has it.
@Suite struct TalkTests {
    private struct Conversation {
        var random: SeededRandom
        var client = ClientConnection(hello: Hello(features: Feature.deflate, agent: "talk"))
        /// Whether the server takes, and sends, compressed messages.
        var deflates = false
        var server = ServerConnection()
        var toServer: [UInt8] = []
        var toClient: [UInt8] = []
        /// By stream: the bytes the client sent, which the server must return.
        var requests: [UInt32: [UInt8]] = [:]
        var itemsSent: [UInt32: [[UInt8]]] = [:]
        var itemsHeard: [UInt32: [[UInt8]]] = [:]
        var unanswered: [UInt32] = []
        var cancelled: Set<UInt32> = []
        var finished = 0
        var wrong: [String] = []

        mutating func deliver() {
            toServer += client.outgoing
            client.outgoing = []
            toClient += server.outgoing
            server.outgoing = []
            server.backlog = toClient.count
            let up = Int.random(in: 0...min(toServer.count, 90_000), using: &random)
            if server.wantsInput || toServer.count < 100_000 {
                let bytes = Array(toServer.prefix(up))
                toServer.removeFirst(up)
                feedServer(bytes)
            }
            let down = Int.random(in: 0...min(toClient.count, 90_000), using: &random)
            let bytes = Array(toClient.prefix(down))
            toClient.removeFirst(down)
            server.backlog = toClient.count
            if server.isHoldingBack { _ = server.drained() }
            feedClient(bytes)
        }

        mutating func feedServer(_ bytes: [UInt8]) {
            var offset = 0
            while let event = server.next(in: bytes.span, from: &offset, nowMs: 0) {
                switch event {
                case .hello:
                    server.welcome(Welcome(features: deflates ? Feature.deflate : 0))
                    server.authenticated()
                case .call(let call):
                    if call.request != requests[call.stream] { wrong.append("request of \(call.stream)") }
                    if call.method == .diagnosticsEcho { unanswered.append(call.stream) }
                case .item(let item):
                    if let message = item.message {
                        sendBack(message, on: item.stream)
                        server.consumed(item.stream, items: 1, bytes: message.count)
                    }
                    if item.isLast { server.reply(item.stream, []) }
                case .cancelled(let stream):
                    cancelled.insert(stream)
                    if !unanswered.contains(stream) { server.error(stream, Failure(.cancelled)) }
                case .writable: break
                }
            }
        }

        mutating func feedClient(_ bytes: [UInt8]) {
            var offset = 0
            while let event = client.next(in: bytes.span, from: &offset) {
                switch event {
                case .welcome:
                    client.trust()
                    client.authenticated()
                case .reply(let stream, let reply):
                    finished += 1
                    if itemsSent[stream] == nil, reply != requests[stream] { wrong.append("reply of \(stream)") }
                    if let sent = itemsSent[stream], sent != itemsHeard[stream, default: []] {
                        wrong.append("items of \(stream)")
                    }
                case .error(let stream, let error):
                    finished += 1
                    if error.code != .cancelled { wrong.append("\(error.name) on \(stream)") }
                case .item(let stream, let item):
                    itemsHeard[stream, default: []].append(item)
                    client.consumed(stream, bytes: item.count)
                case .writable, .event, .pong, .goodbye: break
                }
            }
        }

        /// Sends an item as a server's application does, compressed where that helps.
        mutating func sendBack(_ item: [UInt8], on stream: UInt32) {
            let outbound = deflates ? Packed.items([item], of: .uploadsUpload, on: stream) : [.items([item])]
            for part in outbound {
                switch part {
                case .items(let items): _ = server.items(stream, items)
                case .packed(let packed): _ = server.packed(stream, packed)
                }
            }
        }

        mutating func answerSome() {
            unanswered.shuffle(using: &random)
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                guard let stream = unanswered.popLast() else { return }
                if cancelled.contains(stream), Bool.random(using: &random) {
                    server.error(stream, Failure(.cancelled))
                } else {
                    let reply = requests[stream] ?? []
                    if deflates, let packed = Packed.reply(reply, to: .diagnosticsEcho, on: stream) {
                        _ = server.packed(stream, packed)
                    } else {
                        server.reply(stream, reply)
                    }
                }
            }
        }

        mutating func bytes(upTo limit: Int) -> [UInt8] {
            (0..<Int.random(in: 0...limit, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        }

        mutating func begin() throws -> Bool {
            if Int.random(in: 0..<6, using: &random) == 0 {
                let stream = try client.call(deflates ? .uploadsUpload : .syncPush, request: [])
                requests[stream] = []
                var items: [[UInt8]] = []
                // Now and then far more than the credit of a stream.
                let size = Int.random(in: 0..<4, using: &random) == 0 ? 60_000 : 2_000
                for _ in 0..<Int.random(in: 0...30, using: &random) {
                    items.append(
                        [UInt8](repeating: UInt8(items.count), count: Int.random(in: 0...size, using: &random)))
                }
                itemsSent[stream] = items
                _ = try client.items(stream, items)
                client.endItems(stream)
            } else {
                var request = bytes(upTo: 600)
                if deflates { request += [UInt8](repeating: 7, count: Int.random(in: 0...6_000, using: &random)) }
                let stream = try client.call(.diagnosticsEcho, request: request)
                requests[stream] = request
                if Int.random(in: 0..<10, using: &random) == 0 { client.cancel(stream) }
            }
            return true
        }
    }

    @Test(
        "SYN-12 every call is answered once, with its own answer, whatever the pieces and the order, compressed or not",
        arguments: 0..<60)
    func everyCallIsAnswered(seed: UInt64) throws {
        var talk = Conversation(random: SeededRandom(seed: seed))
        talk.deflates = seed.isMultiple(of: 2)
        var begun = 0
        var rounds = 0
        while talk.finished < 60, rounds < 20_000 {
            rounds += 1
            if begun < 60, talk.client.isOpen, Bool.random(using: &talk.random), try talk.begin() { begun += 1 }
            talk.answerSome()
            talk.deliver()
        }
        #expect(talk.finished == 60, "seed \(seed)")
        #expect(talk.wrong.isEmpty, "seed \(seed)")
        #expect(talk.client.closed == nil && talk.server.closed == nil, "seed \(seed)")
        #expect(talk.server.callsUnderWay == 0 && talk.client.callsUnderWay == 0, "seed \(seed)")
        #expect(talk.server.held == 0 && talk.server.waiting == 0 && talk.server.assembling == 0, "seed \(seed)")
    }

    @Test("both sides end with the same transcript", arguments: [(UInt8(1), UInt8(1)), (1, 3), (2, 9)])
    func transcripts(lowest: UInt8, highest: UInt8) throws {
        var client = ClientConnection(hello: Hello(), versions: lowest...highest)
        var server = ServerConnection(versions: 1...2)
        server.feed(client.outgoing)
        server.welcome(Welcome())
        var welcomes = 0
        client.feed(server.outgoing) { _ in welcomes += 1 }
        #expect(welcomes == 1)
        #expect(client.transcript == server.transcript)
        #expect(client.transcript?.bytes == [lowest, highest, min(highest, 2)])
    }

    @Test("a client refuses a version it did not offer, and calls before it trusts the server")
    func downgraded() throws {
        var client = ClientConnection(hello: Hello(), versions: 2...3)
        client.feed(Preface.bytes + Frames.of(.welcome, payload: Welcome(version: 1).serialized()))
        #expect(client.closed == .violation(.downgraded))
        var careful = ClientConnection(hello: Hello())
        careful.feed(Preface.bytes + Frames.of(.welcome, payload: Welcome(version: 1).serialized()))
        #expect(throws: CallRefusal.notOpen) { try careful.call(.diagnosticsEcho, request: []) }
        careful.trust()
        #expect(try careful.call(.diagnosticsEcho, request: []) == 1)
    }

    @Test("a client asks for no more than the server accepts, and reconnects before stream numbers wrap")
    func clientLimits() throws {
        var client = ClientConnection(hello: Hello())
        client.feed(Preface.bytes + Frames.of(.welcome, payload: Welcome(version: 1).serialized()))
        client.trust()
        let large = [UInt8](repeating: 0, count: 5_000)
        #expect(throws: CallRefusal.tooLarge) { try client.call(.diagnosticsEcho, request: large) }
        client.authenticated()
        #expect(try client.call(.diagnosticsEcho, request: large) == 1)
        for _ in 0..<255 { _ = try client.call(.diagnosticsEcho, request: []) }
        #expect(throws: CallRefusal.tooManyCalls) { try client.call(.diagnosticsEcho, request: []) }
        client.feed(Frames.of(.reply, flags: .end, stream: 1))
        client.lastStream = ConnectionLimits.lastStream - 1
        #expect(try client.call(.diagnosticsEcho, request: []) == ConnectionLimits.lastStream + 1)
        client.feed(Frames.of(.reply, flags: .end, stream: 3))
        #expect(throws: CallRefusal.notOpen) { try client.call(.diagnosticsEcho, request: []) }
    }

    @Test(
        "a server that misbehaves ends the client's connection, with a reason",
        arguments: [
            (Frames.of(.reply, flags: .end, stream: 9), Violation.badStream(9)),
            (Frames.of(.reply, stream: 1), .malformed(.reply)),
            (Frames.of(.item, flags: .end, stream: 1), .malformed(.item)),
            (
                Frames.of(.item, flags: .more, stream: 1) + Frames.of(.reply, flags: .end, stream: 1),
                .outOfPlace(.reply)
            ),
            (Frames.of(.credit, stream: 3), .badStream(3)),
            (Frames.of(.hello), .outOfPlace(.hello)),
            (Frames.of(.welcome), .outOfPlace(.welcome)),
            (Frames.of(.error, flags: .end, stream: 1, payload: [0xFF]), .malformed(.error)),
        ])
    func hostileServer(bytes: [UInt8], violation: Violation) throws {
        var client = ClientConnection(hello: Hello())
        client.feed(Preface.bytes + Frames.of(.welcome, payload: Welcome(version: 1).serialized()))
        client.trust()
        _ = try client.call(.diagnosticsEcho, request: [])
        client.feed(bytes)
        #expect(client.closed == .violation(violation))
        client.feed(bytes)
    }
}

extension ClientConnection {
    mutating func feed(_ bytes: [UInt8], _ told: (ClientEvent) -> Void = { _ in }) {
        var offset = 0
        while let event = next(in: bytes.span, from: &offset) { told(event) }
    }
}
