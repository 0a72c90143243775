package import Connection
import Messages

/// One connection of a server, confined to its loop's thread. Noncopyable; a handler borrows it for the length of a
/// call. Whatever answers later keeps its `handle`.
package struct ServedConnection: ~Copyable {
    enum Stage: Equatable {
        /// Waits for a proxy's header.
        case introducing
        /// Runs the TLS handshake.
        case securing
        case speaking
        /// Ended; waits until the peer has read the last bytes, at most until this time.
        case lingering(untilMs: UInt64)
    }

    package let id: ConnectionID
    /// The peer's address; behind a trusted proxy, the address of the proxy's client.
    package internal(set) var address: Address
    /// The handler's state for this connection.
    package var attachment: AnyObject?
    /// The welcome's challenge and the transport's exporter; empty before the hello. A terminal signs both.
    package internal(set) var challenge: [UInt8] = []
    package internal(set) var exporter: [UInt8] = []

    /// The source it is counted under; nil for a proxy's own connection.
    var source: Address?
    /// The site key's signature over the public key that this connection was shown.
    var siteSignature: [UInt8] = []
    /// Its TLS hello has arrived, and its source has no handshakes left at present.
    var waitsForHandshake = false
    /// The bytes the memory budget has counted for it.
    var charged = 0
    var chargedAs = PeerStanding.anonymous

    let mailbox: Mailbox
    let listener: Int
    let channel: Channel
    var machine = ServerConnection()
    var outlet = SendQueue()
    var stage = Stage.speaking
    var heardMs: UInt64
    /// When the incomplete frame started, and the number of frames before it.
    var frameSinceMs: UInt64?
    var frames = 0
    /// When the connection was accepted.
    let acceptedMs: UInt64
    var hasPinged = false
    /// One of its calls was told to wait.
    var wasToldToWait = false
    /// Nothing is read from it before this time.
    var restsUntilMs: UInt64 = 0
    /// Its last read held many small frames, each of which costs the loop as much as a large one.
    var isChatty = false
    /// Its last read took all that it may be read in a turn: there may be more.
    var tookWholeShare = false
    /// Reading is paused until the application or the peer has caught up.
    var isPaused = false
    /// The handler was told of the hello, and must be told of the end.
    var wasOpened = false
    /// Removed from the loop's connections.
    var isGone = false
    /// Events for producers: they may go on, or their stream has ended.
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

    /// The handle for other threads.
    package var handle: ConnectionHandle { ConnectionHandle(id: id, mailbox: mailbox) }
    /// The versions offered and chosen; set after the hello.
    package var transcript: Transcript? { machine.transcript }
    /// Both sides offer to take compressed messages; set after the hello.
    package var takesDeflated: Bool { machine.takesDeflated }
    package var callsUnderWay: Int { machine.callsUnderWay }

    /// The bytes held for it in all. OpenSSL does not report its share, so a measured constant stands for it.
    var footprint: Int {
        let tls = channel.tls == nil ? 0 : stage == .securing ? Self.handshakeBytes : Self.tlsBytes
        return Self.ownBytes + machine.footprint + outlet.footprint + tls
    }

    private static let ownBytes = 2 << 10
    private static let handshakeBytes = 41 << 10
    private static let tlsBytes = 14 << 10

    /// Answers on the loop's thread. Answers of one wake-up are sent together.
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
        case .packed(let stream, let packed):
            if machine.packed(stream, packed) == .gone, !packed.isReply { notices.append(.cancelled(stream: stream)) }
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
