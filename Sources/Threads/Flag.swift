import Synchronization

/// Set once, by whichever thread, and seen by all.
package struct Flag: ~Copyable, Sendable {
    private let value = Atomic(false)

    package init() {}

    package var isSet: Bool { value.load(ordering: .sequentiallyConsistent) }

    /// True for the one who sets it.
    @discardableResult
    package func set() -> Bool { !value.exchange(true, ordering: .sequentiallyConsistent) }
}
