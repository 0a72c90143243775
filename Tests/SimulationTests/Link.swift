import Seeded
import Application
import Connection
import Crypto
import Messages
import PowerCut
import Service
import Terminal
import Threads

/// One connection between a terminal and the server: two machines and the bytes between them, in pieces of any size.
final class Link: SyncConnection {
    private(set) var client: ClientConnection
    private var server = ServerConnection()
    private var session: Session?
    private let responder = LinkResponder()
    private var toServer: [UInt8] = []
    private var toClient: [UInt8] = []
    private unowned let host: SimulatedServer
    private var random: SeededRandom
    private(set) var isCut = false
    /// Bytes carried so far, both ways.
    private(set) var carried = 0

    init(_ host: SimulatedServer, seed: UInt64, serverLogs: [LogPosition]) {
        self.host = host
        client = ClientConnection(hello: Hello(agent: "terminal/1", serverLogs: serverLogs))
        random = SeededRandom(seed: seed)
        host.links.append(self)
    }

    // The terminal's side

    func call(_ method: Method, options: CallOptions, request: [UInt8]) throws(CallRefusal) -> UInt32 {
        try client.call(method, options: options, request: request)
    }

    func items(_ stream: UInt32, _ items: [[UInt8]]) throws(CallRefusal) -> Flow {
        try client.items(stream, items)
    }

    func endItems(_ stream: UInt32) { client.endItems(stream) }
    func consumed(_ stream: UInt32, bytes: Int) { client.consumed(stream, bytes: bytes) }
    func authenticated() { client.authenticated() }
    func trust() { client.trust() }

    var evidence: ConnectionEvidence {
        ConnectionEvidence(
            siteKey: host.siteKey.publicKey, exporter: Self.exporter, challenge: Self.challenge,
            versions: client.transcript?.bytes ?? [])
    }

    private static let exporter = [UInt8](repeating: 0xEE, count: 32)
    private static let challenge = [UInt8](repeating: 0xC4, count: 32)

    // The network

    /// Moves some bytes in each direction and lets the server work. Returns false if nothing was left to do.
    func step(_ take: (ClientEvent) throws -> Void) throws -> Bool {
        let sent = stepServer()
        toClient += server.outgoing
        server.outgoing = []
        let count = min(toClient.count, pieceSize)
        guard count > 0 else { return sent }
        let piece = Array(toClient[..<count])
        toClient.removeFirst(count)
        carried += count
        var offset = 0
        while let event = client.next(in: piece.span, from: &offset) { try take(event) }
        return true
    }

    /// Delivers bytes to the server and discards its answers, because the client's end is gone.
    func stepAbandoned() -> Bool {
        let moved = stepServer()
        server.outgoing = []
        return moved
    }

    private func stepServer() -> Bool {
        guard !isCut else { return false }
        toServer += client.outgoing
        client.outgoing = []
        let count = min(toServer.count, pieceSize)
        if count > 0 {
            let piece = Array(toServer[..<count])
            toServer.removeFirst(count)
            carried += count
            var offset = 0
            while let event = server.next(in: piece.span, from: &offset, nowMs: host.clock.now) { take(event) }
        }
        let worked = host.running?.executor.work() ?? false
        return applyAnswers() || worked || count > 0
    }

    private var pieceSize: Int {
        let sizes = [1, 7, 64, 700, 4096, 1 << 20]
        return sizes[Int(random.next() % UInt64(sizes.count))]
    }

    private func take(_ event: ServerEvent) {
        switch event {
        case .hello(let hello):
            guard let running = host.running else { return }
            if !host.isDeaf { running.service.sync.noteServerLogs(hello.serverLogs, running.application) }
            server.welcome(
                Welcome(
                    agent: "server", site: host.siteKey.publicKey.siteID, siteKey: host.siteKey.publicKey.bytes,
                    serverNumber: 1, challenge: Self.challenge, timeMs: host.clock.now))
            session = Session(
                application: running.application, responder: responder,
                peer: Peer(
                    address: "simulated",
                    binding: ChannelBinding(
                        exporter: Self.exporter, challenge: Self.challenge,
                        versions: server.transcript?.bytes ?? [])))
        case .call(let call):
            session?.call(stream: call.stream, method: call.method, options: call.options, request: call.request)
        case .item(let item): session?.item(stream: item.stream, item.message ?? [], ended: item.isLast)
        case .cancelled(let stream): session?.cancelled(stream: stream)
        case .writable(let stream): session?.writable(stream: stream)
        }
    }

    private func applyAnswers() -> Bool {
        let answers = responder.take()
        for answer in answers {
            switch answer {
            case .reply(let stream, let bytes): server.reply(stream, bytes)
            case .item(let stream, let bytes):
                if server.items(stream, [bytes]) == .gone { take(.cancelled(stream: stream)) }
            case .drained(let stream):
                switch server.items(stream, []) {
                case .ready: take(.writable(stream: stream))
                case .waiting: break
                case .gone: take(.cancelled(stream: stream))
                }
            case .error(let stream, let failure): server.error(stream, failure)
            case .consumed(let stream, let items, let bytes): server.consumed(stream, items: items, bytes: bytes)
            case .authenticated: server.authenticated()
            case .event(let event): server.event(event)
            case .goodbye(let goodbye): server.goodbye(goodbye)
            }
        }
        return !answers.isEmpty
    }

    /// Notifies both ends that the connection is gone.
    func cut() {
        guard !isCut else { return }
        isCut = true
        session?.closed()
        session = nil
    }
}

/// Keeps the application's answers until the link applies them.
private final class LinkResponder: Responder {
    enum Answer: Sendable {
        case reply(UInt32, [UInt8])
        case item(UInt32, [UInt8])
        case drained(UInt32)
        case error(UInt32, Failure)
        case consumed(UInt32, items: Int, bytes: Int)
        case authenticated
        case event(Event)
        case goodbye(Goodbye)
    }

    private let answers = Locked<[Answer]>([])

    func take() -> [Answer] {
        answers.withLock { answers in
            defer { answers = [] }
            return answers
        }
    }

    private func add(_ answer: Answer) { answers.withLock { $0.append(answer) } }

    func reply(stream: UInt32, _ bytes: [UInt8]) { add(.reply(stream, bytes)) }
    func item(stream: UInt32, _ bytes: [UInt8]) { add(.item(stream, bytes)) }
    func whenDrained(stream: UInt32) { add(.drained(stream)) }
    func end(stream: UInt32) { add(.reply(stream, [])) }
    func error(stream: UInt32, _ error: Failure) { add(.error(stream, error)) }
    func consumed(stream: UInt32, items: Int, bytes: Int) { add(.consumed(stream, items: items, bytes: bytes)) }
    func authenticated() { add(.authenticated) }
    func event(_ event: Event) { add(.event(event)) }
    func close(_ goodbye: Goodbye) { add(.goodbye(goodbye)) }
}
