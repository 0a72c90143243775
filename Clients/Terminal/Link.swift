import ClientKit
import Connection
import Crypto
import Messages
import Network
import Terminal
import Threads
import Wire

/// A terminal's connection to its site.
final class Link: SyncConnection {
    static let patienceMs: UInt64 = 30_000
    let socket: ClientSocket

    /// - Parameter serverLogs: the positions of the server's own logs that this terminal has seen.
    init(_ site: ServerSite, serverLogs: [LogPosition] = []) throws(ClientError) {
        socket = try site.open(waitMs: Self.patienceMs, serverLogs: serverLogs)
    }

    func evidence() throws -> ConnectionEvidence {
        ConnectionEvidence(
            siteKey: try PublicKey(socket.welcome.siteKey), exporter: socket.exporter,
            challenge: socket.welcome.challenge, versions: socket.transcript.bytes)
    }

    /// Makes one call and returns its reply.
    func call<Reply: Message>(_ method: Method, _ request: some Message, locale: String) throws -> Reply {
        let stream = try socket.call(method, options: CallOptions(locale: locale), request: request.serialized())
        let deadline = Deadline.inMs(Self.patienceMs)
        while let event = try socket.next(by: deadline) {
            switch event {
            case .reply(stream, let bytes): return try Reply(serialized: bytes)
            case .error(stream, let failure): throw ClientError.refused(failure)
            case .welcome, .reply, .item, .error, .writable, .event, .pong, .goodbye: continue
            }
        }
        throw ClientError.network(.timedOut)
    }

    func call(_ method: Method, options: CallOptions, request: [UInt8]) throws(CallRefusal) -> UInt32 {
        try socket.call(method, options: options, request: request)
    }
    func items(_ stream: UInt32, _ items: [[UInt8]]) throws(CallRefusal) -> Flow { try socket.items(stream, items) }
    func endItems(_ stream: UInt32) { socket.endItems(stream) }
    func consumed(_ stream: UInt32, bytes: Int) { socket.consumed(stream, bytes: bytes) }
    func authenticated() { socket.authenticated() }
}
