package import Causality
package import Crypto
internal import Wire

/// Proof that a server of the site issued a position of its own log: the first 8 bytes (little endian) of a MAC over
/// `log ‖ uv sequence ‖ 32 head hash`. Nobody else can make one, so the bearer need not be known.
package enum PositionToken {
    package static func make(key: MACKey, log: LogID, head: LogHead) -> UInt64 {
        var writer = ByteWriter(capacity: 41)
        writer.writeVarint(head.sequence)
        writer.writeBytes(head.hash.bytes)
        let mac = key.mac(.serverLogPosition, log.bytes, writer.bytes)
        return mac.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
