/// The limits of the protocol that both sides must know, each with its reason. A limit that one side sets alone, such
/// as the size of a buffer, is defined by that side. All are inlinable because readers compare with them byte by byte.
package enum Limits {
    /// Bytes of a varint: 64 bits in groups of 7.
    @inlinable package static var varintBytes: Int { 10 }

    /// Depth of nested messages. Ours nest four deep; the rest is reserve, and a peer cannot make the reader recurse
    /// further.
    @inlinable package static var nesting: Int { 16 }

    /// Elements of repeated messages in one decoded message, at all depths together. An empty element takes two bytes
    /// on the wire and up to a few hundred in memory, so a message of 1 MiB takes tens of MiB at most. A batch has as
    /// many facts, so an acknowledgement can still name an exception for each.
    @inlinable package static var elements: Int { 65_536 }

    /// Bytes of a frame's payload, or of a message in pieces, from a peer that has not authenticated: enough for a
    /// hello, a login or an enrolment, and little to buffer for an unknown peer.
    @inlinable package static var unauthenticatedMessage: Int { 4 << 10 }

    /// The same for an authenticated peer. A whole message is decoded at once; a long list is paged or streamed.
    @inlinable package static var message: Int { 1 << 20 }

    /// Bytes of item payload each side may send on a stream before the other grants more credit: two round trips of 100
    /// ms at 10 Mbit/s; 256 such streams take 64 MiB. It also bounds a single item.
    @inlinable package static var streamCredit: Int { 256 << 10 }

    /// Open calls on one connection: a terminal needs a handful, a gateway for many people some hundred.
    @inlinable package static var calls: Int { 256 }

    /// Bytes of an idempotency key, the size of a UUID.
    @inlinable package static var idempotencyKey: Int { 16 }

    /// Upper bound, exclusive, of ids, sequences and times, so that SQL and languages with only doubles hold them
    /// exactly.
    @inlinable package static var integer: UInt64 { 1 << 53 }
}
