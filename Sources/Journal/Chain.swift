package import Causality
package import Crypto
internal import Facts
package import Wire

/// Why a batch or a run does not continue a log. Nothing of the run is taken then.
package enum ChainError: Error, Sendable, Equatable {
    /// The header cannot be read.
    case undecodable(DecodeError)
    /// The batch does not begin right behind the head: below it is a repetition or a fork, above it something is missing.
    case notNext(expected: UInt64, first: UInt64)
    /// A signature that the device did not make over this history: damaged, forged, or made on another branch.
    case badSignature(sequence: UInt64)
    /// The last batch of a run carries no signature, so nothing covers the run.
    case unsigned(sequence: UInt64)
}

/// The growing end of one log: seals what its own device records, verifies what others bring.
package struct Chain: Sendable {
    package let site: [UInt8]
    package let log: LogID
    package let key: PublicKey
    package private(set) var head: LogHead

    /// A log before its first batch.
    package init(opening: LogOpening, site: [UInt8]) {
        let origin = opening.origin(site: site)
        self.init(
            site: site, log: LogID(raw: origin.first16), key: opening.deviceKey,
            head: LogHead(sequence: 0, hash: origin))
    }

    /// A log whose batches up to `head` are known to be good.
    package init(site: [UInt8], log: LogID, key: PublicKey, head: LogHead) {
        self.site = site
        self.log = log
        self.key = key
        self.head = head
    }

    /// What is hashed and signed for a batch behind `previous`.
    package static func preimage(site: [UInt8], log: LogID, previous: BatchHash, body: [UInt8]) -> Preimage {
        Preimage(.batch, site, log.bytes, previous.bytes, body)
    }

    /// Signs a body that begins right behind the head. The chain's key must be the public half of `key`.
    package mutating func seal(_ body: [UInt8], with key: SigningKey) throws(ChainError) -> SealedBatch {
        let next = try link(body, behind: head)
        let batch = SealedBatch(
            body: body, signature: key.sign(next.preimage), hash: next.hash, sequences: next.sequences)
        head = batch.head
        return batch
    }

    /// Takes a run of batches that goes on from the head. One signature is verified, that of the last batch; the hash
    /// chain covers those before it. Signatures inside the run are verified too, or left out of what is returned.
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

    /// What becomes of signatures that the one at the end of a run makes unnecessary.
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
