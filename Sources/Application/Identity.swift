import Messages
import Threads

/// The caller of a connection. A login changes it before its reply is sent, so that the next call sees it.
final class Identity: Sendable {
    private let state = Locked(Caller.anonymous)
    private let ended = AtomicFlag()
    private let responder: any Responder
    private let connections: Connections

    init(_ responder: any Responder, _ connections: Connections) {
        self.responder = responder
        self.connections = connections
    }

    var caller: Caller { state.withLock { $0 } }

    /// The connection has ended; answers go nowhere.
    var isClosed: Bool { ended.isSet }

    /// Updates the roles of the same caller.
    func refresh(_ caller: Caller) {
        state.withLock { current in
            guard case .person(let before) = current, case .person(let now) = caller, before.session == now.session
            else { return }
            current = caller
        }
    }

    func become(_ caller: Caller) {
        let old = state.withLock { state in
            defer { state = caller }
            return state
        }
        move(from: old, to: caller)
        if caller != .anonymous {
            responder.authenticated()
        } else if old != .anonymous {
            // Answers of open calls must not reach another caller: they are answered, then the connection closes.
            responder.close(Goodbye())
        }
        // Undoes a login whose connection has ended meanwhile.
        if ended.isSet { move(from: caller, to: .anonymous) }
    }

    /// Ends the connection.
    func close() {
        ended.set()
        let caller = caller
        move(from: caller, to: .anonymous)
    }

    private func move(from old: Caller, to new: Caller) {
        connections.move(ObjectIdentifier(self), responder, from: old, to: new)
    }
}
