import Connection
import Glibc
package import Messages
import Network
import Threads
package import Wire

/// Calls to a server, for one thread. Connects when needed, resumes the session on every connection, and repeats a call
/// whose reply was lost under the same idempotency key.
package final class Client {
    /// The default time limit of a call with all its attempts.
    package static let patienceMs: UInt64 = 30_000

    package let site: ServerSite
    /// The language of errors and files: `en` or `zh`.
    package let locale: String
    /// The session's token; empty if nobody is logged in.
    package var session: [UInt8]

    private var socket: ClientSocket?
    /// A hint that arrived during a call.
    private var hint: Event?

    package init(_ site: ServerSite, locale: String, session: [UInt8] = []) {
        self.site = site
        self.locale = locale
        self.session = session
    }

    deinit { socket?.close() }

    static let hello = Hello(features: Feature.deflate, agent: "rollcall-swift/0.1")

    /// Makes a call that gets one reply.
    package func call<Reply: Message>(
        _ method: Method, _ request: some Message, waitMs: UInt64 = Client.patienceMs
    ) throws(ClientError) -> Reply {
        let request = request.serialized()
        return try retrying(method, waitMs) { exchange throws(ClientError) in
            try exchange.begin(request)
            return try exchange.reply { (_) throws(ClientError) in throw ClientError.badReply(method) }
        }
    }

    /// Makes a call that sends items after its request.
    /// - Parameter sent: called with the number of items sent so far.
    package func upload<Reply: Message>(
        _ method: Method, _ request: some Message, items: [some Message], waitMs: UInt64 = Client.patienceMs,
        sent: (Int) -> Void
    ) throws(ClientError) -> Reply {
        let request = request.serialized()
        return try retrying(method, waitMs) { exchange throws(ClientError) in
            try exchange.begin(request)
            for (index, item) in items.enumerated() {
                try exchange.send(item.serialized())
                sent(index + 1)
            }
            exchange.endItems()
            return try exchange.reply { (_) throws(ClientError) in throw ClientError.badReply(method) }
        }
    }

    /// Makes a call that returns items. Not repeated once `each` was called, which may have stored the item.
    package func items<Item: Message>(
        _ method: Method, _ request: some Message, waitMs: UInt64 = Client.patienceMs,
        each: (Item) throws(ClientError) -> Void
    ) throws(ClientError) {
        let request = request.serialized()
        var hasBegun = false
        try retrying(method, waitMs, unless: { hasBegun }) { exchange throws(ClientError) in
            try exchange.begin(request)
            try exchange.stream { (item: Item) throws(ClientError) in
                hasBegun = true
                try each(item)
            }
        }
    }

    /// Logs in and keeps the session for later connections.
    package func login(name: String, password: String) throws(ClientError) -> LoginReply {
        session = []
        return try keep(call(.accountsLogin, LoginRequest(name: name, password: password)))
    }

    func keep(_ reply: LoginReply) -> LoginReply {
        session = reply.session
        socket?.authenticated()
        return reply
    }

    /// Waits for a hint from the server; connects first if needed.
    /// - Returns: nil if the time has passed.
    package func nextHint(waitMs: UInt64) throws(ClientError) -> Event? {
        let deadline = Deadline.inMs(waitMs)
        let socket = try connected(by: deadline, for: .noticesClaimMessages)
        while true {
            if let hint {
                self.hint = nil
                return hint
            }
            do throws(NetworkError) {
                switch try socket.next(by: deadline) {
                case nil: return nil
                case .event(let event): hint = event
                case .goodbye(let goodbye): throw .closed(.goodbye(goodbye))
                case .welcome, .reply, .error, .item, .writable, .pong: break
                }
            } catch {
                close()
                throw .network(error)
            }
        }
    }

    /// Says goodbye and closes. The next call connects again.
    package func close() {
        socket?.close()
        socket = nil
    }

    private func retrying<Result>(
        _ method: Method, _ waitMs: UInt64, unless isSpent: () -> Bool = { false },
        _ body: (ClientExchange) throws(ClientError) -> Result
    ) throws(ClientError) -> Result {
        let deadline = Deadline.inMs(waitMs)
        let key = IdempotencyKey.make(nowMs: WallClock.nowMs(), random: SystemRandom.bytes(10))
        var backoff = Backoff()
        while true {
            do {
                let socket = try connected(by: deadline, for: method)
                let exchange = ClientExchange(socket, method, deadline: deadline, key: key, locale: locale)
                defer { hint = exchange.hint ?? hint }
                return try body(exchange)
            } catch {
                if !error.leavesConnection {
                    socket?.close()
                    socket = nil
                }
                guard error.isTriedAgain, !isSpent(),
                    let pauseMs = backoff.next(atLeast: error.retryAfterMs, random: SystemRandom.bytes(1)[0]),
                    pauseMs < deadline.leftMs
                else { throw error }
                _ = poll(nil, 0, Int32(clamping: pauseMs))
            }
        }
    }

    /// Returns an open connection with the session resumed.
    /// - Parameter method: a method that anybody may call proceeds even if the session has expired.
    private func connected(by deadline: Deadline, for method: Method) throws(ClientError) -> ClientSocket {
        if let socket, socket.isOpen { return socket }
        socket?.close()
        socket = nil
        let site = site
        let made = try ClientError.catching {
            try ClientSocket.connect(to: site.endpoint, trust: site.trust, hello: Self.hello, by: deadline)
        }
        if !session.isEmpty {
            let exchange = ClientExchange(made, .accountsResumeSession, deadline: deadline, key: [], locale: locale)
            do {
                try exchange.begin(ResumeSessionRequest(session: session).serialized())
                let _: LoginReply = try exchange.reply { (_) throws(ClientError) in
                    throw ClientError.badReply(.accountsResumeSession)
                }
                made.authenticated()
            } catch {
                guard case .refused(let failure) = error, failure.code == .sessionExpired,
                    method.rule.allows.contains(.anyone)
                else {
                    made.close()
                    throw error
                }
                session = []
            }
        }
        socket = made
        return made
    }
}

extension ClientError {
    /// Converts the errors of connecting to `ClientError`.
    static func catching<Result>(_ body: () throws -> Result) throws(ClientError) -> Result {
        do {
            return try body()
        } catch let error as ClientError {
            throw error
        } catch let error as NetworkError {
            throw .network(error)
        } catch {
            // Verification throws a ClientError, and sockets a NetworkError; the rest are malformed bytes.
            throw .unproven
        }
    }
}
