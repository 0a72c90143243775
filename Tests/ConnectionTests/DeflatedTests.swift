import Deflate
import Messages
import Seeded
import Testing
import Wire

@testable import Connection

/// Compressed messages, beside the conversations of `Protocol/Vectors/frames/deflated.txt`.
@Suite struct DeflatedTests {
    private static let text = [UInt8]("编号,姓名,单位\n1001,王芳,市第一人民医院\n".utf8)

    private static func rows(_ count: Int) -> [UInt8] {
        (0..<count).flatMap { Array("\(1000 + $0),王芳,市第一人民医院\n".utf8) }
    }

    private static func server(features: UInt64 = Feature.deflate, isKnown: Bool = true) -> ServerConnection {
        var server = ServerConnection()
        let hello = Hello(versions: VersionRange(lowest: 1, highest: 1), features: features)
        server.feed(Preface.bytes + Frames.of(.hello, payload: hello.serialized()))
        server.welcome(Welcome(features: Feature.deflate))
        if isKnown { server.authenticated() }
        server.outgoing = []
        return server
    }

    private static func client(offering: UInt64 = Feature.deflate, welcomed: UInt64 = Feature.deflate)
        -> ClientConnection
    {
        var client = ClientConnection(hello: Hello(features: offering))
        client.feed(
            Preface.bytes + Frames.of(.welcome, payload: Welcome(version: 1, features: welcomed).serialized()))
        client.trust()
        client.outgoing = []
        return client
    }

