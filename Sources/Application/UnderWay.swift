import Threads

/// Limits how much each key has running at once, so that no key takes everything.
package final class UnderWay<Key: Hashable & Sendable>: Sendable {
    private let limit: Int
    private let counts = Locked<[Key: Int]>([:])

    /// - Parameter limit: the most running per key.
    package init(limit: Int) {
        self.limit = limit
    }

    /// Returns a permit, held until it is freed; nil if the key has reached its limit.
    package func begin(_ key: Key) -> Permit? {
        let isTaken = counts.withLock { counts in
            let count = counts[key, default: 0]
            guard count < limit else { return false }
            counts[key] = count + 1
            return true
        }
        guard isTaken else { return nil }
        return Permit { [counts] in
            counts.withLock { counts in
                let count = counts[key, default: 1] - 1
                counts[key] = count == 0 ? nil : count
            }
        }
    }
}

/// Held while something runs, and released however it ends.
package final class Permit: Sendable {
    private let leave: @Sendable () -> Void

    init(_ leave: @escaping @Sendable () -> Void) {
        self.leave = leave
    }

    deinit { leave() }
}
