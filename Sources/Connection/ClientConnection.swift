package import Messages
import Wire

/// Why a call cannot be made on this connection.
package enum CallRefusal: Error, Equatable, Sendable {
    /// Not welcomed and trusted yet, said goodbye, closed, or out of stream numbers: make a new connection.
    case notOpen
    /// As many calls are under way as a connection may have.
    case tooManyCalls
    /// Larger than the server accepts; until authenticated that is `ConnectionLimits.unauthenticated`.
    case tooLarge
}

/// The client's side of one connection as a pure machine; the counterpart of `ServerConnection`.
///
/// The hello lies in `outgoing` from the start. The driver sends `outgoing` whenever it is not empty and feeds what it
/// receives to `next` until that answers nil.
package struct ClientConnection: Sendable {
    enum Phase {
        case preface
        case hello
        /// The welcome is with the driver, which verifies whom it comes from.
        case unverified
        case open
        /// Goodbye is said by one of the sides; calls under way are still answered.
        case ending
    }

    /// Bytes to be sent; the driver takes them.
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
    /// Bytes of payload the server accepts at present.
    var limit = ConnectionLimits.unauthenticated

    /// - Parameter hello: its versions are filled in from `versions`.
    package init(hello: Hello, versions: ClosedRange<UInt8> = 1...1) {
        self.versions = versions
        var hello = hello
        hello.versions = VersionRange(lowest: UInt32(versions.lowerBound), highest: UInt32(versions.upperBound))
        outgoing.append(contentsOf: Preface.bytes)
        outgoing.appendFrame(.hello, payload: hello.serialized())
    }

    package var isOpen: Bool { closed == nil && phase == .open }
    package var callsUnderWay: Int { streams.count }

    /// The welcome has been verified: calls may be made.
    package mutating func trust() {
        guard phase == .unverified, closed == nil else { return }
        phase = .open
        frames.limit = ConnectionLimits.message
    }

    /// The server knows who this is: it accepts messages of the full size.
    package mutating func authenticated() {
        limit = ConnectionLimits.message
    }

    /// Begins a call and answers its stream. If the method takes items, they follow with `items` and `endItems`.
    package mutating func call(
        _ method: Method, options: CallOptions = CallOptions(), request: [UInt8]
    ) throws(CallRefusal) -> UInt32 {
        guard isOpen, lastStream < ConnectionLimits.lastStream else { throw .notOpen }
        guard streams.count < ConnectionLimits.calls else { throw .tooManyCalls }
        let payload = OutboundCall(method: method, options: options, request: request).bytes
        guard payload.count <= limit else { throw .tooLarge }
        lastStream = lastStream == 0 ? 1 : lastStream + 2
        let takesItems = method.itemType != nil
        outgoing.appendFrame(.call, flags: takesItems ? [] : .end, stream: lastStream, payload: payload)
        streams.append(ClientStream(id: lastStream, sendsItems: takesItems))
        return lastStream
    }

    /// Sends items after a call. After `waiting` a `writable` event tells when all of them are on their way.
    /// Each is at most `ConnectionLimits.streamCredit` bytes, and what the server accepts at present.
    package mutating func items(_ stream: UInt32, _ items: [[UInt8]]) throws(CallRefusal) -> Flow {
        guard let index = streams.index(of: stream), streams[index].sendsItems else { return .gone }
        guard items.allSatisfy({ $0.count <= min(limit, ConnectionLimits.streamCredit) }) else { throw .tooLarge }
        for item in items {
            streams[index].sender.send(item, flags: [], stream: stream, held: false, into: &outgoing)
        }
        if streams[index].sender.isEmpty { return .ready }
        streams[index].wantsNotice = true
        return .waiting
    }

    /// No more items follow on this stream.
    package mutating func endItems(_ stream: UInt32) {
        guard let index = streams.index(of: stream), streams[index].sendsItems else { return }
        streams[index].sendsItems = false
        streams[index].sender.send([], flags: .end, stream: stream, held: false, into: &outgoing)
    }

    /// Asks the server to give up a call. Its stream still ends with a reply or an error, whichever comes.
    package mutating func cancel(_ stream: UInt32) {
        guard closed == nil, let index = streams.index(of: stream) else { return }
        streams[index].sendsItems = false
        streams[index].sender = ItemSender()
        outgoing.appendFrame(.cancel, stream: stream, payload: [])
    }

    /// The caller has done with so many bytes of a stream's items: the server gets credit for as many.
    package mutating func consumed(_ stream: UInt32, bytes: Int) {
        guard let index = streams.index(of: stream), let credit = streams[index].receiver.consume(bytes) else { return }
        outgoing.appendFrame(.credit, stream: stream, payload: Credit(bytes: credit).serialized())
    }

    package mutating func ping(nonce: UInt64) {
        guard closed == nil, phase == .open || phase == .ending else { return }
        outgoing.appendFrame(.ping, payload: Ping(nonce: nonce).serialized())
    }

    /// Ends the connection; calls under way are given up.
    package mutating func goodbye(_ goodbye: Goodbye = Goodbye()) {
        guard closed == nil else { return }
        outgoing.appendFrame(.goodbye, payload: goodbye.serialized())
        close(.finished)
    }

    mutating func close(_ reason: CloseReason) {
        closed = reason
        streams.removeAll()
        assembling = 0
    }
}
