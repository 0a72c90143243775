package import Causality
package import Crypto
internal import Wire

/// Proof that a server had a log up to a sequence at a time: the first 8 bytes (little endian) of a MAC over
/// `log ‖ uv sequence ‖ u64 time`. A device puts the last one into its next batch and so anchors its clock.
package enum ReceiptToken {
    package static func make(key: MACKey, log: LogID, sequence: UInt64, timeMs: UInt64) -> UInt64 {
        var writer = ByteWriter(capacity: 18)
        writer.writeVarint(sequence)
        writer.writeFixed64(timeMs)
        let mac = key.mac(.receipt, log.bytes, writer.bytes)
        return mac.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The sequence that a receipt was given for, of those its log had reached by then (newest first is fastest: a batch
    /// carries time and token only). Nil when no server of this site gave it.
    package static func sequence(
        timeMs: UInt64, token: UInt64, key: MACKey, log: LogID, among candidates: some Sequence<UInt64>
    ) -> UInt64? {
        candidates.first { make(key: key, log: log, sequence: $0, timeMs: timeMs) == token }
    }
}
