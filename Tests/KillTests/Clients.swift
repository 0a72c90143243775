import Connection
import Crypto
import Journal
import Messages
import Network
import Wire

/// The calls of the clients in a run, each on a connection and a thread of its own. A connection that ends ends the
/// client, which returns the answers so far.
enum Clients {
    /// Calls under way at a time.
    private static let window = 3

    /// Makes calls that were not answered yet, several at a time.
    static func call(_ server: Endpoint, _ session: [UInt8], _ given: [PersonCall]) -> ([PersonCall], [String]) {
        var (calls, problems) = (given, [String]())
        do {
            let talk = try Talk(server)
            try talk.resume(session)
            var underWay: [UInt32: Int] = [:]
            var waiting = Array(calls.indices.reversed())
            while !waiting.isEmpty || !underWay.isEmpty {
                while underWay.count < window, let index = waiting.popLast() {
                    let options = CallOptions(idempotencyKey: calls[index].key)
                    let stream = try talk.socket.call(
                        calls[index].method, options: options, request: calls[index].request)
                    calls[index].isSent = true
                    underWay[stream] = index
                }
                switch try talk.next() {
                case .reply(let stream, let bytes):
                    if let index = underWay.removeValue(forKey: stream) { calls[index].reply = bytes }
                case .error(let stream, let failure):
                    problems.append("\(given[0].method.name): \(failure.name) \(failure.text)")
                    underWay[stream] = nil
                case .welcome, .item, .writable, .event, .pong, .goodbye: break
                }
            }
        } catch is NetworkError {
        } catch is CallRefusal {
        } catch {
            problems.append("\(error)")
        }
        return (calls, problems)
    }

    /// A terminal comes online and pushes, several batches at a time, until all is acknowledged.
    /// - Parameter resent: from which sequence on, whatever the server says it has; nil = what it lacks.
    static func push(_ server: Endpoint, _ world: World, _ given: Story, from resent: UInt64? = nil) -> Story {
        var story = given
        do {
            let talk = try Talk(server)
            try talk.authenticate(world.deviceKey)
            let state = try open(talk, world, &story)
            let first = resent ?? state.durable + 1
            var rest = story.batches.filter { $0.sequences.lowerBound >= first }[...]
            let stream = try talk.socket.call(.syncPush, request: PushRequest().serialized())
            var underWay = 0
            while true {
                while underWay < window, let batch = rest.popFirst() {
                    let item = PushBatch(handle: state.handle, body: batch.body, signature: batch.signature)
                    _ = try talk.socket.items(stream, [item.serialized()])
                    if rest.isEmpty { talk.socket.endItems(stream) }
                    underWay += 1
                }
                if underWay == 0 { break }
                guard case .item(stream, let bytes) = try talk.next() else { continue }
                talk.socket.consumed(stream, bytes: bytes.count)
                underWay -= 1
                let ack = try Ack(serialized: bytes)
                if ack.refused != nil || !ack.quarantined.isEmpty { story.problems.append("\(ack)") }
                story.acknowledged = max(story.acknowledged, ack.all, ack.durable)
                story.acks += 1
            }
        } catch is NetworkError {
        } catch is CallRefusal {
        } catch {
            story.problems.append("terminal: \(error)")
        }
        return story
    }

    /// Asks for the server's state of the log, and compares it with the acknowledgements.
    static func open(_ talk: Talk, _ world: World, _ story: inout Story) throws -> LogState {
        let claim = LogClaim(
            opening: story.opening.bytes, openingSignature: story.opening.sign(with: world.deviceKey, site: world.site),
            headSequence: story.claim.sequence, headHash: story.claim.hash.bytes)
        let reply: OpenReply = try talk.ask(.syncOpen, OpenRequest(logs: [claim], boot: 1, monotonicMs: 1_000_000))
        guard let state = reply.logs.first else { throw NetworkError.timedOut }
        if state.durable < story.acknowledged {
            story.problems.append("acknowledged up to \(story.acknowledged), the server has \(state.durable)")
        }
        if story.head(at: state.durable, site: world.site)?.hash.bytes != state.headHash {
            story.problems.append("another history at \(state.durable)")
        }
        let expected: Verdict = state.durable == story.claim.sequence ? .ok : .behind
        if state.verdict != expected {
            story.problems.append("verdict \(state.verdict.identifier) at \(state.durable)")
        }
        return state
    }
}
