import Connection
import Glibc
import Messages
@testable import Network
import Testing
import Threads
import Wire

/// The state shared by the test servers' handlers and the tests.
final class Ledger: Sendable {
    struct Entry: Sendable {
        var opened = 0
        var closed: [CloseReason] = []
        var exporters: [[UInt8]] = []
        var transcripts: [[UInt8]] = []
        var addresses: [String] = []
        var notices: [LoopNotice] = []
        /// Calls that have blocked the loop.
        var busy = 0
        var cancelled = 0
        var toldToWait = 0
        /// While true, a login keeps the loop; `held` counts those that have.
        var isHeld = false
        var held = 0
        /// How many had said hello when an echo was asked for, for each echo.
        var openedAtEcho: [Int] = []
        /// How many calls had blocked the loop then.
        var busyAtEcho: [Int] = []
        /// Calls that another thread must answer.
        var waiting: [(ConnectionHandle, UInt32)] = []
    }

    let entry = Monitor(Entry())

    /// Keeps the only loop of a server while `body` runs.
    func holdLoop(by known: borrowing ClientSocket, _ body: () throws -> Void) throws {
        let before = entry.change { entry in
            entry.isHeld = true
            return entry.held
        }
        let stream = try known.call(.accountsLogin, request: [])
        try known.flush(by: .inMs(10_000))
        try #require(waitUntil { $0.held > before })
        defer { entry.change { $0.isHeld = false } }
        try body()
        entry.change { $0.isHeld = false }
        _ = try known.answer(to: stream)
    }

    func waitUntil(_ happened: (Ledger.Entry) -> Bool) -> Bool {
        entry.wait(atMostMs: 10_000) { happened($0) ? true : nil } ?? false
    }
}

/// Echoes on the loop; streams pages of zeros for a pull; gives back items of a push; keeps `Accounts.WhoAmI` for
/// another thread to answer; keeps the loop for a millisecond for `Accounts.Terms`, and as long as the ledger says for
/// `Accounts.Login`; tells `Attendance.CheckIn` to wait.
final class TestHandler: ConnectionHandler {
    private let ledger: Ledger
    /// Bytes of pages still to be sent, by connection and stream.
    private var pulls: [ConnectionID: [UInt32: Int]] = [:]

    static let page = 64 << 10

    init(_ ledger: Ledger) {
        self.ledger = ledger
    }

    func receive(_ event: ServerEvent, on connection: inout ServedConnection) {
        switch event {
        case .hello(let hello):
            if hello.agent != "stranger" { connection.answer(.authenticated) }
            ledger.entry.change {
                $0.opened += 1
                $0.addresses.append("\(connection.address)")
                $0.exporters.append(connection.exporter)
                $0.transcripts.append(connection.transcript?.bytes ?? [])
            }
        case .call(let call):
            receive(call, on: &connection)
        case .item(let item):
            if let message = item.message {
                connection.answer(.item(stream: item.stream, message))
                connection.answer(.consumed(stream: item.stream, items: 1, bytes: message.count))
            }
            if item.isLast { connection.answer(.reply(stream: item.stream, [])) }
        case .writable(let stream):
            pull(stream, &connection)
        case .cancelled(let stream):
            ledger.entry.change { $0.cancelled += 1 }
            pulls[connection.id]?[stream] = nil
        }
    }

    func turnEnded() {}

    func noticed(_ notice: LoopNotice) { ledger.entry.change { $0.notices.append(notice) } }

    func closed(_ connection: inout ServedConnection, because reason: CloseReason) {
        pulls[connection.id] = nil
        ledger.entry.change { $0.closed.append(reason) }
    }

    private func receive(_ call: InboundCall, on connection: inout ServedConnection) {
        switch call.method {
        case .syncPush:
            break
        case .syncPull:
            pulls[connection.id, default: [:]][call.stream] = call.request.count << 10
            pull(call.stream, &connection)
        case .accountsTerms:
            let begun = MonotonicClock.nowNs()
            while MonotonicClock.nowNs() < begun + 1_000_000 {}
            connection.answer(.reply(stream: call.stream, []))
            ledger.entry.change { $0.busy += 1 }
        case .attendanceCheckIn:
            connection.answer(.error(stream: call.stream, Failure(code: .busy, retryable: true)))
            ledger.entry.change { $0.toldToWait += 1 }
        case .accountsLogin:
            ledger.entry.change { $0.held += 1 }
            ledger.entry.wait { $0.isHeld ? nil : () }
            connection.answer(.reply(stream: call.stream, []))
        case .accountsWhoAmI:
            let handle = connection.handle
            ledger.entry.change { $0.waiting.append((handle, call.stream)) }
        default:
            ledger.entry.change {
                $0.openedAtEcho.append($0.opened)
                $0.busyAtEcho.append($0.busy)
            }
            connection.answer(.reply(stream: call.stream, call.request))
        }
    }

