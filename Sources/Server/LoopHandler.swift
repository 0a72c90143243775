import Application
import Connection
import Messages
import Network
import Wire

/// Connects one loop to the application: one session per connection.
final class LoopHandler: ConnectionHandler {
    private let application: Application
    private let executor: LoopExecutor
    private let outbox: CommitOutbox
    private let seen: ([LogPosition]) -> Void

    /// Call on the loop's thread.
    /// - Parameter seen: called with the positions of the server's own logs that a peer reports.
    init(
        _ application: Application, _ executor: LoopExecutor, _ outbox: CommitOutbox,
        seen: @escaping ([LogPosition]) -> Void
    ) {
        self.seen = seen
        self.executor = executor
        self.application = application.run(by: executor)
        self.outbox = outbox
    }

    func answer(_ method: Method, _ request: Span<UInt8>, into reply: inout ByteWriter) -> Bool {
        application.answerAtOnce(method, request, into: &reply)
    }

    func receive(_ event: ServerEvent, on connection: inout ServedConnection) {
        if case .hello(let hello) = event {
            if !hello.serverLogs.isEmpty { seen(hello.serverLogs) }
            return open(&connection)
        }
        guard let session = connection.attachment as? Session else { return }
        switch event {
        case .hello: break
        case .call(let call):
            session.call(stream: call.stream, method: call.method, options: call.options, request: call.request)
        case .item(let item):
            session.item(stream: item.stream, item.message ?? [], ended: item.isLast)
        case .cancelled(let stream): session.cancelled(stream: stream)
        case .writable(let stream): session.writable(stream: stream)
        }
    }

    func turnEnded() { executor.turnEnded() }

    func noticed(_ notice: LoopNotice) {
        let line =
            switch notice {
            case .full(let connections):
                LogLine(.warning, "no room for connections", [("connections", "\(connections)")])
            case .roomAgain(let refused):
                LogLine(.info, "room for connections again", [("refused", "\(refused)")])
            case .memoryShort(let bytes):
                LogLine(.warning, "no memory for connections", [("bytes", "\(bytes)")])
            case .memoryAgain(let closed):
                LogLine(.info, "memory for connections again", [("closed", "\(closed)")])
            }
        application.ports.log(line)
    }

    func closed(_ connection: inout ServedConnection, because reason: CloseReason) {
        (connection.attachment as? Session)?.closed()
        connection.attachment = nil
        switch reason {
        case .violation(let violation):
            application.ports.log(
                LogLine(
                    .warning, "connection broke the protocol", [("code", violation.code.name)],
                    from: connection.address.host))
        case .tooSlow, .silent, .unread, .transport:
            application.ports.log(
                LogLine(.info, "connection closed", [("reason", "\(reason)")], from: connection.address.host))
        // Many connections give way at once; `noticed` logs their number.
        case .goodbye, .finished, .disconnected, .gaveWay: break
        }
    }

    private func open(_ connection: inout ServedConnection) {
        let binding = ChannelBinding(
            exporter: connection.exporter, challenge: connection.challenge,
            versions: connection.transcript?.bytes ?? [])
        connection.attachment = Session(
            application: application,
            responder: LoopResponder(
                handle: connection.handle, outbox: outbox, takesDeflated: connection.takesDeflated),
            peer: Peer(address: "\(connection.address)", binding: binding))
    }
}

/// Sends answers through the loop's mailbox, from any thread.
private struct LoopResponder: Responder {
    let handle: ConnectionHandle
    let outbox: CommitOutbox
    let takesDeflated: Bool

    func reply(stream: UInt32, _ bytes: [UInt8]) { answer(.reply(stream: stream, bytes)) }
    func item(stream: UInt32, _ bytes: [UInt8]) { answer(.item(stream: stream, bytes)) }
    func reply(stream: UInt32, _ bytes: [UInt8], to method: Method) {
        guard takesDeflated, let packed = Packed.reply(bytes, to: method, on: stream) else {
            return reply(stream: stream, bytes)
        }
        answer(.packed(stream: stream, packed))
    }
    func preparing(_ items: [[UInt8]], of method: Method, stream: UInt32) -> @Sendable () -> Void {
        let outbound = takesDeflated ? Packed.items(items, of: method, on: stream) : [.items(items)]
        return {
            for part in outbound {
                switch part {
                case .items(let items): for item in items { self.item(stream: stream, item) }
                case .packed(let packed): answer(.packed(stream: stream, packed))
                }
            }
        }
    }
    func whenDrained(stream: UInt32) { answer(.page(stream: stream, [])) }
    func end(stream: UInt32) { answer(.reply(stream: stream, [])) }
    func error(stream: UInt32, _ failure: Failure) { answer(.error(stream: stream, failure)) }
    func consumed(stream: UInt32, items: Int, bytes: Int) {
        answer(.consumed(stream: stream, items: items, bytes: bytes))
    }
    func authenticated() { answer(.authenticated) }
    func event(_ event: Event) { answer(.event(event)) }
    func close(_ goodbye: Goodbye) { answer(.goodbye(goodbye)) }

    private func answer(_ answer: Answer) { outbox.answer(answer, to: handle) }
}
