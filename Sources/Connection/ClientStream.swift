import Messages

/// One open call of a client.
struct ClientStream: ConnectionStream, Sendable {
    let id: UInt32
    let method: Method
    /// The caller may send more items.
    var sendsItems: Bool
    var wantsNotice = false
    var receiver = ItemReceiver()
    var sender = ItemSender()

    init(id: UInt32, method: Method, sendsItems: Bool) {
        self.id = id
        self.method = method
        self.sendsItems = sendsItems
    }
}
