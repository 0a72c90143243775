package import Messages
import Wire

/// The server's side of one connection as a pure machine: bytes in, events out; calls in, bytes out (`outgoing`). It
/// knows no socket, clock or thread, and keeps next to nothing while idle.
///
/// The driver feeds what it received to `next` until that answers nil, then sends `outgoing`, keeps `backlog` up to date
/// with what it could not send, calls `drained` when that is little and the machine `isHoldingBack`, reads only
/// while `wantsInput`, and ends the transport, after sending what is left, once `closed` says why.
package struct ServerConnection: Sendable {
    @usableFromInline
    enum Phase {
        case preface
        case hello
        /// The hello is with the driver.
        case greeting
        case open
        /// Goodbye is said; calls under way are still answered.
        case ending
    }

    @usableFromInline
    package internal(set) var standing = Standing.anonymous
    /// Bytes to be sent. The driver takes them; it may swap in a buffer of its own.
    package var outgoing: [UInt8] = []
    /// Bytes taken from `outgoing` and not sent yet.
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
    /// Of those streams that have more than a call and a reply.
    var traffic = StreamTable<ServerTraffic>()
    var lastStream: UInt32 = 0
    var assembling = 0
    var waiting = 0
    @usableFromInline
    var held = 0
    /// Hints that wait for a slow reader, the furthest position of each kind.
    var heldEvents: [Event] = []
    /// Items or events that credit allows wait for the reader: `drained` lets them go on.
    package internal(set) var isHoldingBack = false
    /// Frames received so far, to tell a frame that does not come to its end from a steady flow of them.
    package internal(set) var framesReceived = 0
    /// Bits the client understands.
    var features: UInt64 = 0

    package init(versions: ClosedRange<UInt8> = 1...1) {
        self.versions = versions
    }

    /// Room for more input: false while the application holds too much of this connection's, or it reads too slowly.
    @inlinable
    package var wantsInput: Bool {
        closed == nil && held < standing.held && outgoing.count + backlog < standing.backlog
    }

    /// Bytes kept for this connection at present: what has come and is not answered, what waits to go, and the room of
    /// its tables. The driver's own buffers are not in it.
    package var footprint: Int {
        held + waiting + assembling + outgoing.capacity + frames.kept + streams.footprint + traffic.footprint
    }

    /// A frame has begun to arrive and is not complete.
    @inlinable
    package var isWithinFrame: Bool { frames.isWithinFrame }
    /// The client has said hello and been welcomed.
    @inlinable
    package var isOpen: Bool { phase == .open || phase == .ending }
    package var callsUnderWay: Int { streams.count }

    // What the driver does.

    /// Answers a hello. The version, the limits and the features both understand are filled in here.
    package mutating func welcome(_ welcome: Welcome) {
        guard phase == .greeting, closed == nil, let transcript else { return }
        var welcome = welcome
        welcome.version = UInt32(transcript.chosen)
        welcome.features &= features
        welcome.frameLimit = UInt32(ConnectionLimits.unauthenticated)
        welcome.streamCredit = UInt32(ConnectionLimits.streamCredit)
        outgoing.appendFrame(.welcome, payload: welcome.serialized())
        phase = .open
    }

    package mutating func ping(nonce: UInt64) {
        guard closed == nil, isOpen else { return }
        outgoing.appendFrame(.ping, payload: Ping(nonce: nonce).serialized())
    }

    /// Says goodbye. With the code 0 it is an ordinary end: calls under way are answered first and new ones are refused
    /// as retryable. With any other code it is the end at once.
    package mutating func goodbye(_ goodbye: Goodbye) {
        guard closed == nil else { return }
        guard isOpen else {
            closed = .finished
            return
        }
        guard phase == .open || goodbye.code != .unspecified else { return }
        outgoing.appendFrame(.goodbye, payload: goodbye.serialized())
        phase = .ending
        if goodbye.code != .unspecified || streams.isEmpty { close(.finished) }
    }

    /// The driver has sent so much that items may flow again. Answers the streams whose producers wait to be told.
    package mutating func drained() -> [UInt32] {
        guard closed == nil, !isCongested else { return [] }
        isHoldingBack = false
        for event in heldEvents { outgoing.appendFrame(.event, payload: event.serialized()) }
        heldEvents = []
        var writable: [UInt32] = []
        // From the last: a stream that ends here is removed.
        for place in traffic.rows.indices.reversed() {
            let id = traffic[place].id
            if flush(id) { writable.append(id) }
        }
        return writable
    }

    /// Unsent bytes are above the mark: items and events wait.
    var isCongested: Bool { outgoing.count + backlog >= standing.backlog }

    mutating func close(_ reason: CloseReason) {
        closed = reason
        streams.removeAll()
        traffic.removeAll()
        heldEvents = []
        (assembling, waiting, held) = (0, 0, 0)
    }
}
