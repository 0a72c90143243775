package import Causality

/// What a fact says of an earlier one, as its batch spells it: a body names no log, so a reference into the fact's own
/// log carries only the sequence.
package struct FactReference: Sendable, Hashable {
    /// Where the fact meant stands.
    package enum Target: Sendable, Hashable {
        /// In the log that holds the reference; its hash chain already says which branch.
        case own
        /// In another log, in the batch with this tag.
        case other(LogID, BatchTag)
    }

    package var role: ReferenceRole
    package var target: Target
    /// 1 ..< 2^53.
    package var sequence: UInt64

    package init(_ role: ReferenceRole, _ sequence: UInt64, in target: Target = .own) {
        self.role = role
        self.target = target
        self.sequence = sequence
    }

    /// The edge between dots. `ownLog` names the log of an own sequence: one id for an honest log, the branch's name
    /// from the fork on for one that forked.
    package func resolved(ownLog: (UInt64) -> LogID) -> Reference {
        switch target {
        case .own: Reference(role, Dot(log: ownLog(sequence), sequence: sequence))
        case .other(let log, let tag): Reference(role, Dot(log: log, sequence: sequence), tag: tag)
        }
    }
}
