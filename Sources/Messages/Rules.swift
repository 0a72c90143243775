package import Wire

/// The rule of a method: a row of the generated table.
package struct MethodRule: Sendable {
    /// The name, such as `Accounts.Login`.
    package let name: String
    package let request: any Message.Type
    /// The message of the one reply, or of each item if `repliesStream`.
    package let reply: any Message.Type
    /// The roles that may call; any one suffices.
    package let allows: [Role]
    package let effect: Effect
    /// Whether every call leaves an audit entry (ACC-10).
    package var audited = false
    package var repliesStream = false
    /// The message of the items the caller sends; nil if it sends none.
    package var item: (any Message.Type)?
}

extension Method {
    package var name: String { rule.name }
    package var requestType: any Message.Type { rule.request }
    package var replyType: any Message.Type { rule.reply }
    package var repliesStream: Bool { rule.repliesStream }
    package var itemType: (any Message.Type)? { rule.item }
}

/// The effect of a call on the server's state, which decides whether a client may repeat it after a lost reply.
package enum Effect: Sendable {
    /// Changes nothing.
    case reads
    /// Needs an idempotency key, under which the answer is stored.
    case mutates
    /// Changes state, but may be repeated without harm.
    case merges
}
