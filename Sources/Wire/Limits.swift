/// Every limit of the protocol that both sides must know, with its reason. Lower layers' own buffers are theirs.
package enum Limits {
    /// Bytes of a varint: 64 bits in groups of 7.
    package static let varintBytes = 10

    /// Messages within messages. Ours nest four deep; the rest is room, and a peer cannot make the reader recurse
    /// further.
    package static let nesting = 16

    /// Elements of repeated messages in one decoded message, at all depths together. An empty element costs two bytes
    /// on the wire and up to some hundred in memory; with this a message of 1 MiB costs tens of MiB at most. A batch
    /// has as many facts, so an acknowledgement can still name an exception for each.
    package static let elements = 65_536

    /// Bytes of the payload of a frame, and of a message in pieces, from a peer that has not authenticated: enough
    /// for a hello, a login or an enrolment, and little to hold for somebody unknown.
    package static let unauthenticatedMessage = 4 << 10

    /// The same once it has: a batch body of 1 MiB less its surroundings is the largest thing that travels whole.
    package static let message = 1 << 20

    /// Bytes of item payload each side may send on a stream before the other gives more credit: two round trips of
    /// 100 ms at 10 Mbit/s, and 256 streams of them are 64 MiB.
    package static let streamCredit = 256 << 10

    /// Calls under way on one connection: a terminal needs a handful, a gateway for many people some hundred.
    package static let calls = 256

    /// Bytes of an idempotency key: a UUID.
    package static let idempotencyKey = 16

    /// Bytes of the text by which a program names itself in its hello.
    package static let agent = 64

    /// Bytes of one item of an upload: a quarter of the credit, so that the sender need not stop and wait.
    package static let uploadChunk = 64 << 10

    /// Ids, sequences and times lie below this, so that a language whose only number is a double holds them exactly.
    package static let integer: UInt64 = 1 << 53
}
