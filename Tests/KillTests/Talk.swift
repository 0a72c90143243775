import Connection
import Crypto
import Messages
import Network
import Wire

/// A connection without retries: every answer is known exactly.
final class Talk {
    enum Trouble: Error {
        case refused(Method, Failure)
    }

    private static let patienceMs: UInt64 = 60_000

    let socket: ClientSocket

    init(_ server: Endpoint) throws {
        socket = try ClientSocket.connect(
            to: server, trust: .plain { _ in }, hello: Hello(agent: "kill-tests"), by: .inMs(Self.patienceMs))
    }

    deinit { socket.close() }

    /// - Throws: `NetworkError` also when the server has ended.
    func next() throws -> ClientEvent {
        guard let event = try socket.next(by: .inMs(Self.patienceMs)) else { throw NetworkError.timedOut }
        return event
    }

    /// One call and its reply.
    func ask(_ method: Method, key: [UInt8] = [], request: [UInt8], items: [[UInt8]]? = nil) throws -> [UInt8] {
        let stream = try socket.call(method, options: CallOptions(idempotencyKey: key), request: request)
        if let items {
            _ = try socket.items(stream, items)
            socket.endItems(stream)
        }
        while true {
            switch try next() {
            case .reply(stream, let bytes): return bytes
            case .error(stream, let failure): throw Trouble.refused(method, failure)
            case .welcome, .reply, .error, .item, .writable, .event, .pong, .goodbye: continue
            }
        }
    }

    func ask<Reply: Message>(
        _ method: Method, _ request: some Message, key: [UInt8] = [], items: [[UInt8]]? = nil
    ) throws -> Reply {
        try Reply(serialized: ask(method, key: key, request: request.serialized(), items: items))
    }

    func resume(_ session: [UInt8]) throws {
        let _: LoginReply = try ask(.accountsResumeSession, ResumeSessionRequest(session: session))
        socket.authenticated()
    }

    /// The bytes a terminal signs to prove its key: this connection to this site.
    var evidence: [UInt8] {
        socket.welcome.site + socket.exporter + socket.welcome.challenge + socket.transcript.bytes
    }

    func authenticate(_ key: SigningKey) throws {
        let proof = key.sign(.terminalAuthentication, evidence)
        let _: AuthenticateReply = try ask(
            .terminalsAuthenticate, AuthenticateRequest(deviceKey: key.publicKey.bytes, proof: proof))
        socket.authenticated()
    }

    /// Every scan of an offering, page by page.
    func scans(_ offering: UInt64) throws -> [Scan] {
        var scans: [Scan] = []
        var cursor: [UInt8] = []
        repeat {
            let page: ListScansReply = try ask(
                .attendanceListScans, ListScansRequest(offering: offering, cursor: cursor, limit: 500))
            scans += page.scans
            cursor = page.next
        } while !cursor.isEmpty
        return scans
    }
}
