import Seeded
import Application
import Messages
import Testing
import Threads
import Wire

/// One connection to a ``TestServer``, as the application sees it.
final class Client {
    let server: TestServer
    let binding: ChannelBinding
    private let session: Session
    private let responder: CollectingResponder
    private var stream: UInt32 = 1
    private let number: UInt64
    private var keys: UInt64 = 0
    var locale = "en"
    var deadlineMs: UInt32 = 0

    init(_ server: TestServer, number: UInt64, versions: [UInt8], address: String? = nil) {
        self.server = server
        self.number = number
        var chance = SeededRandom(seed: number)
        binding = ChannelBinding(exporter: chance.bytes(32), challenge: chance.bytes(32), versions: versions)
        responder = CollectingResponder(server.heard)
        session = Session(
            application: server.application, responder: responder,
            peer: Peer(address: address ?? "192.0.2.\(number % 250)", binding: binding))
    }

    /// The server's refusal of a call.
    struct Refusal: Error, CustomStringConvertible {
        let method: Method
        let failure: Failure

        var description: String { "\(method): \(failure.name) \(failure.field): \(failure.text)" }
    }

    /// Returns an unused key.
    func freshKey() -> [UInt8] {
        keys += 1
        var writer = ByteWriter()
        writer.writeFixed64(number)
        writer.writeFixed64(keys)
        return writer.bytes
    }

    // One call at a time

    /// - Parameter key: by default a new one if the method needs one.
    func call<Reply: Message>(
        _ method: Method, _ request: some Message, key: [UInt8]? = nil, reply: Reply.Type = Reply.self
    ) throws -> Reply {
        try Reply(serialized: raw(method, request.serialized(), key: key))
    }

    /// Sends a request and returns the reply's bytes, or throws ``Refusal``.
    func raw(_ method: Method, _ request: [UInt8], key: [UInt8]? = nil, items: [[UInt8]]? = nil) throws -> [UInt8] {
        let stream = begin(method, request, key: key)
        if let items { send(items, on: stream) }
        settle()
        guard let reply = responder.take(stream) else { throw Missing(what: "an answer to \(method)") }
        if let failure = reply.failure { throw Refusal(method: method, failure: failure) }
        guard reply.isOver else { throw Missing(what: "the end of \(method)") }
        return reply.message
    }

    /// Returns the items of a reply stream.
    func items<Item: Message>(
        _ method: Method, _ request: some Message, sending: [[UInt8]]? = nil, of: Item.Type = Item.self
    ) throws -> [Item] {
        let stream = begin(method, request.serialized(), key: nil)
        if let sending { send(sending, on: stream) }
        settle()
        guard let reply = responder.take(stream) else { throw Missing(what: "an answer to \(method)") }
        if let failure = reply.failure { throw Refusal(method: method, failure: failure) }
        guard reply.isOver else { throw Missing(what: "the end of \(method)") }
        return try reply.items.map { try Item(serialized: $0) }
    }

    // In steps, for calls that cross

    @discardableResult
    func begin(_ method: Method, _ request: [UInt8], key: [UInt8]? = nil) -> UInt32 {
        let key = key ?? (method.rule.effect == .mutates ? freshKey() : [])
        let stream = stream
        self.stream += 2
        responder.expect(stream, method)
        session.call(
            stream: stream, method: method,
            options: CallOptions(deadlineMs: deadlineMs, idempotencyKey: key, locale: locale), request: request)
        return stream
    }

    func send(_ items: [[UInt8]], on stream: UInt32, ended: Bool = true) {
        for (index, item) in items.enumerated() {
            session.item(stream: stream, item, ended: ended && index == items.count - 1)
        }
        if items.isEmpty, ended { session.item(stream: stream, [], ended: true) }
    }

    /// Gives a call up. As a connection does, it answers the caller itself; the session must not answer too.
    func cancel(_ stream: UInt32) {
        responder.cancelled(stream)
        session.cancelled(stream: stream)
    }

    /// Runs pending work of the server and the connection.
    func settle() {
        var isMoving = true
        while isMoving {
            isMoving = server.executor.work()
            for stream in responder.drained() {
                isMoving = true
                session.writable(stream: stream)
            }
        }
    }

    func answer(_ stream: UInt32) -> Answered? { responder.take(stream) }

