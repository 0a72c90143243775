/// What the protocol says of a method beside its messages.
package struct MethodRule: Sendable {
    /// `Accounts.Login`.
    package let name: String
    package let allows: [Role]
    package let effect: Effect
    /// Whether every call leaves an audit entry (ACC-10).
    package let audited: Bool
}

package enum Effect: Sendable {
    /// Changes nothing.
    case reads
    /// Needs an idempotency key.
    case mutates
    /// Changes state, and sending it twice is harmless by its own meaning.
    case merges
}

/// What the table of errors says of a number.
package struct ErrorRule: Sendable {
    package let retryable: Bool
    package let en: String
    package let zh: String
}
