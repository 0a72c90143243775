package import Causality
package import Crypto
internal import Wire

/// Proof that a server had a log up to a sequence at a time: the first 8 bytes (little endian) of a MAC over `log ‖ uv
/// sequence ‖ u64 time`. A device puts the latest one into its next batch: facts recorded afterwards happened after
/// that time.
package enum ReceiptToken {
    package static func make(key: MACKey, log: LogID, sequence: UInt64, timeMs: UInt64) -> UInt64 {
        var writer = ByteWriter(capacity: 18)
        writer.writeVarint(sequence)
        writer.writeFixed64(timeMs)
        let mac = key.mac(.receipt, log.bytes, writer.bytes)
        return mac.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
