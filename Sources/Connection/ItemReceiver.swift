import Wire

/// What one side receives on one stream: a message whose pieces have not all come, and the credit the peer still has.
struct ItemReceiver: Sendable {
    private var credit = ConnectionLimits.streamCredit
    private var consumed = 0
    private var pieces: [UInt8] = []
    /// The kind of frame whose message has begun and is not complete.
    private var arriving: FrameKind?

    var isWithinMessage: Bool { arriving != nil }

    /// Bytes kept of a message in pieces.
    var assembling: Int { pieces.count }

    /// Counts an item frame against the credit; false when the peer has exceeded it.
    mutating func spend(_ bytes: Int) -> Bool {
        guard bytes <= credit else { return false }
        credit -= bytes
        return true
    }

    /// The application has done with so many bytes of items. Answers the credit to send now: it is given back in
    /// halves of the window, so that small items do not cost a frame each.
    mutating func consume(_ bytes: Int) -> UInt32? {
        consumed = min(consumed + bytes, ConnectionLimits.streamCredit - credit)
        guard consumed >= ConnectionLimits.streamCredit / 2 else { return nil }
        defer { consumed = 0 }
        credit += consumed
        return UInt32(consumed)
    }

    /// Takes a piece of a message; the whole once its last has come, nil before.
    /// - Parameter limit: bytes the whole may have.
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
