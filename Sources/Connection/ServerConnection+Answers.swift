package import Messages
import Wire

// The application's answers. An answer to a stream that has ended is dropped.
extension ServerConnection {
    /// Raises the limits, once the peer has authenticated.
    package mutating func authenticated() {
        standing = .known
        frames.limit = ConnectionLimits.message
    }

    /// Ends a call with its reply, empty after a stream of items. The reply waits behind items that wait for credit.
    package mutating func reply(_ stream: UInt32, _ reply: [UInt8]) {
        guard let index = indexOfUnanswered(stream) else { return }
        guard reply.count <= ConnectionLimits.message else {
            return end(at: index, Failure(.internal))
        }
        finish(.reply(reply), stream, at: index)
    }

    private mutating func finish(_ reply: OutboundFrame, _ stream: UInt32, at index: Int) {
        if let place = traffic.index(of: stream) {
            let before = traffic[place].sender.waitingBytes
            let gone = traffic[place].sender.finish(reply, stream: stream, into: &outgoing)
            waiting += traffic[place].sender.waitingBytes - before
            guard gone else {
                streams[index].phase = .answered
                return release(streams[index].held, at: index)
            }
        } else {
            reply.append(to: &outgoing, stream: stream)
        }
        remove(at: index)
    }

    /// Ends a call with an error and drops its waiting items.
    package mutating func error(_ stream: UInt32, _ error: Failure) {
        guard let index = indexOfUnanswered(stream) else { return }
        end(at: index, error)
    }

    /// Sends items of a call's answer. If it returns `waiting`, a `writable` event follows when all of them are on
    /// their way. A producer that sends one page and then waits bounds this side's memory, however slow the reader.
    ///
    /// An item is at most `ConnectionLimits.streamCredit` bytes: a larger one ends the call with an error.
    package mutating func items(_ stream: UInt32, _ items: [[UInt8]]) -> Flow {
        guard let index = indexOfUnanswered(stream), streams[index].phase == .underWay else { return .gone }
        let place = traffic.index(of: stream, orInsert: ServerTraffic(id: stream))
        let before = traffic[place].sender.waitingBytes
        for item in items {
            guard item.count <= ConnectionLimits.streamCredit else {
                waiting += traffic[place].sender.waitingBytes - before
                end(at: index, Failure(.internal))
                return .gone
            }
            traffic[place].sender.send(.item(item), stream: stream, held: isCongested, into: &outgoing)
        }
        waiting += traffic[place].sender.waitingBytes - before
        return flow(at: index, place)
    }

    /// Sends compressed items, or ends the call with a compressed reply; only while both sides take them and the peer has
    /// authenticated. Otherwise as `items` and `reply`.
    package mutating func packed(_ stream: UInt32, _ packed: Packed) -> Flow {
        guard let index = indexOfUnanswered(stream), streams[index].phase == .underWay else { return .gone }
        guard takesDeflated, standing == .known, !streams[index].isPlain else {
            end(at: index, Failure(.internal))
            return .gone
        }
        if packed.isReply {
            finish(.packed(packed), stream, at: index)
            return .gone
        }
        let place = traffic.index(of: stream, orInsert: ServerTraffic(id: stream))
        let before = traffic[place].sender.waitingBytes
        traffic[place].sender.send(.packed(packed), stream: stream, held: isCongested, into: &outgoing)
        waiting += traffic[place].sender.waitingBytes - before
        return flow(at: index, place)
    }

    /// Returns whether more items may follow on a stream after some were sent.
    private mutating func flow(at index: Int, _ place: Int) -> Flow {
        guard
            traffic[place].sender.waitingBytes <= ConnectionLimits.waitingOfStream,
            waiting <= ConnectionLimits.waiting
        else {
            end(at: index, Failure(.busy))
            return .gone
        }
        if traffic[place].sender.isEmpty, !isCongested { return .ready }
        if isCongested { isHoldingBack = true }
        streams[index].wantsNotice = true
        return .waiting
    }

    /// Records that the application has processed items of the caller; the caller gets as much credit.
    package mutating func consumed(_ stream: UInt32, items: Int, bytes: Int) {
        guard let index = streams.index(of: stream), let place = traffic.index(of: stream) else { return }
        release(bytes + items * ConnectionLimits.heldOverhead, at: index)
        if let credit = traffic[place].receiver.consume(bytes), !streams[index].hasAllItems {
            outgoing.appendFrame(.credit, stream: stream, payload: Credit(bytes: credit).serialized())
        }
    }

    /// Sends a hint. While the peer reads slowly, only the highest position of each kind is kept.
    package mutating func event(_ event: Event) {
        guard closed == nil, isOpen else { return }
        guard isCongested else {
            outgoing.appendFrame(.event, payload: event.serialized())
            return
        }
        if let index = heldEvents.firstIndex(where: { $0.kind == event.kind }) {
            heldEvents[index].position = max(heldEvents[index].position, event.position)
        } else if heldEvents.count < ConnectionLimits.eventKinds {
            heldEvents.append(event)
        }
        isHoldingBack = true
    }

    private func indexOfUnanswered(_ stream: UInt32) -> Int? {
        guard let index = streams.index(of: stream) else { return nil }
        switch streams[index].phase {
        case .underWay: return index
        case .arriving, .answered: return nil
        }
    }

    // Shared with the receiving half.

    mutating func end(at index: Int, _ error: Failure) {
        outgoing.appendFrame(.error, flags: .end, stream: streams[index].id, payload: error.serialized())
        remove(at: index)
    }

    /// Sends a stream's waiting items as credit and the reader allow; returns true if its producer must be notified.
    mutating func flush(_ id: UInt32) -> Bool {
        guard let index = streams.index(of: id), let place = traffic.index(of: id) else { return false }
        let before = traffic[place].sender.waitingBytes
        let ceiling = standing.backlog - backlog
        let finished = traffic[place].sender.flush(stream: id, ceiling: ceiling, into: &outgoing)
        waiting += traffic[place].sender.waitingBytes - before
        if finished {
            remove(at: index)
            return false
        }
        if isCongested { isHoldingBack = true }
        guard streams[index].wantsNotice, traffic[place].sender.isEmpty, !isCongested else { return false }
        streams[index].wantsNotice = false
        return streams[index].phase == .underWay
    }

    mutating func release(_ bytes: Int, at index: Int) {
        let bytes = min(bytes, streams[index].held)
        streams[index].held -= bytes
        held -= bytes
    }

    mutating func remove(at index: Int) {
        held -= streams[index].held
        if let place = traffic.index(of: streams[index].id) {
            assembling -= traffic[place].receiver.assembling
            waiting -= traffic[place].sender.waitingBytes
            traffic.remove(at: place)
        }
        streams.remove(at: index)
        if phase == .ending, streams.isEmpty { close(.finished) }
    }
}
