package import Messages

/// What the client did, told to the server in the order it was received.
package enum ServerEvent: Equatable, Sendable {
    /// The versions fit; answer with `welcome` before anything else.
    indirect case hello(Hello)
    /// Answer it exactly once, with `reply` or `error`, unless it is `cancelled`.
    case call(InboundCall)
    case item(InboundItem)
    /// The caller no longer wants the answer and has been told CANCELLED: what is answered now is dropped.
    case cancelled(stream: UInt32)
    /// Items sent on this stream are on their way and more may follow.
    case writable(stream: UInt32)
}

package struct InboundItem: Equatable, Sendable {
    package let stream: UInt32
    /// nil: the sender only said that no more items come.
    package let message: [UInt8]?
    /// No more items come on this stream.
    package let isLast: Bool
}
