package import Causality
package import Crypto
internal import Facts
package import Wire

/// Why a batch or a run does not continue a log. Nothing of the run is accepted.
package enum ChainError: Error, Sendable, Equatable {
    /// The header is malformed.
    case undecodable(DecodeError)
    /// The batch does not start right after the head. Below it, it is a repetition or a fork; above it, batches are
    /// missing.
    case notNext(expected: UInt64, first: UInt64)
    /// The device did not make this signature over this history: damaged, forged, or made on another branch.
    case badSignature(sequence: UInt64)
    /// The last batch of a run has no signature, so nothing covers the run.
    case unsigned(sequence: UInt64)
}

/// The end of one log: signs what its own device records, verifies what others send.
package struct Chain: Sendable {
    package let site: [UInt8]
    package let log: LogID
    package let key: PublicKey
    package private(set) var head: LogHead

    /// Starts a log before its first batch.
    package init(opening: LogOpening, site: [UInt8]) {
        let origin = opening.origin(site: site)
        self.init(
            site: site, log: LogID(raw: origin.first16), key: opening.deviceKey,
            head: LogHead(sequence: 0, hash: origin))
    }

    /// Continues a log whose batches up to `head` are verified.
    package init(site: [UInt8], log: LogID, key: PublicKey, head: LogHead) {
        self.site = site
        self.log = log
        self.key = key
        self.head = head
    }

    /// Returns the bytes that are hashed and signed for a batch after `previous`.
    package static func preimage(site: [UInt8], log: LogID, previous: BatchHash, body: [UInt8]) -> Preimage {
        Preimage(.batch, site, log.bytes, previous.bytes, body)
    }

    /// Signs a body that starts right after the head, and advances the head. The chain's key must be the public half of
    /// `key`.
    package mutating func seal(_ body: [UInt8], with key: SigningKey) throws(ChainError) -> SealedBatch {
        let next = try link(body, behind: head)
        let batch = SealedBatch(
            body: body, signature: key.sign(next.preimage), hash: next.hash, sequences: next.sequences)
        head = batch.head
        return batch
    }

    /// Verifies a run of batches that continues from the head, and advances the head. Verifies the last batch's
    /// signature; the hash chain covers those before it. Signatures inside the run are verified too, or dropped from
    /// the result.
    package mutating func append(
        _ run: [(body: [UInt8], signature: [UInt8])], inner: InnerSignatures = .dropped
    ) throws(ChainError) -> [SealedBatch] {
        var end = head
        var batches: [SealedBatch] = []
        batches.reserveCapacity(run.count)
        for (index, part) in run.enumerated() {
            let next = try link(part.body, behind: end)
            let isLast = index == run.count - 1
            let last = next.sequences.upperBound
            if isLast, part.signature.isEmpty { throw .unsigned(sequence: last) }
            let checks = isLast || inner == .verified && !part.signature.isEmpty
            if checks, !key.verifies(part.signature, next.preimage) { throw .badSignature(sequence: last) }
            let batch = SealedBatch(
                body: part.body, signature: checks ? part.signature : [], hash: next.hash, sequences: next.sequences)
            batches.append(batch)
            end = batch.head
        }
        head = end
        return batches
    }

    /// The treatment of signatures that the one at the end of a run makes redundant.
    package enum InnerSignatures: Sendable {
        case verified
        case dropped
    }

    private func link(
        _ body: [UInt8], behind head: LogHead
    ) throws(ChainError) -> (sequences: ClosedRange<UInt64>, preimage: Preimage, hash: BatchHash) {
        let sequences: ClosedRange<UInt64>
        do { sequences = try Batch.sequences(of: body) } catch { throw .undecodable(error) }
        guard sequences.lowerBound == head.sequence + 1 else {
            throw .notNext(expected: head.sequence + 1, first: sequences.lowerBound)
        }
        let preimage = Self.preimage(site: site, log: log, previous: head.hash, body: body)
        return (sequences, preimage, BatchHash(preimage))
    }
}
