/// One open call of a client.
struct ClientStream: ConnectionStream, Sendable {
    let id: UInt32
    /// The caller may send more items.
    var sendsItems: Bool
    var wantsNotice = false
    var receiver = ItemReceiver()
    var sender = ItemSender()

    init(id: UInt32, sendsItems: Bool) {
        self.id = id
        self.sendsItems = sendsItems
    }
}
