import Glibc
import Threads

/// The state of a server that its thread and those who answer share: its connections and the requests with handlers.
final class HTTPSite: Sendable {
    private struct State {
        var isStopped = false
        /// By socket: when each came, and its request, while that is with a handler.
        var connections: [Int32: (turn: UInt64, pending: PendingRequest?)] = [:]
        var turns: UInt64 = 0
    }

    let routes: [HTTPRoute]
    private let places: Int
    private let state = Locked(State())

    init(_ routes: [HTTPRoute], places: Int) {
        self.routes = routes
        self.places = places
    }

    func begin(_ target: String) -> PendingRequest { PendingRequest(target: Self.withoutHost(target)) }

    /// Some clients send the whole address in place of the path, as to a proxy.
    private static func withoutHost(_ target: String) -> String {
        guard !target.hasPrefix("/"), let scheme = target.firstRange(of: "://") else { return target }
        return String(target[scheme.upperBound...].drop { $0 != "/" })
    }

    /// Closes the oldest connection without a request at work once three quarters of the places are taken. Its socket is
    /// shut down only: the server's thread closes it, and tells `closed` first.
    func opened(_ socket: Int32) {
        state.withLock { state in
            state.turns += 1
            state.connections[socket] = (state.turns, nil)
            guard state.connections.count > places * 3 / 4 else { return }
            let waiting = state.connections.filter { $0.value.pending == nil && $0.key != socket }
            if let oldest = waiting.min(by: { $0.value.turn < $1.value.turn }) {
                shutdown(oldest.key, Int32(SHUT_RDWR))
                // Not chosen again before it is gone.
                state.connections[oldest.key]?.turn = .max
            }
        }
    }

    func closed(_ socket: Int32) {
        state.withLock { $0.connections[socket] = nil }
    }

    /// Notes that the request is with a handler.
    /// - Returns: false once the server stops.
    func hold(_ pending: PendingRequest, on socket: Int32) -> Bool {
        state.withLock { state in
            guard !state.isStopped else { return false }
            state.connections[socket, default: (state.turns, nil)].pending = pending
            return true
        }
    }

    /// The request is over. Its connection may bring another, and is as young as a new one.
    func release(_ pending: PendingRequest, on socket: Int32) {
        state.withLock { state in
            guard state.connections[socket]?.pending === pending else { return }
            state.turns += 1
            state.connections[socket] = (state.turns, nil)
        }
    }

    func stop() {
        let held = state.withLock { state -> [PendingRequest] in
            state.isStopped = true
            return state.connections.values.compactMap(\.pending)
        }
        for pending in held { pending.settle(OutgoingAnswer(503)) }
    }
}
