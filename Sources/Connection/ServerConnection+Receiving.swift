package import Messages
package import Wire

extension ServerConnection {
    /// Returns the next event in the received bytes from `offset` on, and advances `offset` past it; nil if more bytes
    /// are needed or the connection has closed.
    /// - Parameters:
    ///   - nowMs: UTC milliseconds, sent to a client that pings.
    ///   - atOnce: answers a call inline, without an event or a stream, by appending its reply. Called only for a call
    ///     that arrived whole and without options. Returns false, whatever it appended, to have the call take the usual
    ///     path.
    package mutating func next(
        in bytes: Span<UInt8>, from offset: inout Int, nowMs: Int64,
        atOnce: (Method, Span<UInt8>, inout ByteWriter) -> Bool = { _, _, _ in false }
    ) -> ServerEvent? {
        guard closed == nil else { return nil }
        do {
            if phase == .preface {
                guard try frames.takePreface(bytes, from: &offset) else { return nil }
                phase = .hello
            }
            while closed == nil {
                if !unpacking.isEmpty {
                    if let event = try receiveUnpacked(nowMs: nowMs) { return event }
                    continue
                }
                guard let frame = try frames.next(bytes, from: &offset) else { return nil }
                framesReceived &+= 1
                guard let kind = frame.kind else { continue }
                let event: ServerEvent?
                switch frame.payload {
                case .received(let start):
                    let payload = bytes.extracting(start..<(start &+ frame.header.length))
                    if kind == .call, answer(frame.header, payload, atOnce) { continue }
                    event = try receive(kind, frame.header, payload, nowMs: nowMs)
                case .kept(let kept):
                    let payload = kept.span.extracting(FrameHeader.size..<kept.count)
                    event = try receive(kind, frame.header, payload, nowMs: nowMs)
                }
                if let event { return event }
            }
            return nil
        } catch {
            fail(error)
            return nil
        }
    }

    /// Closes the connection for a violation. A peer that does not speak this protocol gets no answer; any other is
    /// told the violation.
    private mutating func fail(_ violation: Violation) {
        close(.violation(violation))
        guard violation != .badPreface else { return }
        if !isOpen { outgoing.append(contentsOf: Preface.bytes) }
        let goodbye = Goodbye(code: violation.code, text: violation.text)
        outgoing.appendFrame(.goodbye, payload: goodbye.serialized())
    }

    /// Receives the next frame of a `deflated` one.
    private mutating func receiveUnpacked(nowMs: Int64) throws(Violation) -> ServerEvent? {
        guard let frame = try unpacking.next(limit: frames.limit) else {
            unpacking = Unpacking()
            return nil
        }
        framesReceived &+= 1
        let bytes = unpacking.bytes
        if frame.kind == .call, InboundCall.method(bytes.span.extracting(frame.payload))?.isPlain == true {
            throw .badDeflated(.plain)
        }
        return try receive(frame.kind, frame.header, bytes.span.extracting(frame.payload), nowMs: nowMs)
    }

    private mutating func receive(
        _ kind: FrameKind, _ header: FrameHeader, _ payload: Span<UInt8>, nowMs: Int64
    ) throws(Violation) -> ServerEvent? {
        guard isOpen || kind == .hello else { throw .handshakeRequired }
        switch kind {
        case .hello:
            return try receiveHello(payload)
        case .call:
            return try receiveCall(header, payload)
        case .item:
            return try receiveItem(header, payload)
        case .cancel:
            return try receiveCancel(header.stream)
        case .credit:
            return try receiveCredit(header.stream, payload)
        case .ping:
            let ping: Ping = try decode(.ping, payload)
            outgoing.appendFrame(.pong, payload: Pong(nonce: ping.nonce, timeMs: nowMs).serialized())
            return nil
        case .pong:
            let _: Pong = try decode(.pong, payload)
            return nil
        case .goodbye:
            close(.goodbye(try decode(.goodbye, payload)))
            return nil
        case .deflated:
            try receiveDeflated(header.stream, payload)
            return nil
        case .welcome, .reply, .error, .event:
            throw .outOfPlace(kind)
        }
    }

    private mutating func receiveHello(_ payload: Span<UInt8>) throws(Violation) -> ServerEvent? {
        guard phase == .hello else { throw .outOfPlace(.hello) }
        let hello: Hello = try decode(.hello, payload)
        guard hello.agent.utf8.count <= ConnectionLimits.agent else { throw .malformed(.hello) }
        transcript = try Transcript.choose(offered: hello.versions, spoken: versions)
        features = hello.features
        outgoing.append(contentsOf: Preface.bytes)
        phase = .greeting
        return .hello(hello)
    }

    /// Expands a frame. What comes on a stream that has ended is not expanded.
    private mutating func receiveDeflated(_ id: UInt32, _ payload: Span<UInt8>) throws(Violation) {
        guard standing == .known else { throw .badDeflated(.tooEarly) }
        if id <= lastStream {
            guard let index = try indexOfKnown(id) else { return }
            guard !streams[index].isPlain else { throw .badDeflated(.plain) }
        }
        unpacking = try Unpacking(payload, on: id, limit: frames.limit)
    }

    private mutating func receiveCall(_ header: FrameHeader, _ payload: Span<UInt8>) throws(Violation) -> ServerEvent? {
        let id = header.stream
        let index: Int
        if id > lastStream {
            guard id & 1 == 1 else { throw .badStream(id) }
            guard streams.count < ConnectionLimits.calls else { throw .tooManyCalls }
            lastStream = id
            index = streams.count
            streams.append(ServerStream(id: id))
            guard header.flags.contains(.more) else { return begin(at: index, header.flags, payload) }
        } else {
            guard let known = streams.index(of: id), streams[known].phase == .arriving else { throw .badStream(id) }
            index = known
        }
        guard let whole = try assemble(.call, header, payload) else { return nil }
        return begin(at: index, header.flags, whole.span)
    }

