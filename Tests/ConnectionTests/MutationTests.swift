import Seeded
import Messages
import Testing
import Wire

@testable import Connection

/// Bytes of a real conversation with faults in them: flipped bits, changed lengths, frames doubled, cut, swapped.
@Suite struct MutationTests {
    static let seeds: [UInt64] = [1, 2, 3, 4]
    static let rounds = 25_000
    /// The seed that every round copies.
    private static let open = ServerConnection.opened()

    private static func frames(_ random: inout SeededRandom) -> [[UInt8]] {
        var frames: [[UInt8]] = []
        for number in 0..<UInt32(Int.random(in: 1...6, using: &random)) {
            let stream = number * 2 + 1
            let body = [UInt8](repeating: 7, count: Int.random(in: 0...40, using: &random))
            switch Int.random(in: 0..<7, using: &random) {
            case 0: frames.append(Frames.call(stream, request: body))
            case 1:
                frames += [Frames.call(stream, .syncPush, flags: []), Frames.of(.item, stream: stream, payload: body)]
            case 2:
                frames.append(Frames.call(stream, flags: .more, request: body))
                frames.append(Frames.of(.call, flags: .end, stream: stream, payload: body))
            case 3: frames += [Frames.call(stream), Frames.of(.cancel, stream: stream)]
            case 4: frames.append(Frames.of(.ping, payload: Ping(nonce: 9).serialized()))
            case 5: frames += [Frames.call(stream, .syncPull), Frames.of(.credit, stream: stream, payload: [8, 9])]
            default: frames.append(Frames.of(.goodbye, payload: Goodbye(text: "x").serialized()))
            }
        }
        return frames
    }

    private static func mutate(_ frames: inout [[UInt8]], _ random: inout SeededRandom) {
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: 0..<frames.count, using: &random)
            let last = frames[place].count - 1
            switch Int.random(in: 0..<6, using: &random) {
            case 0 where last >= 0:
                frames[place][Int.random(in: 0...last, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
            case 1 where last >= 7:
                frames[place][Int.random(in: 0...7, using: &random)] = UInt8.random(in: 0...255, using: &random)
            case 2: frames.insert(frames[place], at: place)
            case 3 where last >= 0: frames[place].removeLast(Int.random(in: 0...last, using: &random))
            case 4: frames.swapAt(place, Int.random(in: 0..<frames.count, using: &random))
            default:
                frames[place] += (0..<Int.random(in: 1...20, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
            }
        }
    }

    @Test(
        "100,000 broken conversations trap nothing, hang nothing, and keep no more than their limit", arguments: seeds)
    func server(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var ended = 0
        var sound: [[UInt8]] = []
        for round in 0..<MutationTests.rounds {
            if round.isMultiple(of: 10) { sound = MutationTests.frames(&random) }
            var frames = sound
            MutationTests.mutate(&frames, &random)
            let bytes = frames.flatMap { $0 }
            var server = MutationTests.open
            let chunk = [1 << 20, 60, 17, 1][Int.random(in: 0..<64, using: &random).trailingZeroBitCount % 4]
            for start in stride(from: 0, to: bytes.count, by: chunk) {
                server.feed(bytes[start..<min(start + chunk, bytes.count)])
                let kept = server.frames.partial.count + server.assembling
                guard kept <= 5 * ConnectionLimits.unauthenticated, server.outgoing.count <= 64 * bytes.count + 4_096
                else {
                    Issue.record("seed \(seed), round \(round): \(kept) kept, \(server.outgoing.count) said")
                    return
                }
            }
            if server.closed != nil { ended += 1 }
        }
        #expect(ended > MutationTests.rounds / 10, "the faults are too mild")
    }

    @Test("the same bytes tell the same, in one piece or in any pieces", arguments: seeds)
    func pieces(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for round in 0..<1_000 {
            var frames = MutationTests.frames(&random)
            if Bool.random(using: &random) { MutationTests.mutate(&frames, &random) }
            let bytes = frames.flatMap { $0 }
            var whole: [ServerEvent] = []
            var one = MutationTests.open
            one.feed(bytes) { whole.append($0) }
            var parts: [ServerEvent] = []
            var other = MutationTests.open
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Int.random(in: 1...min(rest.count, 12), using: &random)
                other.feed(rest.prefix(count)) { parts.append($0) }
                rest = rest.dropFirst(count)
            }
            guard whole == parts, one.outgoing == other.outgoing, one.closed == other.closed else {
                Issue.record("seed \(seed), round \(round)")
                return
            }
        }
    }

    @Test("a server's broken answers do a client no harm", arguments: seeds)
    func client(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for round in 0..<2_500 {
            var frames: [[UInt8]] = [
                Frames.of(.item, stream: 1, payload: [1, 2, 3]), Frames.of(.credit, stream: 3, payload: [8, 9]),
                Frames.of(.reply, flags: .end, stream: 1, payload: [4]), Frames.of(.event, payload: [8, 1]),
                Frames.of(.error, flags: .end, stream: 3, payload: Failure(.busy).serialized()),
                Frames.of(.ping, payload: Ping(nonce: 3).serialized()), Frames.of(.goodbye),
            ]
            frames.shuffle(using: &random)
            MutationTests.mutate(&frames, &random)
            var client = ClientConnection(hello: Hello())
            client.feed(Preface.bytes + Frames.of(.welcome, payload: Welcome(version: 1).serialized()))
            client.trust()
            _ = try client.call(.syncPull, request: [])
            _ = try client.call(.syncPush, request: [])
            client.feed(frames.flatMap { $0 })
            guard client.frames.partial.count <= ConnectionLimits.message + FrameHeader.size else {
                Issue.record("seed \(seed), round \(round)")
                return
            }
        }
    }
}
