import Threads

/// Decides which connections to accept: counts the connections of the server and of each source, and bounds the TLS
/// handshakes of a source per time, so that neither many connections nor one source exhaust the server.
final class Admission: Sendable {
    private struct Source: Sendable {
        var connections = 0
        /// The handshakes available at `atMs`; refilled at the rate of the source's limits.
        var handshakes: Double
        var atMs: UInt64
    }

    private struct State: Sendable {
        var total = 0
        var perLoop: [Int]
        var sources: [UInt64: Source] = [:]
        /// The handler was notified that the server is full, and not yet that there is room again.
        var isFull = false
        var refused = 0
    }

    enum Verdict: Equatable {
        /// The loop with the fewest connections.
        case loop(Int)
        /// The source has reached its limit.
        case sourceIsFull
        case full
    }

    /// The most connections.
    let most: Int
    private let limits: ServerConfiguration.SourceLimits
    private let ownLimits: ServerConfiguration.SourceLimits
    private let state: Locked<State>

    init(
        most: Int, limits: ServerConfiguration.SourceLimits, ownLimits: ServerConfiguration.SourceLimits, loops: Int
    ) {
        self.most = most
        self.limits = limits
        self.ownLimits = ownLimits
        state = Locked(State(perLoop: [Int](repeating: 0, count: loops)))
    }

    /// Counts a connection from `source`; nil for a trusted proxy until its header names the client.
    func admit(_ source: Address?, nowMs: UInt64) -> Verdict {
        state.withLock { state in
            guard state.total < most else { return .full }
            guard enter(source, &state, nowMs) else { return .sourceIsFull }
            var loop = 0
            for index in state.perLoop.indices where state.perLoop[index] < state.perLoop[loop] { loop = index }
            state.total += 1
            state.perLoop[loop] += 1
            return .loop(loop)
        }
    }

    /// Counts a proxied connection under its client; returns false if that source has reached its limit.
    func attribute(to source: Address, nowMs: UInt64) -> Bool {
        state.withLock { enter(source, &$0, nowMs) }
    }

    /// Counts a connection as closed. `source` must be the one it was last counted under.
    func release(_ source: Address?, loop: Int) {
        state.withLock { state in
            state.total -= 1
            state.perLoop[loop] -= 1
            if let source { state.sources[source.countedBy]?.connections -= 1 }
        }
    }

    /// Takes one handshake from a source's allowance; returns false if there is none.
    func takeHandshake(of source: Address?, nowMs: UInt64) -> Bool {
        guard let source else { return true }
        let limits = limits(of: source)
        return state.withLock { state in
            var entry = state.sources[source.countedBy] ?? Source(handshakes: limits.handshakesAtOnce, atMs: nowMs)
            refill(&entry, limits, nowMs)
            let isAllowed = entry.handshakes >= 1
            if isAllowed { entry.handshakes -= 1 }
            state.sources[source.countedBy] = entry
            return isAllowed
        }
    }

    var total: Int { state.withLock { $0.total } }

    /// True until the handler is notified that there is room again.
    var isFull: Bool { state.withLock { $0.isFull } }

    /// Records that the server is full; returns true if the handler must be notified.
    /// - Parameter refused: the connections turned away.
    func noteFull(refused: Int) -> Bool {
        state.withLock { state in
            defer { (state.isFull, state.refused) = (true, state.refused + refused) }
            return !state.isFull
        }
    }

    /// Returns the number of connections turned away if there is room again, else nil. Forgets idle sources.
    func noteRoom(nowMs: UInt64) -> Int? {
        state.withLock { state in
            state.sources = state.sources.filter { key, source in
                source.connections > 0 || nowMs &- source.atMs < Self.rememberedMs
            }
            guard state.isFull, state.total <= most - most / 8 else { return nil }
            defer { (state.isFull, state.refused) = (false, 0) }
            return state.refused
        }
    }

    /// The time after which an unused allowance is full again.
    private static let rememberedMs: UInt64 = 60_000

    private func enter(_ source: Address?, _ state: inout State, _ nowMs: UInt64) -> Bool {
        guard let source else { return true }
        let limits = limits(of: source)
        var entry = state.sources[source.countedBy] ?? Source(handshakes: limits.handshakesAtOnce, atMs: nowMs)
        guard entry.connections < limits.connections else { return false }
        entry.connections += 1
        state.sources[source.countedBy] = entry
        return true
    }

    private func refill(_ source: inout Source, _ limits: ServerConfiguration.SourceLimits, _ nowMs: UInt64) {
        let gained = Double(nowMs &- source.atMs) / 1000 * limits.handshakesPerSecond
        source.handshakes = min(limits.handshakesAtOnce, source.handshakes + gained)
        source.atMs = nowMs
    }

    private func limits(of source: Address) -> ServerConfiguration.SourceLimits { source.isOwn ? ownLimits : limits }
}
