import Wire

/// The limits of a connection, each with its reason. A peer that exceeds one harms only its own connection.
package enum ConnectionLimits {
    /// Bytes of a frame's payload, or of a message in pieces, from a peer that has not authenticated: enough for a
    /// hello, a login or an enrolment, and little to buffer for an unknown peer.
    package static let unauthenticated = Limits.unauthenticatedMessage
    /// The same for an authenticated peer: the largest batch body is 1 MiB.
    package static let message = Limits.message
    /// Bytes of all incomplete messages on one connection; from a peer that has not authenticated, four messages of its
    /// size.
    package static let assembling = 4 << 20
    /// Bytes of item payload each side may send on a stream before the other grants more credit.
    package static let streamCredit = Limits.streamCredit
    /// Open calls on one connection.
    package static let calls = Limits.calls
    /// Bytes of the client program's name in the hello.
    package static let agent = 64
    /// The bytes charged for a held call or item besides its payload, so that a flood of empty ones is bounded too.
    package static let heldOverhead = 128
    /// Bytes of items that wait for credit or for a slow reader, on one stream and on a connection: room for a page of
    /// 64 KiB of every call. A stream that exceeds it ends with an error, because its receiver does not read the items
    /// it asked for.
    package static let waitingOfStream = 512 << 10
    package static let waiting = 16 << 20
    /// Bytes of a message, or of items together, from which on a sender compresses them: fewer save less than they cost.
    package static let deflatedFrom = 1 << 10
    /// Bytes of items that a sender puts into one `deflated` frame, unless one item alone has more: half the credit, so
    /// that credit which comes back in halves always suffices.
    package static let deflatedItems = streamCredit / 2
    /// How many times its compressed size a `deflated` frame may expand to. It bounds what a read of the socket can
    /// turn into before reading stops: 64 KiB into 4 MiB, as much as the application may hold.
    package static let deflatedRatio = 64
    /// The last client stream: after it the server says goodbye, so that stream numbers never wrap.
    package static let lastStream: UInt32 = 0xFFFF_F000
    /// Kinds of event remembered while the peer reads slowly; only the highest position of each.
    package static let eventKinds = 16

    // Milliseconds.

    /// From accept to a complete hello, including a proxy's header and TLS.
    package static let handshakeMs: UInt64 = 10_000
    /// From the first byte of a frame to its last.
    package static let frameMs: UInt64 = 60_000
    /// Without a received byte, a ping is sent after the first and the connection closed after the second.
    package static let pingAfterMs: UInt64 = 30_000
    package static let silentMs: UInt64 = 90_000
    /// How long the last bytes of a connection may wait to be read.
    package static let lingerMs: UInt64 = 2_000
}

/// Whether a peer has authenticated; its limits depend on that.
package enum PeerStanding: UInt8, Sendable {
    case anonymous
    case known

    /// Bytes of requests and items that the application may hold unanswered from one connection. Above it the driver
    /// stops reading until some are answered or consumed.
    @inlinable
    package var held: Int {
        switch self {
        case .anonymous: 64 << 10
        case .known: 4 << 20
        }
    }

    /// Unsent bytes of one connection above which it is not read and its items wait, until half of them are sent.
    @inlinable
    package var backlog: Int {
        switch self {
        case .anonymous: 32 << 10
        case .known: 1 << 20
        }
    }

    /// Unsent bytes above which a connection is closed, because its peer does not read.
    package var unread: Int {
        switch self {
        case .anonymous: 2 << 20
        case .known: 32 << 20
        }
    }
}