    /// Answers a call inline if `atOnce` does; returns whether it did.
    private mutating func answer(
        _ header: FrameHeader, _ payload: Span<UInt8>, _ atOnce: (Method, Span<UInt8>, inout ByteWriter) -> Bool
    ) -> Bool {
        let id = header.stream
        guard phase == .open, header.flags == .end, id > lastStream, id & 1 == 1, id <= ConnectionLimits.lastStream,
            streams.count < ConnectionLimits.calls,
            let (method, request) = InboundCall.bare(payload)
        else { return false }
        let start = outgoing.count
        var reply = ByteWriter()
        swap(&reply.bytes, &outgoing)
        reply.writeFixed64(0)
        let isAnswered = atOnce(method, payload.extracting(request..<payload.count), &reply)
        swap(&reply.bytes, &outgoing)
        let size = outgoing.count - start - FrameHeader.size
        guard isAnswered, size <= ConnectionLimits.message else {
            outgoing.removeSubrange(start...)
            return false
        }
        outgoing.put(FrameHeader(length: size, kind: .reply, flags: .end, stream: id), at: start)
        lastStream = id
        return true
    }

    /// Starts a complete call. An invalid call ends its stream, not the connection.
    private mutating func begin(at index: Int, _ flags: FrameFlags, _ message: Span<UInt8>) -> ServerEvent? {
        let id = streams[index].id
        guard phase == .open else {
            end(at: index, Failure(.busy))
            return nil
        }
        let isLast = flags.contains(.end)
        let call: InboundCall
        do {
            call = try InboundCall(stream: id, message, isLast: isLast)
        } catch {
            end(at: index, Failure(error.code))
            return nil
        }
        streams[index].phase = .underWay
        streams[index].hasAllItems = isLast
        streams[index].isPlain = call.method.isPlain
        hold(call.request.count, at: index)
        if id > ConnectionLimits.lastStream { goodbye(Goodbye()) }
        return .call(call)
    }

    private mutating func receiveItem(_ header: FrameHeader, _ payload: Span<UInt8>) throws(Violation) -> ServerEvent? {
        guard let index = try indexOfKnown(header.stream) else { return nil }
        guard !streams[index].hasAllItems, streams[index].phase != .arriving else { throw .badStream(header.stream) }
        let place = traffic.index(of: header.stream, orInsert: ServerTraffic(id: header.stream))
        guard traffic[place].receiver.spend(payload.count) else { throw .creditExceeded(header.stream) }
        let isMarker = payload.isEmpty && header.flags.contains(.end) && !traffic[place].receiver.isWithinMessage
        guard let message = try assemble(.item, header, payload) else { return nil }
        let isLast = header.flags.contains(.end)
        streams[index].hasAllItems = isLast
        guard streams[index].phase == .underWay else { return nil }
        if !isMarker { hold(message.count, at: index) }
        return .item(InboundItem(stream: header.stream, message: isMarker ? nil : message, isLast: isLast))
    }

    private mutating func receiveCancel(_ id: UInt32) throws(Violation) -> ServerEvent? {
        guard let index = try indexOfKnown(id) else { return nil }
        // The machine answers the cancelled call itself; the application is told, and its later answer is dropped.
        let isUnderWay = streams[index].phase == .underWay
        end(at: index, Failure(.cancelled))
        return isUnderWay ? .cancelled(stream: id) : nil
    }

    private mutating func receiveCredit(_ id: UInt32, _ payload: Span<UInt8>) throws(Violation) -> ServerEvent? {
        let credit: Credit = try decode(.credit, payload)
        guard try indexOfKnown(id) != nil else { return nil }
        let place = traffic.index(of: id, orInsert: ServerTraffic(id: id))
        traffic[place].sender.grant(credit.bytes)
        return flush(id) ? .writable(stream: id) : nil
    }

    /// Nil if the stream has ended: the peer sent the frame before it saw the end.
    private func indexOfKnown(_ id: UInt32) throws(Violation) -> Int? {
        guard id & 1 == 1, id <= lastStream else { throw .badStream(id) }
        return streams.index(of: id)
    }

    private mutating func assemble(
        _ kind: FrameKind, _ header: FrameHeader, _ payload: Span<UInt8>
    ) throws(Violation) -> [UInt8]? {
        let place = traffic.index(of: header.stream, orInsert: ServerTraffic(id: header.stream))
        let before = traffic[place].receiver.assembling
        let whole = try traffic[place].receiver.assemble(payload, of: kind, header, limit: frames.limit)
        assembling += traffic[place].receiver.assembling - before
        guard assembling <= min(ConnectionLimits.assembling, frames.limit * 4) else { throw .tooLarge(header.stream) }
        return whole
    }

    private mutating func hold(_ bytes: Int, at index: Int) {
        let cost = bytes + ConnectionLimits.heldOverhead
        streams[index].held += cost
        held += cost
    }
}

/// Decodes the payload of a control frame.
func decode<Payload: Message>(_ kind: FrameKind, _ bytes: Span<UInt8>) throws(Violation) -> Payload {
    do {
        return try Payload(serialized: bytes)
    } catch {
        throw .malformed(kind)
    }
}
