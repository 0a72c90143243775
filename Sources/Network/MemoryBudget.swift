import Connection
import Threads

/// Bytes kept for all connections of a server, by the standing of their peers. Loops add what each connection costs when
/// that changes; what is short is taken from the anonymous first (`Loop+Relief.swift`).
final class MemoryBudget: Sendable {
    private struct State: Sendable {
        var anonymous = 0
        var known = 0
        /// Given up since the allocator was last trimmed.
        var given = 0
        /// The log has been told that memory is short, and not yet that there is enough again.
        var isShort = false
        var closed = 0

        var total: Int { anonymous + known }
    }

    let most: Int
    private let state = Locked(State())

    init(most: Int) {
        self.most = most
    }

    func add(_ bytes: Int, _ standing: Standing) {
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

    /// From three quarters on, who is anonymous is read from only when nothing waits to be sent to them.
    /// - Returns: also the bytes to be given up at once, down to a mark that leaves room for a while.
    func strain() -> (isStrained: Bool, excess: Int) {
        let total = total
        return (total > most / 4 * 3, total > most ? total - most / 8 * 7 : 0)
    }

    /// Counts connections closed for the others' sake; true when it is news.
    func noteClosed(_ count: Int) -> Bool {
        state.withLock { state in
            defer { (state.isShort, state.closed) = (true, state.closed + count) }
            return !state.isShort
        }
    }

    /// Once there is room again: how many connections were closed meanwhile.
    func noteRoom() -> Int? {
        state.withLock { state in
            guard state.isShort, state.total < most / 2 else { return nil }
            defer { (state.isShort, state.closed) = (false, 0) }
            return state.closed
        }
    }

    /// True when so much was freed since the last time that the system should have it back.
    func takeTrim() -> Bool {
        state.withLock { state in
            guard state.given >= Self.worthTrimming else { return false }
            state.given = 0
            return true
        }
    }

    private static let worthTrimming = 32 << 20
}
