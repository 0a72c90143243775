/// One call under way on a server.
struct ServerStream: ConnectionStream, Sendable {
    let id: UInt32
    var phase = Phase.arriving
    /// The caller's `end` has come.
    var hasAllItems = false
    /// The producer of this stream's items waits to be told that more may follow.
    var wantsNotice = false
    /// What the application holds of this stream, in the terms of `ConnectionLimits.held`.
    var held = 0
    var receiver = ItemReceiver()
    var sender = ItemSender()

    enum Phase {
        /// The call's pieces have not all come; the application has not been told.
        case arriving
        case underWay
        case cancelled
        /// Answered; the reply waits behind items.
        case answered
    }
}
