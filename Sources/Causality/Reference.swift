/// What a fact says of an earlier one.
package enum ReferenceRole: UInt8, Sendable, CaseIterable {
    /// Its author had it in view. Makes the fact later, takes nothing away.
    case saw = 0
    /// It stands in the other's place, where the rules let it (`CausalFact.mayReplace`).
    case replaces = 1
}

/// An edge from a fact to an earlier one of the same key.
package struct Reference: Hashable, Sendable {
    package var role: ReferenceRole
    /// As the author knew it: a log found forked later may know the target under the name of a branch.
    package var dot: Dot
    /// The batch in which the author saw it. Required for another log, absent for the fact's own, whose
    /// hash chain already says it.
    package var tag: BatchTag?

    @inlinable package init(_ role: ReferenceRole, _ dot: Dot, tag: BatchTag? = nil) {
        self.role = role
        self.dot = dot
        self.tag = tag
    }
}
