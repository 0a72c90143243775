import Wire

/// Whether more items may follow.
package enum Flow: Equatable, Sendable {
    /// Everything is on its way.
    case ready
    /// Some of it waits for the peer; a `writable` event follows when it is on its way.
    case waiting
    /// The stream has ended or was cancelled: stop sending.
    case gone
}

/// The sending half of one stream: items within the peer's credit are sent, the rest waits in order, and a final reply
/// waits behind its items.
struct ItemSender: Sendable {
    private struct Waiting: Sendable {
        let kind: FrameKind
        let flags: FrameFlags
        let payload: [UInt8]
    }

    private var credit = ConnectionLimits.streamCredit
    private var waiting: [Waiting] = []
    private var first = 0
    /// The waiting bytes, including the overhead charged per item.
    private(set) var waitingBytes = 0

    var isEmpty: Bool { first == waiting.count }

    /// - Parameter held: true while the whole connection must wait, whatever the credit.
    mutating func send(
        _ item: [UInt8], flags: FrameFlags, stream: UInt32, held: Bool, into outgoing: inout [UInt8]
    ) {
        if isEmpty, !held, item.count <= credit {
            credit -= item.count
            outgoing.appendFrame(.item, flags: flags, stream: stream, payload: item)
        } else {
            enqueue(Waiting(kind: .item, flags: flags, payload: item))
        }
    }

    /// Ends the stream after the waiting items; returns true if none wait and the reply was sent.
    mutating func finish(_ reply: [UInt8], stream: UInt32, into outgoing: inout [UInt8]) -> Bool {
        guard isEmpty else {
            enqueue(Waiting(kind: .reply, flags: .end, payload: reply))
            return false
        }
        outgoing.appendFrame(.reply, flags: .end, stream: stream, payload: reply)
        return true
    }

    /// Adds credit from the peer. Credit above a whole message is ignored; no honest peer grants more than its window.
    mutating func grant(_ bytes: UInt32) {
        credit = min(credit + Int(bytes), ConnectionLimits.message)
    }

    /// Sends what the credit allows; returns true if that included the final reply.
    /// - Parameter ceiling: the size of `outgoing` at which sending stops.
    mutating func flush(stream: UInt32, ceiling: Int, into outgoing: inout [UInt8]) -> Bool {
        var finished = false
        while first < waiting.count, outgoing.count < ceiling {
            let next = waiting[first]
            if next.kind == .item {
                guard next.payload.count <= credit else { break }
                credit -= next.payload.count
            } else {
                finished = true
            }
            outgoing.appendFrame(next.kind, flags: next.flags, stream: stream, payload: next.payload)
            waitingBytes -= next.payload.count + ConnectionLimits.heldOverhead
            first += 1
        }
        compact()
        return finished
    }

    private mutating func enqueue(_ next: Waiting) {
        waiting.append(next)
        waitingBytes += next.payload.count + ConnectionLimits.heldOverhead
    }

    private mutating func compact() {
        if first == waiting.count {
            waiting = []
            first = 0
        } else if first >= 64, first * 2 >= waiting.count {
            waiting.removeFirst(first)
            first = 0
        }
    }
}
