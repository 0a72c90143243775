import Wire

/// The receiving half of one stream: the incomplete message and the peer's remaining credit.
struct ItemReceiver: Sendable {
    private var credit = ConnectionLimits.streamCredit
    private var consumed = 0
    private var pieces: [UInt8] = []
    /// The kind of frame whose message is incomplete.
    private var arriving: FrameKind?

    var isWithinMessage: Bool { arriving != nil }

    /// The buffered bytes of an incomplete message.
    var assembling: Int { pieces.count }

    /// Charges an item frame against the credit; returns false if the peer has exceeded it.
    mutating func spend(_ bytes: Int) -> Bool {
        guard bytes <= credit else { return false }
        credit -= bytes
        return true
    }

    /// Records that the application has processed that many bytes of items and returns the credit to send now, if any.
    /// Credit is returned in halves of the window, so that small items do not cost a frame each.
    mutating func consume(_ bytes: Int) -> UInt32? {
        consumed = min(consumed + bytes, ConnectionLimits.streamCredit - credit)
        guard consumed >= ConnectionLimits.streamCredit / 2 else { return nil }
        defer { consumed = 0 }
        credit += consumed
        return UInt32(consumed)
    }

    /// Appends a piece of a message; returns the whole message after its last piece, nil before.
    /// - Parameter limit: the most bytes the whole message may have.
    mutating func assemble(
        _ piece: Span<UInt8>, of kind: FrameKind, _ header: FrameHeader, limit: Int
    ) throws(Violation) -> [UInt8]? {
        guard arriving == nil || arriving == kind else { throw .outOfPlace(kind) }
        guard pieces.count &+ piece.count <= limit else { throw .tooLarge(header.stream) }
        if header.flags.contains(.more) {
            arriving = kind
            pieces.append(piece)
            return nil
        }
        guard isWithinMessage else { return [UInt8](piece) }
        pieces.append(piece)
        defer {
            pieces = []
            arriving = nil
        }
        return pieces
    }
}
