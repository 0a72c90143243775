import Threads

/// Who stands behind a connection. A login changes it before its reply leaves, so that the next call finds it.
final class Identity: Sendable {
    private struct State {
        var caller = Caller.anonymous
        var isClosed = false
    }

    private let state = Locked(State())
    private let responder: any Responder
    private let connections: Connections

    init(_ responder: any Responder, _ connections: Connections) {
        self.responder = responder
        self.connections = connections
    }

    var caller: Caller { state.withLock { $0.caller } }

    func become(_ caller: Caller) {
        let old = state.withLock { state in
            defer { state.caller = caller }
            return state.caller
        }
        move(from: old, to: caller)
        if caller != .anonymous { responder.authenticated() }
        // A login whose connection ended meanwhile must not stay behind.
        if state.withLock({ $0.isClosed }) { move(from: caller, to: .anonymous) }
    }

    /// The connection has ended.
    func close() {
        let caller = state.withLock { state in
            state.isClosed = true
            return state.caller
        }
        move(from: caller, to: .anonymous)
    }

    private func move(from old: Caller, to new: Caller) {
        connections.move(ObjectIdentifier(self), responder, from: old, to: new)
    }
}
