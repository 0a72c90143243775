import Connection
import Messages
import Network
import Wire

/// One open call on one connection.
final class ClientExchange {
    private let socket: ClientSocket
    private let method: Method
    private let deadline: Deadline
    private let options: CallOptions
    private var stream: UInt32 = 0
    private var mayWrite = true
    /// The last hint that arrived during this call.
    private(set) var hint: Event?

    init(_ socket: ClientSocket, _ method: Method, deadline: Deadline, key: [UInt8], locale: String) {
        self.socket = socket
        self.method = method
        self.deadline = deadline
        options = CallOptions(
            deadlineMs: UInt32(clamping: deadline.leftMs), idempotencyKey: method.rule.effect == .mutates ? key : [],
            locale: locale)
    }

    func begin(_ request: [UInt8]) throws(ClientError) {
        do throws(CallRefusal) {
            stream = try socket.call(method, options: options, request: request)
        } catch {
            throw refused(error)
        }
    }

    /// Sends an item, once the server has granted credit for it.
    func send(_ item: [UInt8]) throws(ClientError) {
        while !mayWrite { try wait() }
        let flow: Flow
        do throws(CallRefusal) {
            flow = try socket.items(stream, [item])
        } catch {
            throw refused(error)
        }
        switch flow {
        case .ready: break
        case .waiting: mayWrite = false
        // The server has answered already; `reply` reads the answer.
        case .gone: return
        }
    }

    func endItems() { socket.endItems(stream) }

    func reply<Reply: Message>(item: ([UInt8]) throws(ClientError) -> Void) throws(ClientError) -> Reply {
        while true {
            switch try next() {
            case .reply(let bytes): return try decode(bytes)
            case .item(let bytes): try item(bytes)
            case .other: continue
            }
        }
    }

    /// Passes items to `each` until the stream ends.
    func stream<Item: Message>(each: (Item) throws(ClientError) -> Void) throws(ClientError) {
        while true {
            switch try next() {
            case .reply: return
            case .item(let bytes):
                try each(try decode(bytes))
                socket.consumed(stream, bytes: bytes.count)
            case .other: continue
            }
        }
    }

    private enum Answer {
        case reply([UInt8])
        case item([UInt8])
        case other
    }

    private func wait() throws(ClientError) {
        switch try next() {
        // The server must not answer a call that is still sending.
        case .reply, .item: throw .badReply(method)
        case .other: return
        }
    }

    private func next() throws(ClientError) -> Answer {
        let event: ClientEvent?
        do throws(NetworkError) {
            event = try socket.next(by: deadline)
        } catch {
            throw .network(error)
        }
        guard let event else { throw .network(.timedOut) }
        switch event {
        case .reply(stream, let bytes): return .reply(bytes)
        case .item(stream, let bytes): return .item(bytes)
        case .error(stream, let failure): throw .refused(failure)
        case .writable(stream): mayWrite = true
        case .event(let event): hint = event
        case .welcome, .reply, .item, .error, .writable, .pong, .goodbye: break
        }
        return .other
    }

    private func decode<Value: Message>(_ bytes: [UInt8]) throws(ClientError) -> Value {
        do throws(DecodeError) {
            return try Value(serialized: bytes)
        } catch {
            throw .badReply(method)
        }
    }

    private func refused(_ refusal: CallRefusal) -> ClientError {
        switch refusal {
        case .notOpen, .tooManyCalls: .network(.closed(.finished))
        case .tooLarge: .requestTooLarge(method)
        }
    }
}
