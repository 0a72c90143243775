import Synchronization

/// A flag that any thread may set, once.
package struct AtomicFlag: ~Copyable, Sendable {
    private let value = Atomic(false)

    package init() {}

    package var isSet: Bool { value.load(ordering: .sequentiallyConsistent) }

    /// Returns true for the caller that set it.
    @discardableResult
    package func set() -> Bool { !value.exchange(true, ordering: .sequentiallyConsistent) }
}
