/// A problem with a fact that a person, or the next sync, has to resolve. The fact stays in the set.
package struct Flag: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The target has not arrived. Normal while a sync is running.
        case absent
        /// Facts with this dot have arrived, but not exactly one in the batch the reference names.
        case ambiguous
        /// The reference points into another log and carries no batch tag.
        case untagged
        /// The reference points to its own fact or to a later one of its own log.
        case forward
        /// The target is present, but the rules do not let this fact replace it.
        case notPermitted
        /// Another fact has the same dot: a fork that has not been detected.
        case doubled
    }

    package let dot: Dot
    package let reason: Reason
    /// The reference at fault; `nil` for `.doubled`.
    package let reference: Reference?

    package init(dot: Dot, reason: Reason, reference: Reference?) {
        self.dot = dot
        self.reason = reason
        self.reference = reference
    }
}