    private func pull(_ stream: UInt32, _ connection: inout ServedConnection) {
        guard let left = pulls[connection.id]?[stream] else { return }
        if left == 0 {
            pulls[connection.id]?[stream] = nil
            connection.answer(.reply(stream: stream, []))
        } else {
            let size = min(left, TestHandler.page)
            pulls[connection.id]?[stream] = left - size
            connection.answer(.page(stream: stream, [[UInt8](repeating: 0, count: size)]))
        }
    }
}

/// A server for one test, stopped at its end.
struct TestServer: ~Copyable {
    let server: Server
    let ledger: Ledger

    static let welcome = Welcome(agent: "test", site: [UInt8](repeating: 1, count: 32))

    init(_ change: (inout ServerConfiguration) throws -> Void = { _ in }) throws {
        let loopback = Endpoint.tcp(host: "127.0.0.1", port: 0)
        var configuration = ServerConfiguration(listeners: [.init(loopback, .plain)], welcome: TestServer.welcome)
        configuration.loops = 2
        try change(&configuration)
        let ledger = Ledger()
        let server = try Server.start(configuration) { _ in TestHandler(ledger) }
        (self.server, self.ledger) = (server, ledger)
    }

    deinit {
        server.stop(withinMs: 1_000)
    }

    func connect(
        _ trust: ServerTrust = .plain { _ in }, listener: Int = 0
    ) throws -> ClientSocket {
        let hello = Hello(agent: "test")
        return try ClientSocket.connect(to: server.endpoints[listener], trust: trust, hello: hello, by: .inMs(10_000))
    }

    /// A socket that says nothing by itself.
    func connectRaw(from source: String = "127.0.0.1", listener: Int = 0) throws -> Channel {
        try server.connectRaw(from: source, listener: listener)
    }
}

extension Server {
    /// From an address of this machine: every 127.x.y.z is one.
    func connectRaw(from source: String, listener: Int = 0) throws -> Channel {
        guard case .tcp(_, let port) = endpoints[listener] else {
            throw NetworkError.badEndpoint("\(endpoints[listener])")
        }
        let opened = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        // Little waits unread on this side: what the server has to keep shows.
        var room: Int32 = 4_096
        unsafe setsockopt(opened, SOL_SOCKET, SO_RCVBUF, &room, socklen_t(MemoryLayout<Int32>.size))
        for (host, port) in [(source, UInt16(0)), ("127.0.0.1", port)] {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            guard unsafe inet_pton(AF_INET, host, &address.sin_addr) == 1 else { throw NetworkError.badEndpoint(host) }
            let code = unsafe withUnsafePointer(to: &address) { address in
                unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
                    return unsafe port == 0 ? bind(opened, address, size) : connect(opened, address, size)
                }
            }
            guard code == 0 else { throw NetworkError.system("connecting from \(source)", errno: errno) }
        }
        _ = fcntl(opened, F_SETFL, O_NONBLOCK)
        return Channel(socket: opened, tls: nil)
    }
}

extension ClientSocket {
    /// The answer of one call, everything else the server says passed over.
    func answer(to stream: UInt32) throws -> [UInt8] {
        while let event = try next(by: .inMs(10_000)) {
            switch event {
            case .reply(stream, let reply): return reply
            case .error(stream, let error): throw Refused(code: error.code)
            case .item(let stream, let item): consumed(stream, bytes: item.count)
            default: continue
            }
        }
        throw NetworkError.timedOut
    }

    func echo(_ body: [UInt8]) throws -> [UInt8] {
        try answer(to: call(.diagnosticsEcho, request: EchoRequest(body: body).serialized()))
    }

    struct Refused: Swift.Error, Equatable {
        let code: ErrorCode?
    }
}

extension Channel {
    /// Returns all bytes until the peer ends the connection. Throws `timedOut` if none arrive for ten seconds.
    func readToEnd() throws -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            switch receive(&buffer) {
            case .bytes(let count): all += buffer[..<count]
            case .ended: return all
            case .failed(let text): throw NetworkError.tls(text)
            case .nothing: guard try wait(forWriting: false, by: .inMs(10_000)) else { throw NetworkError.timedOut }
            }
        }
    }

    /// Sends what the socket takes now.
    func sendSome(_ bytes: [UInt8]) throws {
        _ = send(bytes, from: 0)
    }

    /// Sends everything, waiting where it must; false once the peer has ended the connection.
    @discardableResult
    func sendAll(_ bytes: [UInt8]) throws -> Bool {
        var start = 0
        while start < bytes.count {
            switch send(bytes, from: start) {
            case .sent(let count): start += count
            case .failed: return false
            case .blocked: guard try wait(forWriting: true, by: .inMs(10_000)) else { throw NetworkError.timedOut }
            }
        }
        return true
    }
}
