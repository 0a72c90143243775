/// Something about a fact that a person, or the next sync, has to clear up. The fact itself stays.
package struct Flag: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The target is not here yet. Ordinary while a sync is under way.
        case absent
        /// Facts of that name are here, but not exactly one in the batch the reference names.
        case ambiguous
        /// Another log is named without the batch in which its fact was seen.
        case untagged
        /// The reference names its own fact or a later one of its own log.
        case forward
        /// The target was seen, but the rules do not let this fact replace it.
        case notPermitted
        /// Another fact has the same dot: a fork that has not been named.
        case doubled
    }

    package let dot: Dot
    package let reason: Reason
    /// `nil` for `.doubled`, which is about no edge.
    package let reference: Reference?

    package init(dot: Dot, reason: Reason, reference: Reference?) {
        self.dot = dot
        self.reason = reason
        self.reference = reference
    }
}
