import Connection
import Threads

/// The bytes held for all connections of a server, by the standing of their peers. Loops report each change of a
/// connection's cost; if memory is short, anonymous peers are closed first (`Loop+Relief.swift`).
final class MemoryBudget: Sendable {
    private struct State: Sendable {
        var anonymous = 0
        var known = 0
        /// Bytes freed since the allocator was last trimmed.
        var given = 0
        /// The handler was notified that memory is short, and not yet that there is enough again.
        var isShort = false
        var closed = 0

        var total: Int { anonymous + known }
    }

    let most: Int
    private let state = Locked(State())

    init(most: Int) {
        self.most = most
    }

    func add(_ bytes: Int, _ standing: PeerStanding) {
        state.withLock { state in
            switch standing {
            case .anonymous: state.anonymous += bytes
            case .known: state.known += bytes
            }
            if bytes < 0 { state.given -= bytes }
        }
    }

    var ofAnonymous: Int { state.withLock { $0.anonymous } }
    var total: Int { state.withLock { $0.total } }
    var isShort: Bool { state.withLock { $0.isShort } }

    /// From three quarters of the budget on, an anonymous peer is read only if it has no unsent output.
    /// - Returns: also the bytes to free at once, to a level that leaves some room.
    func strain() -> (isStrained: Bool, excess: Int) {
        let total = total
        return (total > most / 4 * 3, total > most ? total - most / 8 * 7 : 0)
    }

    /// Counts connections closed for lack of memory; returns true if the handler must be notified.
    func noteClosed(_ count: Int) -> Bool {
        state.withLock { state in
            defer { (state.isShort, state.closed) = (true, state.closed + count) }
            return !state.isShort
        }
    }

    /// Returns the number of connections closed if there is enough memory again, else nil.
    func noteRoom() -> Int? {
        state.withLock { state in
            guard state.isShort, state.total < most / 2 else { return nil }
            defer { (state.isShort, state.closed) = (false, 0) }
            return state.closed
        }
    }

    /// Returns true if enough was freed since the last time to trim the allocator.
    func takeTrim() -> Bool {
        state.withLock { state in
            guard state.given >= Self.worthTrimming else { return false }
            state.given = 0
            return true
        }
    }

    private static let worthTrimming = 32 << 20
}
