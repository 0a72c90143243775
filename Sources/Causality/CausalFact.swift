/// What a fact does to its key.
package enum FactRole: UInt8, Sendable, CaseIterable {
    /// Adds itself, takes nothing away, needs no context.
    case checkIn
    /// An examiner's mark.
    case score
    /// Another's mark set right, by somebody who may.
    case correction
    /// Takes facts out of the count, sets nothing in their place.
    case void
    /// A decision between marks.
    case adjudication
}

/// A fact as causality sees it: who, where in which log, and what it says of earlier ones. There is no time in it, so
/// that no clock can decide anything here.
package struct CausalFact: Hashable, Sendable {
    package var dot: Dot
    /// The batch that holds the fact, `nil` until it is sealed. Give it whenever it is known: references from
    /// other logs reach only facts whose batch they name.
    package var batch: BatchTag?
    package var actor: UInt64
    package var role: FactRole
    package var references: [Reference]
    /// The mark in hundredths; 0 for check-ins and voids.
    package var value: Int64

    package init(
        dot: Dot, batch: BatchTag? = nil, actor: UInt64, role: FactRole, references: [Reference] = [], value: Int64 = 0
    ) {
        self.dot = dot
        self.batch = batch
        self.actor = actor
        self.role = role
        self.references = references
        self.value = value
    }

    package var lane: Lane { Lane(log: dot.log, actor: actor) }
}
