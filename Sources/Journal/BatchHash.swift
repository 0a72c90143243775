package import Causality
package import Crypto

/// The hash of a batch and of everything before it in its log, 32 bytes, over `context ‖ site id ‖ log id ‖ previous
/// hash ‖ body`. Equal hashes mean equal histories.
package struct BatchHash: Sendable, Hashable {
    package let bytes: [UInt8]

    /// Returns nil unless there are exactly 32 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Digest.size else { return nil }
        self.bytes = bytes
    }

    init(digest: [UInt8]) { bytes = digest }

    /// Hashes the bytes that a batch's signature covers.
    package init(_ preimage: Preimage) { bytes = Digest.hash(preimage) }

    /// The first 16 bytes, by which a reference from another log names the batch.
    package var tag: BatchTag { BatchTag(raw: first16) }

    var first16: UInt128 {
        bytes.prefix(16).reduce(0) { $0 << 8 | UInt128($1) }
    }
}

/// The end of a log that somebody has.
package struct LogHead: Sendable, Hashable {
    /// The last sequence, 0 before the first batch.
    package var sequence: UInt64
    /// The hash of the batch that ends there; the log's origin before the first batch.
    package var hash: BatchHash

    package init(sequence: UInt64, hash: BatchHash) {
        self.sequence = sequence
        self.hash = hash
    }
}
