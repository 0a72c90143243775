/// One call under way on a server. Most calls are answered with one reply and have no more than this.
struct ServerStream: ConnectionStream, Sendable {
    let id: UInt32
    var phase = Phase.arriving
    /// The caller's `end` has come.
    var hasAllItems = false
    /// The producer of this stream's items waits to be told that more may follow.
    var wantsNotice = false
    /// What the application holds of this stream, in the terms of `ConnectionLimits.held`.
    var held = 0

    enum Phase {
        /// The call's pieces have not all come; the application has not been told.
        case arriving
        case underWay
        /// Answered; the reply waits behind items.
        case answered
    }
}

/// What a stream has beside that once pieces or items travel on it.
struct ServerTraffic: ConnectionStream, Sendable {
    let id: UInt32
    var receiver = ItemReceiver()
    var sender = ItemSender()

    init(id: UInt32) {
        self.id = id
    }
}
