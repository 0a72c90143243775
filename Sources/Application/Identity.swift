import Messages
import Threads

/// Who stands behind a connection. A login changes it before its reply leaves, so that the next call finds it.
final class Identity: Sendable {
    private let state = Locked(Caller.anonymous)
    private let ended = Flag()
    private let responder: any Responder
    private let connections: Connections

    init(_ responder: any Responder, _ connections: Connections) {
        self.responder = responder
        self.connections = connections
    }

    var caller: Caller { state.withLock { $0 } }

    /// The connection has ended: nobody hears an answer.
    var isClosed: Bool { ended.isSet }

    /// The same caller, with what they may do now.
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
            // What was granted to somebody known does not stay with nobody: calls under way are answered first.
            responder.close(Goodbye())
        }
        // A login whose connection ended meanwhile must not stay behind.
        if ended.isSet { move(from: caller, to: .anonymous) }
    }

    /// The connection has ended.
    func close() {
        ended.set()
        let caller = caller
        move(from: caller, to: .anonymous)
    }

    private func move(from old: Caller, to new: Caller) {
        connections.move(ObjectIdentifier(self), responder, from: old, to: new)
    }
}
