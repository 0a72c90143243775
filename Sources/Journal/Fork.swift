package import Causality
internal import Crypto

/// Two batches behind the same batch prove that a log was copied. Both branches are kept; facts behind a fork belong to
/// a log named after their own branch, the same one whichever branch came first.
package enum Fork {
    /// The name of the branch that leaves `log` (or a branch of it) with a batch of this hash.
    package static func branch(of log: LogID, firstDivergent hash: BatchHash) -> LogID {
        LogID(raw: BatchHash(digest: Digest.hash(.fork, log.bytes, hash.bytes)).first16)
    }

    /// A batch and the one before it.
    package struct Link: Sendable, Hashable {
        package var hash: BatchHash
        package var previous: BatchHash

        package init(hash: BatchHash, previous: BatchHash) {
            self.hash = hash
            self.previous = previous
        }
    }

    package struct Names: Sendable, Hashable {
        /// The log or branch that each batch belongs to.
        package fileprivate(set) var batches: [BatchHash: LogID] = [:]
        /// For each branch the log, or the branch, that it leaves.
        package fileprivate(set) var parents: [LogID: LogID] = [:]
    }

    /// Names every batch that hangs together with the log's origin, in whatever order they are given.
    package static func names(log: LogID, origin: BatchHash, links: some Sequence<Link>) -> Names {
        var next: [BatchHash: Set<BatchHash>] = [:]
        for link in links { next[link.previous, default: []].insert(link.hash) }
        var names = Names()
        var waiting = [(hash: origin, name: log)]
        while let (hash, name) = waiting.popLast() {
            // Taken out, so that links which run in a circle end here.
            guard let children = next.removeValue(forKey: hash) else { continue }
            for child in children where names.batches[child] == nil {
                let own = children.count == 1 ? name : branch(of: log, firstDivergent: child)
                if own != name { names.parents[own] = name }
                names.batches[child] = own
                waiting.append((child, own))
            }
        }
        return names
    }

    /// What a run shares with the known history, and its own branch from there on.
    package struct Divergence: Sendable, Hashable {
        /// Where the histories part.
        package var point: LogHead
        /// The branch, verified at its end.
        package var branch: [SealedBatch]
        package var name: LogID
    }

    /// Follows a run that goes on from `start`, a head known to be shared, to where it leaves the known history.
    /// - Parameter hashBehind: the hash of the known batch that begins at a sequence, nil when none does.
    /// - Returns: nil when the whole run is known already.
    package static func divergence(
        of run: [(body: [UInt8], signature: [UInt8])], from start: Chain, hashBehind: (UInt64) -> BatchHash?
    ) throws(ChainError) -> Divergence? {
        var chain = start
        let batches = try chain.append(run, inner: .verified)
        var point = start.head
        for (index, batch) in batches.enumerated() {
            if hashBehind(batch.sequences.lowerBound) == batch.hash {
                point = batch.head
                continue
            }
            return Divergence(
                point: point, branch: Array(batches[index...]),
                name: branch(of: start.log, firstDivergent: batch.hash))
        }
        return nil
    }
}
