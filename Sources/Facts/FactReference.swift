package import Causality

/// A reference as a body encodes it. A body does not name its own log, so a reference into that log carries only the
/// sequence.
package struct FactReference: Sendable, Hashable {
    /// The log and batch of the referenced fact.
    package enum Target: Sendable, Hashable {
        /// The log that holds the reference; its hash chain already identifies the branch.
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

    /// Returns the encoding of an edge from a fact in `log`; nil if it points into another log without a batch tag.
    package init?(_ reference: Reference, from log: LogID) {
        if reference.dot.log == log {
            self.init(reference.role, reference.dot.sequence)
        } else if let tag = reference.tag {
            self.init(reference.role, reference.dot.sequence, in: .other(reference.dot.log, tag))
        } else {
            return nil
        }
    }

    /// Returns the edge between dots. `log` is the log, or the branch of a forked one, that holds the reference.
    package func resolved(in log: LogID) -> Reference {
        switch target {
        case .own: Reference(role, Dot(log: log, sequence: sequence))
        case .other(let log, let tag): Reference(role, Dot(log: log, sequence: sequence), tag: tag)
        }
    }
}
