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

    /// How the batch of a fact in `log` spells an edge. Nil for one into another log that names no batch there.
    package init?(_ reference: Reference, from log: LogID) {
        if reference.dot.log == log {
            self.init(reference.role, reference.dot.sequence)
        } else if let tag = reference.tag {
            self.init(reference.role, reference.dot.sequence, in: .other(reference.dot.log, tag))
        } else {
            return nil
        }
    }

    /// The edge between dots. `log` names the log, or the branch of a forked one, that holds the reference.
    package func resolved(in log: LogID) -> Reference {
        switch target {
        case .own: Reference(role, Dot(log: log, sequence: sequence))
        case .other(let log, let tag): Reference(role, Dot(log: log, sequence: sequence), tag: tag)
        }
    }
}
