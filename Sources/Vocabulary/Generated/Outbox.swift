// Generated from Protocol/outbox.proto by `make generate`; change that and generate again.

/// What the server hands to services of others, each entry at least once.
package enum OutboxKind: Int32, Word {
    case textMessage = 1
    /// to a payment gateway
    case gatewayCall = 2
    /// to who issues invoices
    case invoiceCall = 3
}

package enum OutboxState: Int32, Word {
    /// for its first attempt, or for the next
    case waiting = 1
    /// leased by a server
    case sending = 2
    case sent = 3
    /// given up: refused for good, or tried as often as its kind may be
    case dead = 4
    /// no longer wanted, or dropped by an administrator
    case dropped = 5
}
