package import Messages
import Wire

/// Why a call cannot be made on this connection.
package enum CallRefusal: Error, Equatable, Sendable {
    /// Not welcomed and trusted yet, ended, closed, or out of stream numbers: open a new connection.
    case notOpen
    /// The connection already has as many open calls as it may have.
    case tooManyCalls
    /// Larger than the server accepts; before authentication the limit is `ConnectionLimits.unauthenticated`.
    case tooLarge
}

/// The client's side of one connection as a pure machine; the counterpart of `ServerConnection`.
///
/// `outgoing` holds the hello from the start. The driver sends `outgoing` whenever it is not empty and passes received
/// bytes to `next` until that returns nil.
package struct ClientConnection: Sendable {
    enum Phase {
        case preface
        case hello
        /// The driver has the welcome and verifies the server.
        case unverified
        case open
        /// One side has said goodbye; open calls are still answered.
        case ending
    }

    /// Bytes to send; the driver removes them.
    package var outgoing: [UInt8] = []
    package internal(set) var closed: CloseReason?
    /// The versions offered and chosen; nil before the welcome.
    package internal(set) var transcript: Transcript?

    let versions: ClosedRange<UInt8>
    var phase = Phase.preface
    var frames = FrameStream()
    var streams = StreamTable<ClientStream>()
    var lastStream: UInt32 = 0
    var assembling = 0
    var unpacking = Unpacking()
    /// The features the client offered, as bits.
    let features: UInt64
    /// The bytes of payload the server accepts at present.
    var limit = ConnectionLimits.unauthenticated

    /// - Parameter hello: `versions` replaces its versions.
    package init(hello: Hello, versions: ClosedRange<UInt8> = 1...1) {
        self.versions = versions
        features = hello.features
        var hello = hello
        hello.versions = VersionRange(lowest: UInt32(versions.lowerBound), highest: UInt32(versions.upperBound))
        outgoing.append(contentsOf: Preface.bytes)
        outgoing.appendFrame(.hello, payload: hello.serialized())
    }

    package var isOpen: Bool { closed == nil && phase == .open }
    package var callsUnderWay: Int { streams.count }

    /// The server takes `deflated` frames, and knows who calls.
    private var mayDeflate: Bool { frames.takesDeflated && limit == ConnectionLimits.message }

    /// Opens the connection for calls, once the driver has verified the welcome.
    package mutating func trust() {
        guard phase == .unverified, closed == nil else { return }
        phase = .open
        frames.limit = ConnectionLimits.message
    }

    /// Raises the limit to messages of the full size, once the server has authenticated this client.
    package mutating func authenticated() {
        limit = ConnectionLimits.message
    }

    /// Starts a call and returns its stream. Items, if the method takes any, follow with `items` and `endItems`.
    package mutating func call(
        _ method: Method, options: CallOptions = CallOptions(), request: [UInt8]
    ) throws(CallRefusal) -> UInt32 {
        guard isOpen, lastStream < ConnectionLimits.lastStream else { throw .notOpen }
        guard streams.count < ConnectionLimits.calls else { throw .tooManyCalls }
        let payload = OutboundCall(method: method, options: options, request: request).bytes
        guard payload.count <= limit else { throw .tooLarge }
        lastStream = lastStream == 0 ? 1 : lastStream + 2
        let takesItems = method.itemType != nil
        let flags: FrameFlags = takesItems ? [] : .end
        if mayDeflate, let packed = Packed.call(payload, flags: flags, to: method, on: lastStream) {
            outgoing.appendFrame(.deflated, stream: lastStream, payload: packed)
        } else {
            outgoing.appendFrame(.call, flags: flags, stream: lastStream, payload: payload)
        }
        streams.append(ClientStream(id: lastStream, method: method, sendsItems: takesItems))
        return lastStream
    }

    /// Sends items after a call. If it returns `waiting`, a `writable` event follows when all of them are sent. Each is
    /// at most `ConnectionLimits.streamCredit` bytes and within the server's present limit; throws `tooLarge`
    /// otherwise.
    package mutating func items(_ stream: UInt32, _ items: [[UInt8]]) throws(CallRefusal) -> Flow {
        guard let index = streams.index(of: stream), streams[index].sendsItems else { return .gone }
        guard items.allSatisfy({ $0.count <= min(limit, ConnectionLimits.streamCredit) }) else { throw .tooLarge }
        let outbound: [Outbound] =
            mayDeflate ? Packed.items(items, of: streams[index].method, on: stream) : [.items(items)]
        for part in outbound {
            for frame in part.frames {
                streams[index].sender.send(frame, stream: stream, held: false, into: &outgoing)
            }
        }
        if streams[index].sender.isEmpty { return .ready }
        streams[index].wantsNotice = true
        return .waiting
    }

    /// Ends the items of this stream.
    package mutating func endItems(_ stream: UInt32) {
        guard let index = streams.index(of: stream), streams[index].sendsItems else { return }
        streams[index].sendsItems = false
        streams[index].sender.send(.item([], flags: .end), stream: stream, held: false, into: &outgoing)
    }

    /// Asks the server to cancel a call. Its stream still ends with a reply or an error.
    package mutating func cancel(_ stream: UInt32) {
        guard closed == nil, let index = streams.index(of: stream) else { return }
        streams[index].sendsItems = false
        streams[index].sender = ItemSender()
        outgoing.appendFrame(.cancel, stream: stream, payload: [])
    }

    /// Reports that the caller has processed that many bytes of a stream's items; the server gets as much credit.
    package mutating func consumed(_ stream: UInt32, bytes: Int) {
        guard let index = streams.index(of: stream), let credit = streams[index].receiver.consume(bytes) else { return }
        outgoing.appendFrame(.credit, stream: stream, payload: Credit(bytes: credit).serialized())
    }

    package mutating func ping(nonce: UInt64) {
        guard closed == nil, phase == .open || phase == .ending else { return }
        outgoing.appendFrame(.ping, payload: Ping(nonce: nonce).serialized())
    }

    /// Closes the connection and abandons open calls.
    package mutating func goodbye(_ goodbye: Goodbye = Goodbye()) {
        guard closed == nil else { return }
        outgoing.appendFrame(.goodbye, payload: goodbye.serialized())
        close(.finished)
    }

    mutating func close(_ reason: CloseReason) {
        closed = reason
        streams.removeAll()
        unpacking = Unpacking()
        assembling = 0
    }
}
