/// How a fact relates to an earlier one.
package enum ReferenceRole: UInt8, Sendable, CaseIterable {
    /// The author had seen the target. Orders the fact after it; replaces nothing.
    case saw = 0
    /// The fact replaces the target, where the rules allow it (`CausalFact.mayReplace`).
    case replaces = 1
}

/// An edge from a fact to an earlier one of the same key.
package struct Reference: Hashable, Sendable {
    package var role: ReferenceRole
    /// The target's dot as the author knew it. If the log is later found to be forked, the target may have a branch's
    /// log id.
    package var dot: Dot
    /// The batch in which the author saw the target. Required for a target in another log; absent for one in the fact's
    /// own log, whose hash chain already identifies it.
    package var tag: BatchTag?

    @inlinable package init(_ role: ReferenceRole, _ dot: Dot, tag: BatchTag? = nil) {
        self.role = role
        self.dot = dot
        self.tag = tag
    }
}
