import Wire

/// Every limit of a connection, with its reason. A peer that exceeds one harms its own connection and no other.
package enum ConnectionLimits {
    /// Bytes of payload, and of a message in pieces, from a peer that has not authenticated: enough for a hello, a
    /// login, an enrolment, and little to hold for somebody unknown.
    package static let unauthenticated = Limits.unauthenticatedMessage
    /// The same from a peer that has: the largest batch body is 1 MiB.
    package static let message = Limits.message
    /// Bytes of all messages that have begun to arrive in pieces on one connection; from a peer that has not
    /// authenticated, four messages of its size.
    package static let assembling = 4 << 20
    /// Bytes of item payload each side may send on a stream before the other gives more credit.
    package static let streamCredit = Limits.streamCredit
    /// Calls under way on one connection.
    package static let calls = Limits.calls
    /// Bytes of the name a client gives its program in the hello.
    package static let agent = 64
    /// What a held call or item costs beside its bytes, so that a flood of empty ones is bounded too.
    package static let heldOverhead = 128
    /// Bytes of items that wait for credit or for a slow reader, on one stream and on a connection: room for a page of
    /// 64 KiB of every call. A stream above it ends with an error: its receiver asks for items and does not take them.
    package static let waitingOfStream = 512 << 10
    package static let waiting = 16 << 20
    /// After this client stream the server says goodbye, so that stream numbers never wrap.
    package static let lastStream: UInt32 = 0xFFFF_F000
    /// Kinds of event remembered while the peer reads slowly, the furthest position of each.
    package static let eventKinds = 16

    // Milliseconds.

    /// From being accepted to a complete hello, a proxy's header and TLS included.
    package static let handshakeMs: UInt64 = 10_000
    /// From the first byte of a frame to its last.
    package static let frameMs: UInt64 = 60_000
    /// Without a byte received, a ping is sent after the one and the connection closed after the other.
    package static let pingAfterMs: UInt64 = 30_000
    package static let silentMs: UInt64 = 90_000
    /// How long the last words of a connection may take to be read.
    package static let lingerMs: UInt64 = 2_000
}

/// Whether a peer has shown who it is: what is kept for it depends on that.
package enum Standing: UInt8, Sendable {
    case anonymous
    case known

    /// Bytes of requests and items the application holds unanswered from one connection; above it the driver reads
    /// no further until some are answered or consumed.
    @inlinable
    package var held: Int {
        switch self {
        case .anonymous: 64 << 10
        case .known: 4 << 20
        }
    }

    /// Unsent bytes of one connection above which no more is read from it and its items wait; below half of it both go on.
    @inlinable
    package var backlog: Int {
        switch self {
        case .anonymous: 32 << 10
        case .known: 1 << 20
        }
    }

    /// Unsent bytes above which a connection is closed: its peer asks and does not read.
    package var unread: Int {
        switch self {
        case .anonymous: 2 << 20
        case .known: 32 << 20
        }
    }
}
