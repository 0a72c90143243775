/// A batch with its signature. Stored and passed on verbatim, for ever.
package struct SealedBatch: Sendable, Hashable {
    package let body: [UInt8]
    /// 64 bytes; empty for an inner batch of a run, which the next signature covers through the chain.
    package let signature: [UInt8]
    package let hash: BatchHash
    package let sequences: ClosedRange<UInt64>

    package init(body: [UInt8], signature: [UInt8], hash: BatchHash, sequences: ClosedRange<UInt64>) {
        self.body = body
        self.signature = signature
        self.hash = hash
        self.sequences = sequences
    }

    package var isSigned: Bool { !signature.isEmpty }

    /// The log's head if this is its last batch.
    package var head: LogHead { LogHead(sequence: sequences.upperBound, hash: hash) }
}
