/// One open call of a server. Most calls get one reply and need no more than this.
struct ServerStream: ConnectionStream, Sendable {
    let id: UInt32
    var phase = Phase.arriving
    /// The caller has sent `end`.
    var hasAllItems = false
    /// Its method's messages are never deflated.
    var isPlain = false
    /// The producer of this stream's items must be notified when more may follow.
    var wantsNotice = false
    /// The bytes the application holds of this stream, as `ConnectionLimits.held` counts them.
    var held = 0

    enum Phase {
        /// The call is incomplete; the application does not know of it yet.
        case arriving
        case underWay
        /// Answered; the reply waits behind items.
        case answered
    }
}

/// The state of a stream on which pieces or items travel.
struct ServerTraffic: ConnectionStream, Sendable {
    let id: UInt32
    var receiver = ItemReceiver()
    var sender = ItemSender()

    init(id: UInt32) {
        self.id = id
    }
}
