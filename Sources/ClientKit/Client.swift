import Connection
import Glibc
package import Messages
import Network
import Threads
package import Wire

/// Calls to a server, for one thread. It connects when there is something to say, takes the session up again on every
/// connection, and repeats a call whose reply was lost under the same idempotency key.
package final class Client {
    /// How long a call may take with all its tries, unless said otherwise.
    package static let patienceMs: UInt64 = 30_000

    package let site: ServerSite
    /// The language of refusals and files: `en` or `zh`.
    package let locale: String
    /// Who is logged in; empty for nobody.
    package var session: [UInt8]

    private var socket: ClientSocket?
    /// A hint that came while a call was under way.
    private var hint: Event?

    package init(_ site: ServerSite, locale: String, session: [UInt8] = []) {
        self.site = site
        self.locale = locale
        self.session = session
    }

    deinit { socket?.close() }

    static let hello = Hello(agent: "rollcall-swift/0.1")

    /// A call that gets one reply.
    package func call<Reply: Message>(
        _ method: Method, _ request: some Message, waitMs: UInt64 = Client.patienceMs
    ) throws(ClientError) -> Reply {
        let request = request.serialized()
        return try retrying(method, waitMs) { exchange throws(ClientError) in
            try exchange.begin(request)
            return try exchange.reply { (_) throws(ClientError) in throw ClientError.badReply(method) }
        }
    }

    /// A call that sends items after its request.
    /// - Parameter sent: told how many items have been handed over, as it goes on.
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

    /// A call that is answered by items. It is not repeated once an item has been given: `each` may have kept it.
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

    /// Logs in, and keeps the session for the connections to come.
    package func login(name: String, password: String) throws(ClientError) -> LoginReply {
        session = []
        return try keep(call(.accountsLogin, LoginRequest(name: name, password: password)))
    }

    func keep(_ reply: LoginReply) -> LoginReply {
        session = reply.session
        socket?.authenticated()
        return reply
    }

    /// Waits for the server to say that something has changed, connecting first where need be.
    /// - Returns: nil when the time is over.
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

    /// Says goodbye. The next call connects again.
    package func close() {
        socket?.close()
        socket = nil
    }

    private func retrying<Result>(
        _ method: Method, _ waitMs: UInt64, unless isSpent: () -> Bool = { false },
        _ body: (Exchange) throws(ClientError) -> Result
    ) throws(ClientError) -> Result {
        let deadline = Deadline.inMs(waitMs)
        let key = IdempotencyKey.make(nowMs: WallClock.nowMs(), random: SystemRandom.bytes(10))
        var backoff = Backoff()
        while true {
            do {
                let socket = try connected(by: deadline, for: method)
                let exchange = Exchange(socket, method, deadline: deadline, key: key, locale: locale)
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

    /// - Parameter method: what anybody may call goes on without a session that has ended.
    private func connected(by deadline: Deadline, for method: Method) throws(ClientError) -> ClientSocket {
        if let socket, socket.isOpen { return socket }
        socket?.close()
        socket = nil
        let site = site
        let made = try ClientError.catching {
            try ClientSocket.connect(to: site.endpoint, trust: site.trust, hello: Self.hello, by: deadline)
        }
        if !session.isEmpty {
            let exchange = Exchange(made, .accountsResumeSession, deadline: deadline, key: [], locale: locale)
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
    /// What connecting throws, as what this module throws.
    static func catching<Result>(_ body: () throws -> Result) throws(ClientError) -> Result {
        do {
            return try body()
        } catch let error as ClientError {
            throw error
        } catch let error as NetworkError {
            throw .network(error)
        } catch {
            // Verification throws a ClientError, and sockets a NetworkError: what is left are bytes of no valid form.
            throw .unproven
        }
    }
}
