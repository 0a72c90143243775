/// One call under way on a client.
struct ClientStream: ConnectionStream, Sendable {
    let id: UInt32
    /// Items of the caller may follow.
    var sendsItems: Bool
    var wantsNotice = false
    var receiver = ItemReceiver()
    var sender = ItemSender()

    init(id: UInt32, sendsItems: Bool) {
        self.id = id
        self.sendsItems = sendsItems
    }
}
