import Threads

/// Who may connect: counts the connections of the whole server and of each source, and the TLS handshakes a source may
/// cost in a time, so that neither many connections nor one source take it all.
final class Admission: Sendable {
    private struct Source: Sendable {
        var connections = 0
        /// Handshakes it may make at once, as of `atMs`; they come back at the rate of its limits.
        var handshakes: Double
        var atMs: UInt64
    }

    private struct State: Sendable {
        var total = 0
        var perLoop: [Int]
        var sources: [UInt64: Source] = [:]
        /// The log has been told so, and not yet that there is room again.
        var isFull = false
        var refused = 0
    }

    enum Verdict: Equatable {
        /// The loop that has the fewest connections.
        case loop(Int)
        /// Its source has its share.
        case sourceIsFull
        case full
    }

    /// Connections there is room for.
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

    /// Counts a connection from `source`; of a proxy, whose connections are others', `source` is nil until it has said whose.
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

    /// A proxy has said whose connection it passes on; false when that source has its share.
    func attribute(to source: Address, nowMs: UInt64) -> Bool {
        state.withLock { enter(source, &$0, nowMs) }
    }

    /// The connection has gone; `source` as it was last counted.
    func release(_ source: Address?, loop: Int) {
        state.withLock { state in
            state.total -= 1
            state.perLoop[loop] -= 1
            if let source { state.sources[source.countedBy]?.connections -= 1 }
        }
    }

    /// Takes one handshake of a source's allowance; false while it has none left.
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

    /// The log has not been told yet that there is room again.
    var isFull: Bool { state.withLock { $0.isFull } }

    /// True when it is news that there is no room, for whoever tells the log of it.
    /// - Parameter refused: newcomers turned away for it.
    func noteFull(refused: Int) -> Bool {
        state.withLock { state in
            defer { (state.isFull, state.refused) = (true, state.refused + refused) }
            return !state.isFull
        }
    }

    /// Once there is room again: how many were turned away meanwhile. Forgets sources that are as if they had never been.
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

    /// After this time an allowance is whole again.
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
