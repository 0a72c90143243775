import Threads

/// How much of something each key has under way at once, so that one of them cannot take all there is.
package final class UnderWay<Key: Hashable & Sendable>: Sendable {
    private let limit: Int
    private let counts = Locked<[Key: Int]>([:])

    /// - Parameter limit: of one key.
    package init(limit: Int) {
        self.limit = limit
    }

    /// The permit for one more, until it is let go; nil when the key has as many as it may.
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

/// Held by what is under way; however that ends.
package final class Permit: Sendable {
    private let leave: @Sendable () -> Void

    init(_ leave: @escaping @Sendable () -> Void) {
        self.leave = leave
    }

    deinit { leave() }
}