    var isAuthenticated: Bool { responder.isAuthenticated }
    /// Hints, in order.
    var events: [Event] { responder.events }
    /// The reason with which the server has closed this connection.
    var goodbye: Goodbye? { responder.goodbye }

    /// Ends the connection.
    func disconnect() { session.closed() }

    /// The streams for which the session holds state.
    var openStreams: Int { session.openStreams }
}

/// The answers so far on one stream.
struct Answered: Sendable {
    var message: [UInt8] = []
    var items: [[UInt8]] = []
    var failure: Failure?
    var isOver = false
    var consumed = 0
}

private final class CollectingResponder: Responder {
    private struct State {
        var answers: [UInt32: Answered] = [:]
        var methods: [UInt32: Method] = [:]
        var drained: [UInt32] = []
        var isAuthenticated = false
        var events: [Event] = []
        var goodbye: Goodbye?
    }

    private let state = Locked(State())
    private let heard: Locked<[String]>

    init(_ heard: Locked<[String]>) { self.heard = heard }

    func expect(_ stream: UInt32, _ method: Method) { state.withLock { $0.methods[stream] = method } }

    private func watch(_ stream: UInt32, _ bytes: [UInt8]) {
        Disclosure.check(reply: bytes, of: state.withLock { $0.methods[stream] })
    }

    func take(_ stream: UInt32) -> Answered? { state.withLock { $0.answers[stream] } }

    func drained() -> [UInt32] {
        state.withLock { state in
            defer { state.drained = [] }
            return state.drained
        }
    }

    var isAuthenticated: Bool { state.withLock { $0.isAuthenticated } }

    private func change(_ stream: UInt32, _ body: (inout Answered) -> Void) {
        state.withLock { body(&$0.answers[stream, default: Answered()]) }
    }

    /// The one answer that ends a stream; a second one is a bug of the server.
    private func end(_ stream: UInt32, _ body: (inout Answered) -> Void) {
        change(stream) { answer in
            if answer.isOver { Issue.record("stream \(stream) was ended twice") }
            answer.isOver = true
            body(&answer)
        }
    }

    func cancelled(_ stream: UInt32) {
        change(stream) { answer in
            guard !answer.isOver else { return }
            answer.isOver = true
            answer.failure = Failure(code: .cancelled)
        }
    }

    func reply(stream: UInt32, _ bytes: [UInt8]) {
        watch(stream, bytes)
        end(stream) { $0.message = bytes }
    }

    func item(stream: UInt32, _ bytes: [UInt8]) {
        watch(stream, bytes)
        change(stream) { answer in
            if answer.isOver { Issue.record("an item after the end of stream \(stream)") }
            answer.items.append(bytes)
        }
    }

    func whenDrained(stream: UInt32) { state.withLock { $0.drained.append(stream) } }
    func end(stream: UInt32) { end(stream) { _ in } }

    func error(stream: UInt32, _ error: Failure) {
        heard.withLock { $0.append("error \(error.name) \(error.field) \(error.text)") }
        end(stream) { $0.failure = error }
    }

    func consumed(stream: UInt32, items: Int, bytes: Int) { change(stream) { $0.consumed += bytes } }
    func authenticated() { state.withLock { $0.isAuthenticated = true } }
    func event(_ event: Event) { state.withLock { $0.events.append(event) } }
    func close(_ goodbye: Goodbye) { state.withLock { $0.goodbye = goodbye } }

    var events: [Event] { state.withLock { $0.events } }
    var goodbye: Goodbye? { state.withLock { $0.goodbye } }
}

/// Expects the server to refuse with this code; returns the refusal.
@discardableResult
func refused<Reply>(
    _ code: ErrorCode, field: String? = nil, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Reply
) throws -> Failure {
    do {
        let reply = try body()
        Issue.record("not refused: \(reply)", sourceLocation: sourceLocation)
        return Failure()
    } catch let refusal as Client.Refusal {
        #expect(refusal.failure.code == code, "\(refusal)", sourceLocation: sourceLocation)
        if let field { #expect(refusal.failure.field == field, "\(refusal)", sourceLocation: sourceLocation) }
        return refusal.failure
    }
}

/// Encodes a request, in files that do not import Wire.
func serialized(_ message: some Message) -> [UInt8] { message.serialized() }
