/// Every limit of the protocol that both sides must know, with its reason. What one side alone decides, its buffers
/// for example, stands with that side. All are inlinable: readers compare with them byte by byte.
package enum Limits {
    /// Bytes of a varint: 64 bits in groups of 7.
    @inlinable package static var varintBytes: Int { 10 }

    /// Messages within messages. Ours nest four deep; the rest is room, and a peer cannot make the reader recurse
    /// further.
    @inlinable package static var nesting: Int { 16 }

    /// Elements of repeated messages in one decoded message, at all depths together. An empty element costs two bytes
    /// on the wire and up to some hundred in memory; with this a message of 1 MiB costs tens of MiB at most. A batch
    /// has as many facts, so an acknowledgement can still name an exception for each.
    @inlinable package static var elements: Int { 65_536 }

    /// Bytes of the payload of a frame, and of a message in pieces, from a peer that has not authenticated: enough
    /// for a hello, a login or an enrolment, and little to hold for somebody unknown.
    @inlinable package static var unauthenticatedMessage: Int { 4 << 10 }

    /// The same once it has: what travels whole is decoded whole, and a long list is paged or streamed.
    @inlinable package static var message: Int { 1 << 20 }

    /// Bytes of item payload each side may send on a stream before the other gives more credit: two round trips of
    /// 100 ms at 10 Mbit/s, and 256 streams of them are 64 MiB. It bounds a single item as well.
    @inlinable package static var streamCredit: Int { 256 << 10 }

    /// Calls under way on one connection: a terminal needs a handful, a gateway for many people some hundred.
    @inlinable package static var calls: Int { 256 }

    /// Bytes of an idempotency key: those of a UUID.
    @inlinable package static var idempotencyKey: Int { 16 }

    /// Ids, sequences and times lie below this, so that SQL and a language whose only number is a double hold them
    /// exactly.
    @inlinable package static var integer: UInt64 { 1 << 53 }
}
