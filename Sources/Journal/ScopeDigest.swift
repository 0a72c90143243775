internal import Crypto
internal import Wire

/// A checkpoint that tells whether a terminal holds exactly the entities of its scope: their count, and the sum modulo
/// 2^128 of BLAKE2b-128 (`uv kind ‖ uv id ‖ uv position`) over them. Independent of their order.
package struct ScopeDigest: Sendable, Hashable {
    package private(set) var count: UInt64
    private var sum: UInt128

    package init() { (count, sum) = (0, 0) }

    /// Restores a stored digest; nil unless there are exactly 16 bytes.
    package init?(count: UInt64, bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.count = count
        sum = Self.number(bytes)
    }

    package mutating func add(_ entity: FeedCursor.Entity, position: UInt64) {
        count &+= 1
        sum &+= Self.term(entity, position)
    }

    package mutating func remove(_ entity: FeedCursor.Entity, position: UInt64) {
        count &-= 1
        sum &-= Self.term(entity, position)
    }

    /// The sum, 16 bytes, little endian.
    package var bytes: [UInt8] {
        (0..<16).map { UInt8(truncatingIfNeeded: sum >> UInt128(8 * $0)) }
    }

    private static func term(_ entity: FeedCursor.Entity, _ position: UInt64) -> UInt128 {
        var writer = ByteWriter(capacity: 24)
        writer.writeVarint(entity.kind)
        writer.writeVarint(entity.id)
        writer.writeVarint(position)
        return number(Digest.hash16(.scopeItem, writer.bytes))
    }

    private static func number(_ bytes: [UInt8]) -> UInt128 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt128($1) }
    }
}
