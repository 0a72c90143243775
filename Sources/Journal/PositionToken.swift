package import Causality
package import Crypto
internal import Wire

/// Proof that a server of the site told where its own log stood: the first 8 bytes (little endian) of a MAC over
/// `log ‖ uv sequence ‖ 32 head hash`. Whoever brings a position back need not be known: nobody else can have made one.
package enum PositionToken {
    package static func make(key: MACKey, log: LogID, head: LogHead) -> UInt64 {
        var writer = ByteWriter(capacity: 41)
        writer.writeVarint(head.sequence)
        writer.writeBytes(head.hash.bytes)
        let mac = key.mac(.serverLogPosition, log.bytes, writer.bytes)
        return mac.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