    private static func deflated(_ frames: [UInt8], announcing size: Int? = nil) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeVarint(UInt64(size ?? frames.count))
        writer.writeBytes(Deflate.compressed(frames, atMost: frames.count + 100) ?? [])
        return writer.bytes
    }

    @Test("SYN-12 a request is compressed once the server knows who calls, and arrives as it was")
    func calls() throws {
        var client = Self.client()
        let small = Self.rows(60)
        _ = try client.call(.diagnosticsEcho, request: small)
        #expect(Frames.cut(client.outgoing).map(\.kind) == [.call], "nobody knows yet who calls")
        client.outgoing = []
        client.authenticated()
        let request = Self.rows(2_000)
        let stream = try client.call(.diagnosticsEcho, request: request)
        #expect(Frames.cut(client.outgoing).map(\.kind) == [.deflated])
        #expect(client.outgoing.count < request.count / 5)
        var server = Self.server()
        var heard: [ServerEvent] = []
        server.feed(client.outgoing) { heard.append($0) }
        #expect(heard == [.call(InboundCall(stream: stream, method: .diagnosticsEcho, request: request))])
    }

    @Test(
        "SYN-12 nothing is compressed unless both sides offer it", arguments: [(UInt64(0), UInt64(1)), (1, 0), (0, 0)])
    func offers(client offered: UInt64, server welcomed: UInt64) throws {
        var client = Self.client(offering: offered, welcomed: welcomed)
        client.authenticated()
        _ = try client.call(.uploadsUpload, request: Self.rows(2_000))
        _ = try client.items(1, [Self.rows(2_000)])
        #expect(Frames.cut(client.outgoing).map(\.kind) == [.call, .item])
        client.feed(Frames.of(.deflated, stream: 1, payload: [1]))
        #expect(client.closed == .violation(.badFrame(.unknownKind(13))))
    }

    @Test("SYN-12 a method that carries secrets is never compressed, and who compresses it is refused")
    func secrets() throws {
        var client = Self.client()
        client.authenticated()
        _ = try client.call(.accountsChangePassword, request: Self.rows(2_000))
        #expect(Frames.cut(client.outgoing).map(\.kind) == [.call])
        #expect(Packed.reply(Self.rows(2_000), to: .accountsResetPassword, on: 1) == nil)
        client.feed(Frames.of(.deflated, stream: 1, payload: Self.deflated(Frames.of(.reply, flags: .end, stream: 1))))
        #expect(client.closed == .violation(.badDeflated(.plain)))
        for plain in [Method.accountsLogin, .terminalsEnrol, .terminalsAuthenticate, .uploadsGetJobFile] {
            #expect(plain.isPlain)
        }
    }

    @Test("SYN-12 a venue's key stands by itself between the compressed items of a scope, in their order")
    func venueKeys() throws {
        let items = (1...300).map { number in
            ScopeItem(
                kind: number == 150 ? .venueKey : .rosterEntry, id: UInt64(number), position: UInt64(number),
                value: RosterValue(offering: 7, person: UInt64(number), number: "C\(number)").serialized()
            ).serialized()
        }
        let outbound = Packed.items(items, of: .syncPull, on: 1)
        #expect(outbound.count == 3 && outbound[1] == .items([items[149]]))
        var (server, client) = (Self.server(), Self.client())
        let stream = try client.call(.syncPull, request: [])
        server.feed(client.outgoing)
        for part in outbound {
            switch part {
            case .items(let items): #expect(server.items(stream, items) == .ready)
            case .packed(let packed): #expect(server.packed(stream, packed) == .ready)
            }
        }
        server.reply(stream, [])
        var heard: [[UInt8]] = []
        client.feed(server.outgoing) { if case .item(_, let item) = $0 { heard.append(item) } }
        #expect(heard == items && client.callsUnderWay == 0)
        let sent = items.reduce(0) { $0 + $1.count + FrameHeader.size }
        #expect(server.outgoing.count < sent / 2)
    }

    @Test("SYN-12 what one read of a socket expands to is no more than a connection may hold")
    func bomb() {
        var server = Self.server()
        server.feed(Frames.call(1, .uploadsUpload, flags: []))
        let zeros = Frames.of(.item, stream: 1, payload: [UInt8](repeating: 0, count: 200_000))
        server.feed(Frames.of(.deflated, stream: 1, payload: Self.deflated(zeros)))
        guard case .badDeflated(.ratio) = server.violation else {
            Issue.record("\(server.violation as Violation?)")
            return
        }
        var other = Self.server()
        other.feed(Frames.call(1, .uploadsUpload, flags: []))
        other.feed(Frames.of(.deflated, stream: 1, payload: Self.deflated(zeros, announcing: 1 << 40)))
        #expect(other.violation == .badDeflated(.size(1 << 40)))
    }

    @Test(
        "SYN-12 a server whose compressed answers break a rule ends the client's connection",
        arguments: [
            (Frames.of(.reply, flags: .end, stream: 3), DeflatedFault.contents), (Frames.of(.goodbye), .contents),
            (Frames.of(.item, flags: .more, stream: 1), .contents),
            (Array(Frames.of(.item, stream: 1, payload: [1, 2, 3]).dropLast()), .contents),
            (Frames.of(.error, flags: .end, stream: 1), .contents),
        ])
    func hostileServer(frames: [UInt8], fault: DeflatedFault) throws {
        var client = Self.client()
        _ = try client.call(.syncPull, request: [])
        client.feed(Frames.of(.deflated, stream: 1, payload: Self.deflated(frames)))
        #expect(client.closed == .violation(.badDeflated(fault)))
        var other = Self.client()
        other.feed(Frames.of(.deflated, stream: 1, payload: Self.deflated(frames)))
        #expect(other.closed == .violation(.badStream(1)))
    }

    @Test("SYN-12 40,000 broken compressed frames trap nothing and keep nothing", arguments: [UInt64](1...4))
    func mutations(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var ended = 0
        for round in 0..<10_000 {
            var frames: [UInt8] = []
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                frames += Frames.of(
                    .item, stream: 1, payload: Array(Self.text.prefix(Int.random(in: 0...60, using: &random))))
            }
            // A fault before compressing, which the stream's checksum does not find, or after it.
            if Bool.random(using: &random) {
                frames[Int.random(in: 0..<frames.count, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
            }
            var payload = Self.deflated(frames)
            if Bool.random(using: &random) {
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    payload[Int.random(in: 0..<payload.count, using: &random)] = UInt8.random(
                        in: 0...255, using: &random)
                }
            }
            if Int.random(in: 0..<8, using: &random) == 0 {
                payload.removeLast(Int.random(in: 0...payload.count, using: &random))
            }
            var server = Self.server()
            server.feed(Frames.call(1, .uploadsUpload, flags: []) + Frames.of(.deflated, stream: 1, payload: payload))
            if server.closed != nil { ended += 1 }
            guard server.unpacking.kept == 0, server.footprint < 1 << 16 else {
                Issue.record("seed \(seed), round \(round): \(server.footprint) bytes kept")
                return
            }
        }
        #expect((2_000..<9_500).contains(ended), "seed \(seed): \(ended) ended")
    }
}
