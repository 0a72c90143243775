package import Vocabulary

/// The server's state of a log. A log without durable batches has sequence 0 and the log's origin.
package struct LogKnowledge: Sendable, Hashable {
    package var durable: LogHead
    /// The head at which the log was closed, if it is.
    package var closedAt: LogHead?
    package var isRevoked: Bool

    package init(durable: LogHead, closedAt: LogHead? = nil, isRevoked: Bool = false) {
        self.durable = durable
        self.closedAt = closedAt
        self.isRevoked = isRevoked
    }
}

extension Verdict {
    /// The server's answer to the head a device claims for one log.
    /// - Parameter hashAt: returns the hash of the batch that ends at a sequence below the durable one; nil if none
    ///   ends there.
    package static func of(
        _ claim: LogHead, known: LogKnowledge, hashAt: (UInt64) throws -> BatchHash?
    ) rethrows -> Verdict {
        if known.isRevoked { return .revoked }
        if let end = known.closedAt {
            if claim.sequence > end.sequence { return .fork }
            if claim.sequence == end.sequence, claim.hash != end.hash { return .fork }
        }
        let durable = known.durable
        if claim.sequence > durable.sequence { return .behind }
        if claim.sequence == durable.sequence {
            guard claim.sequence == 0 || claim.hash == durable.hash else { return .fork }
            return known.closedAt == nil ? .ok : .closed
        }
        // A device never cuts a batch again, so if no batch ends there its history is another one.
        guard try claim.sequence == 0 || hashAt(claim.sequence) == claim.hash else { return .fork }
        return known.closedAt == nil ? .amnesia : .closed
    }
}
