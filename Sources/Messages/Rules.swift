package import Wire

/// What the protocol says of a method: a row of the generated table.
package struct MethodRule: Sendable {
    /// `Accounts.Login`.
    package let name: String
    package let request: any Message.Type
    /// The one reply, or each item where `repliesStream`.
    package let reply: any Message.Type
    /// Any of these may call.
    package let allows: [Role]
    package let effect: Effect
    /// Whether every call leaves an audit entry (ACC-10).
    package var audited = false
    package var repliesStream = false
    /// What the caller sends after the request; nil where it sends nothing.
    package var item: (any Message.Type)?
}

extension Method {
    package var name: String { rule.name }
    package var requestType: any Message.Type { rule.request }
    package var replyType: any Message.Type { rule.reply }
    package var repliesStream: Bool { rule.repliesStream }
    package var itemType: (any Message.Type)? { rule.item }
}

/// What a call does to the state, and so what a lost reply means to the caller.
package enum Effect: Sendable {
    /// Changes nothing.
    case reads
    /// Needs an idempotency key, under which the answer is kept.
    case mutates
    /// Changes state, and sending it twice is harmless by its own meaning.
    case merges
}

/// What the protocol says of an error.
package struct ErrorRule: Sendable {
    /// Whether the same call may succeed later without a change.
    package let retryable: Bool
    package let en: String
    package let zh: String
}
