/// What a server makes of the history a device claims for one log.
package enum Verdict: Sendable, Hashable, CaseIterable {
    /// Both stand at the same place.
    case ok
    /// The server lacks batches: the device sends from the durable head on. Their chain will prove the common past.
    case behind
    /// The server has more than the device claims: the device was restored from a backup and goes on in a new epoch.
    case amnesia
    /// Another history stands at the claimed place: a copy was made. The device goes on in a new epoch.
    case fork
    /// The log is closed; the device goes on in a new epoch.
    case closed
    /// The device must stop.
    case revoked
}

/// What the server knows of a log; nothing durable yet is sequence 0 with the log's origin.
package struct LogKnowledge: Sendable, Hashable {
    package var durable: LogHead
    /// The end at which the log was closed, if it was.
    package var closedAt: LogHead?
    package var isRevoked: Bool

    package init(durable: LogHead, closedAt: LogHead? = nil, isRevoked: Bool = false) {
        self.durable = durable
        self.closedAt = closedAt
        self.isRevoked = isRevoked
    }
}

extension Verdict {
    /// - Parameter hashAt: the hash of the batch that ends at a sequence below the durable one; nil when none ends there.
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
        // A device never cuts a batch again, so where no batch ends its history is another one.
        guard try claim.sequence == 0 || hashAt(claim.sequence) == claim.hash else { return .fork }
        return known.closedAt == nil ? .amnesia : .closed
    }
}
