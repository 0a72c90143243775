package import Connection
import Messages

/// One connection of a server, confined to its loop's thread: it cannot be copied, kept or sent; a handler has it for the
/// length of a call. Whoever else is to answer on it keeps its `handle`.
package struct ServedConnection: ~Copyable {
    enum Stage: Equatable {
        /// A proxy has not said yet whose connection this is.
        case introducing
        /// TLS is not agreed yet.
        case securing
        case speaking
        /// Ended; what is left to say is being read by the peer, at most until then.
        case lingering(untilMs: UInt64)
    }

    package let id: ConnectionID
    /// The peer's; behind a trusted proxy, that of the proxy's client.
    package internal(set) var address: Address
    /// What the handler keeps of this connection.
    package var attachment: AnyObject?
    /// The welcome's challenge and the exporter of the transport; empty before the hello. A terminal signs both.
    package internal(set) var challenge: [UInt8] = []
    package internal(set) var exporter: [UInt8] = []

    /// By which it is counted; nil for a proxy's own.
    var source: Address?
    /// The site key's over the public key that this connection was shown.
    var siteSignature: [UInt8] = []
    /// Its hello has come, and its source has had its handshakes for now.
    var waitsForHandshake = false
    /// The bytes that the memory budget has counted for it.
    var charged = 0
    var chargedAs = Standing.anonymous

    let mailbox: Mailbox
    let listener: Int
    let channel: Channel
    var machine = ServerConnection()
    var outlet = Outlet()
    var stage = Stage.speaking
    var heardMs: UInt64
    /// When the frame that has begun to arrive began, and how many had come before it.
    var frameSinceMs: UInt64?
    var frames = 0
    /// Before the hello: when the connection was accepted.
    let acceptedMs: UInt64
    var hasPinged = false
    /// A call of it was told to wait.
    var wasToldToWait = false
    /// Nothing more is read of it before.
    var restsUntilMs: UInt64 = 0
    /// Its last read held many small frames, each of which costs the loop as much as a large one.
    var isChatty = false
    /// Reading waits until the application or the peer has caught up.
    var isPaused = false
    /// The handler was told of the hello, and must be told of the end.
    var wasOpened = false
    /// No longer among the loop's connections.
    var isGone = false
    /// Streams whose producers are to be told that they may go on, or that their stream has ended.
    var notices: [ServerEvent] = []

    init(
        _ id: ConnectionID, _ address: Address, mailbox: Mailbox, listener: Int, channel: Channel, nowMs: UInt64
    ) {
        self.id = id
        self.address = address
        self.mailbox = mailbox
        self.listener = listener
        self.channel = channel
        acceptedMs = nowMs
        heardMs = nowMs
    }

    func msToRest(_ nowMs: UInt64) -> Int { restsUntilMs > nowMs ? Int(restsUntilMs - nowMs) : 0 }

    /// The connection for other threads.
    package var handle: ConnectionHandle { ConnectionHandle(id: id, mailbox: mailbox) }
    /// The versions offered and chosen; after the hello.
    package var transcript: Transcript? { machine.transcript }
    package var callsUnderWay: Int { machine.callsUnderWay }

    /// Bytes kept for it in all. What OpenSSL keeps cannot be asked: it is taken as measured.
    var footprint: Int {
        let tls = channel.tls == nil ? 0 : stage == .securing ? Self.handshakeBytes : Self.tlsBytes
        return Self.ownBytes + machine.footprint + outlet.footprint + tls
    }

    private static let ownBytes = 2 << 10
    private static let handshakeBytes = 41 << 10
    private static let tlsBytes = 14 << 10

    /// Answers at once, on the loop's thread; what is answered while one wake-up is served is sent together.
    package mutating func answer(_ answer: consuming Answer) {
        switch answer {
        case .reply(let stream, let reply):
            machine.reply(stream, reply)
        case .error(let stream, let error):
            if error.code == .busy { wasToldToWait = true }
            machine.error(stream, error)
        case .item(let stream, let item):
            if machine.items(stream, [item]) == .gone { notices.append(.cancelled(stream: stream)) }
        case .page(let stream, let items):
            switch machine.items(stream, items) {
            case .ready: notices.append(.writable(stream: stream))
            case .waiting: break
            case .gone: notices.append(.cancelled(stream: stream))
            }
        case .consumed(let stream, let items, let bytes):
            machine.consumed(stream, items: items, bytes: bytes)
        case .event(let event):
            machine.event(event)
        case .authenticated:
            machine.authenticated()
        case .goodbye(let goodbye):
            machine.goodbye(goodbye)
        }
    }
}
