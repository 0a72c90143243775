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

/// A frame of a stream on its way.
struct OutboundFrame: Sendable {
    let kind: FrameKind
    let flags: FrameFlags
    let payload: [UInt8]
    /// The credit it costs, in bytes.
    let cost: Int
    /// It holds the stream's reply.
    let isReply: Bool

    static func item(_ item: [UInt8], flags: FrameFlags = []) -> OutboundFrame {
        OutboundFrame(kind: .item, flags: flags, payload: item, cost: item.count, isReply: false)
    }

    static func reply(_ reply: [UInt8]) -> OutboundFrame {
        OutboundFrame(kind: .reply, flags: .end, payload: reply, cost: 0, isReply: true)
    }

    static func packed(_ packed: Packed) -> OutboundFrame {
        OutboundFrame(
            kind: .deflated, flags: [], payload: packed.payload, cost: packed.itemBytes, isReply: packed.isReply)
    }

    func append(to outgoing: inout [UInt8], stream: UInt32) {
        outgoing.appendFrame(kind, flags: flags, stream: stream, payload: payload)
    }
}

/// The sending half of one stream: items within the peer's credit are sent, the rest waits in order, and a final reply
/// waits behind its items.
struct ItemSender: Sendable {
    private var credit = ConnectionLimits.streamCredit
    private var waiting: [OutboundFrame] = []
    private var first = 0
    /// The waiting bytes, including the overhead charged per item.
    private(set) var waitingBytes = 0

    var isEmpty: Bool { first == waiting.count }

    /// - Parameter held: true while the whole connection must wait, whatever the credit.
    mutating func send(_ frame: OutboundFrame, stream: UInt32, held: Bool, into outgoing: inout [UInt8]) {
        if isEmpty, !held, frame.cost <= credit {
            credit -= frame.cost
            frame.append(to: &outgoing, stream: stream)
        } else {
            enqueue(frame)
        }
    }

    /// Ends the stream after the waiting items; returns true if none wait and the reply was sent.
    mutating func finish(_ reply: OutboundFrame, stream: UInt32, into outgoing: inout [UInt8]) -> Bool {
        guard isEmpty else {
            enqueue(reply)
            return false
        }
        reply.append(to: &outgoing, stream: stream)
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
            guard next.cost <= credit else { break }
            credit -= next.cost
            if next.isReply { finished = true }
            next.append(to: &outgoing, stream: stream)
            waitingBytes -= next.payload.count + ConnectionLimits.heldOverhead
            first += 1
        }
        compact()
        return finished
    }

    private mutating func enqueue(_ next: OutboundFrame) {
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
