import Messages
import Wire

extension ClientConnection {
    /// Returns the next event in the received bytes from `offset` on, and advances `offset` past it; nil if more bytes
    /// are needed or the connection has closed.
    package mutating func next(in bytes: Span<UInt8>, from offset: inout Int) -> ClientEvent? {
        guard closed == nil else { return nil }
        do {
            if phase == .preface {
                guard try frames.takePreface(bytes, from: &offset) else { return nil }
                phase = .hello
            }
            while closed == nil {
                if !unpacking.isEmpty {
                    if let event = try receiveUnpacked() { return event }
                    continue
                }
                guard let frame = try frames.next(bytes, from: &offset) else { return nil }
                guard let kind = frame.kind else { continue }
                let event: ClientEvent?
                switch frame.payload {
                case .received(let start):
                    let payload = bytes.extracting(start..<(start &+ frame.header.length))
                    event = try receive(kind, frame.header, payload)
                case .kept(let kept):
                    event = try receive(kind, frame.header, kept.span.extracting(FrameHeader.size..<kept.count))
                }
                if let event { return event }
            }
            return nil
        } catch {
            fail(error)
            return nil
        }
    }

    private mutating func fail(_ violation: Violation) {
        if violation != .badPreface {
            outgoing.appendFrame(.goodbye, payload: Goodbye(code: violation.code, text: violation.text).serialized())
        }
        close(.violation(violation))
    }

    /// Receives the next frame of a `deflated` one.
    private mutating func receiveUnpacked() throws(Violation) -> ClientEvent? {
        guard let frame = try unpacking.next(limit: frames.limit) else {
            unpacking = Unpacking()
            return nil
        }
        let bytes = unpacking.bytes
        return try receive(frame.kind, frame.header, bytes.span.extracting(frame.payload))
    }

    private mutating func receive(
        _ kind: FrameKind, _ header: FrameHeader, _ payload: Span<UInt8>
    ) throws(Violation) -> ClientEvent? {
        switch (phase, kind) {
        case (.hello, .welcome), (.hello, .goodbye), (.unverified, .goodbye), (.open, _), (.ending, _): break
        case (.preface, _), (.hello, _), (.unverified, _): throw .outOfPlace(kind)
        }
        switch kind {
        case .welcome:
            return try receiveWelcome(payload)
        case .reply, .error:
            return try receiveEnd(kind, header, payload)
        case .item:
            return try receiveItem(header, payload)
        case .credit:
            return try receiveCredit(header.stream, payload)
        case .ping:
            let ping: Ping = try decode(.ping, payload)
            outgoing.appendFrame(.pong, payload: Pong(nonce: ping.nonce).serialized())
            return nil
        case .pong:
            return .pong(try decode(.pong, payload))
        case .event:
            return .event(try decode(.event, payload))
        case .goodbye:
            return try receiveGoodbye(payload)
        case .deflated:
            guard let index = streams.index(of: header.stream) else { throw .badStream(header.stream) }
            guard !streams[index].method.isPlain else { throw .badDeflated(.plain) }
            unpacking = try Unpacking(payload, on: header.stream, limit: frames.limit)
            return nil
        case .hello, .call, .cancel:
            throw .outOfPlace(kind)
        }
    }

    private mutating func receiveWelcome(_ payload: Span<UInt8>) throws(Violation) -> ClientEvent? {
        guard phase == .hello else { throw .outOfPlace(.welcome) }
        let welcome: Welcome = try decode(.welcome, payload)
        guard let chosen = UInt8(exactly: welcome.version), versions.contains(chosen) else { throw .downgraded }
        transcript = Transcript(lowest: versions.lowerBound, highest: versions.upperBound, chosen: chosen)
        frames.takesDeflated = features & welcome.features & Feature.deflate != 0
        phase = .unverified
        return .welcome(welcome)
    }

    private mutating func receiveEnd(
        _ kind: FrameKind, _ header: FrameHeader, _ payload: Span<UInt8>
    ) throws(Violation) -> ClientEvent? {
        guard let index = streams.index(of: header.stream) else { throw .badStream(header.stream) }
        guard header.flags.contains(.more) || header.flags.contains(.end) else { throw .malformed(kind) }
        if kind == .error {
            let error: Failure = try decode(.error, payload)
            remove(at: index)
            return .error(stream: header.stream, error)
        }
        guard let whole = try assemble(.reply, at: index, header, payload) else { return nil }
        remove(at: index)
        return .reply(stream: header.stream, whole)
    }

    private mutating func receiveItem(_ header: FrameHeader, _ payload: Span<UInt8>) throws(Violation) -> ClientEvent? {
        guard let index = streams.index(of: header.stream) else { throw .badStream(header.stream) }
        guard !header.flags.contains(.end) else { throw .malformed(.item) }
        guard streams[index].receiver.spend(payload.count) else { throw .creditExceeded(header.stream) }
        guard let whole = try assemble(.item, at: index, header, payload) else { return nil }
        return .item(stream: header.stream, whole)
    }

    private mutating func receiveCredit(_ id: UInt32, _ payload: Span<UInt8>) throws(Violation) -> ClientEvent? {
        let credit: Credit = try decode(.credit, payload)
        guard id & 1 == 1, id <= lastStream else { throw .badStream(id) }
        guard let index = streams.index(of: id) else { return nil }
        streams[index].sender.grant(credit.bytes)
        _ = streams[index].sender.flush(stream: id, ceiling: .max, into: &outgoing)
        guard streams[index].wantsNotice, streams[index].sender.isEmpty else { return nil }
        streams[index].wantsNotice = false
        return .writable(stream: id)
    }

    private mutating func receiveGoodbye(_ payload: Span<UInt8>) throws(Violation) -> ClientEvent? {
        let goodbye: Goodbye = try decode(.goodbye, payload)
        if goodbye.code != nil || streams.isEmpty {
            close(.goodbye(goodbye))
        } else {
            phase = .ending
        }
        return .goodbye(goodbye)
    }

    private mutating func assemble(
        _ kind: FrameKind, at index: Int, _ header: FrameHeader, _ payload: Span<UInt8>
    ) throws(Violation) -> [UInt8]? {
        let before = streams[index].receiver.assembling
        let whole = try streams[index].receiver.assemble(payload, of: kind, header, limit: frames.limit)
        assembling += streams[index].receiver.assembling - before
        guard assembling <= ConnectionLimits.assembling else { throw .tooLarge(header.stream) }
        return whole
    }

    private mutating func remove(at index: Int) {
        assembling -= streams[index].receiver.assembling
        streams.remove(at: index)
        if phase == .ending, streams.isEmpty { close(.finished) }
    }
}
