import Threads

/// Who stands behind a connection. A login changes it before its reply leaves, so that the next call finds it.
final class Identity: Sendable {
    private let current = Locked(Caller.anonymous)
    private let responder: any Responder

    init(_ responder: any Responder) {
        self.responder = responder
    }

    var caller: Caller { current.withLock { $0 } }

    func become(_ caller: Caller) {
        current.withLock { $0 = caller }
        if caller != .anonymous { responder.authenticated() }
    }
}
