package import Messages
import Wire

/// The server's side of one connection as a pure machine: bytes in, events out; answers in, bytes out (`outgoing`). It
/// has no socket, clock or thread, and holds next to no memory while idle.
///
/// The driver passes received bytes to `next` until that returns nil, then sends `outgoing`, keeps `backlog` equal to
/// the bytes it could not send, calls `drained` when that is little and `isHoldingBack` is true, reads only while
/// `wantsInput`, and closes the transport, after sending the rest, once `closed` is set.
package struct ServerConnection: Sendable {
    @usableFromInline
    enum Phase {
        case preface
        case hello
        /// The driver has the hello.
        case greeting
        case open
        /// Goodbye was said; open calls are still answered.
        case ending
    }

    @usableFromInline
    package internal(set) var standing = PeerStanding.anonymous
    /// Bytes to send. The driver removes them; it may swap in a buffer of its own.
    package var outgoing: [UInt8] = []
    /// Bytes removed from `outgoing` and not sent yet.
    package var backlog = 0
    package internal(set) var closed: CloseReason?
    /// The versions offered and chosen; nil before the welcome.
    package internal(set) var transcript: Transcript?

    let versions: ClosedRange<UInt8>
    @usableFromInline
    var phase = Phase.preface
    @usableFromInline
    var frames = FrameStream()
    var streams = StreamTable<ServerStream>()
    /// The state of those streams that need more than a call and a reply.
    var traffic = StreamTable<ServerTraffic>()
    var lastStream: UInt32 = 0
    var unpacking = Unpacking()
    var assembling = 0
    var waiting = 0
    @usableFromInline
    var held = 0
    /// Hints that wait for a slow reader; the highest position of each kind.
    var heldEvents: [Event] = []
    /// Items or events within the credit wait for the reader; `drained` releases them.
    package internal(set) var isHoldingBack = false
    /// Frames received so far; distinguishes a frame that never completes from a steady flow.
    package internal(set) var framesReceived = 0
    /// The features the client supports, as bits.
    var features: UInt64 = 0

    package init(versions: ClosedRange<UInt8> = 1...1) {
        self.versions = versions
    }

    /// False while the application holds too much of this connection's input, or the peer reads too slowly.
    @inlinable
    package var wantsInput: Bool {
        closed == nil && held < standing.held && outgoing.count + backlog < standing.backlog
    }

    /// The bytes held for this connection: unanswered requests, waiting output, and the allocation of its tables.
    /// Excludes the driver's own buffers.
    package var footprint: Int {
        held + waiting + assembling + outgoing.capacity + frames.kept + unpacking.kept + streams.footprint
            + traffic.footprint
    }

    /// True while a frame is incomplete.
    @inlinable
    package var isWithinFrame: Bool { frames.isWithinFrame }
    /// The client has said hello and was welcomed.
    @inlinable
    package var isOpen: Bool { phase == .open || phase == .ending }
    package var callsUnderWay: Int { streams.count }
    /// Both sides offer to take `deflated` frames.
    package var takesDeflated: Bool { frames.takesDeflated }

    // Calls of the driver.

    /// Answers a hello. Fills in the version, the limits and the features that both sides support.
    package mutating func welcome(_ welcome: Welcome) {
        guard phase == .greeting, closed == nil, let transcript else { return }
        var welcome = welcome
        welcome.version = UInt32(transcript.chosen)
        welcome.features &= features
        frames.takesDeflated = welcome.features & Feature.deflate != 0
        welcome.frameLimit = UInt32(ConnectionLimits.unauthenticated)
        welcome.streamCredit = UInt32(ConnectionLimits.streamCredit)
        outgoing.appendFrame(.welcome, payload: welcome.serialized())
        phase = .open
    }

    package mutating func ping(nonce: UInt64) {
        guard closed == nil, isOpen else { return }
        outgoing.appendFrame(.ping, payload: Ping(nonce: nonce).serialized())
    }

    /// Says goodbye. With code 0, open calls are answered first and new ones are refused as retryable. With any other
    /// code, the connection closes at once.
    package mutating func goodbye(_ goodbye: Goodbye) {
        guard closed == nil else { return }
        guard isOpen else {
            closed = .finished
            return
        }
        guard phase == .open || goodbye.code != nil else { return }
        outgoing.appendFrame(.goodbye, payload: goodbye.serialized())
        phase = .ending
        if goodbye.code != nil || streams.isEmpty { close(.finished) }
    }

    /// Releases waiting items and events once enough was sent. Returns the streams whose producers must be notified.
    package mutating func drained() -> [UInt32] {
        guard closed == nil, !isCongested else { return [] }
        isHoldingBack = false
        for event in heldEvents { outgoing.appendFrame(.event, payload: event.serialized()) }
        heldEvents = []
        var writable: [UInt32] = []
        // In descending order, because a stream that ends here is removed.
        for place in traffic.rows.indices.reversed() {
            let id = traffic[place].id
            if flush(id) { writable.append(id) }
        }
        return writable
    }

    /// The unsent bytes exceed the limit: items and events wait.
    var isCongested: Bool { outgoing.count + backlog >= standing.backlog }

    mutating func close(_ reason: CloseReason) {
        closed = reason
        streams.removeAll()
        traffic.removeAll()
        heldEvents = []
        unpacking = Unpacking()
        (assembling, waiting, held) = (0, 0, 0)
    }
}
