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

    /// Gives a mark, and does not decide between marks.
    var isMark: Bool { role == .score || role == .correction }
}

extension CausalFact {
    /// Whether naming `target` as replaced takes effect. What may not replace still counts as having seen.
    ///
    /// | | check-in | score | correction | void | adjudication |
    /// |---|---|---|---|---|---|
    /// | score | – | its author's | its author's | – | – |
    /// | correction | – | its author's, or permitted | its author's, or permitted | – | – |
    /// | void | yes | yes | yes | – | – |
    /// | adjudication | yes | yes | yes | – | yes |
    ///
    /// A decision gives way to a decision only; and nothing undoes a void, because what was taken out never comes back.
    package func mayReplace(
        _ target: CausalFact, mayCorrect: (_ correction: CausalFact, _ target: CausalFact) -> Bool
    ) -> Bool {
        switch (role, target.role) {
        case (_, .void), (.checkIn, _): false
        case (.adjudication, _): true
        case (_, .adjudication): false
        case (.void, _): true
        case (_, .checkIn): false
        case (.score, .score), (.score, .correction): target.actor == actor
        case (.correction, .score), (.correction, .correction): target.actor == actor || mayCorrect(self, target)
        }
    }

    /// A reference to this fact for a new fact in `log`; `nil` where none can be made, because the fact lies in another
    /// log and is not sealed yet.
    package func reference(_ role: ReferenceRole, from log: LogID) -> Reference? {
        if dot.log == log { return Reference(role, dot) }
        return batch.map { Reference(role, dot, tag: $0) }
    }
}

/// By dot; what follows the dot matters only where two facts wrongly share one, and makes the order total.
extension CausalFact: Comparable {
    package static func < (a: CausalFact, b: CausalFact) -> Bool {
        if a.dot != b.dot { return a.dot < b.dot }
        if a.batch != b.batch { return a.batch.precedes(b.batch) }
        if a.actor != b.actor { return a.actor < b.actor }
        if a.role != b.role { return a.role.rawValue < b.role.rawValue }
        if a.value != b.value { return a.value < b.value }
        return a.references.lexicographicallyPrecedes(b.references) { x, y in
            if x.dot != y.dot { return x.dot < y.dot }
            if x.role != y.role { return x.role.rawValue < y.role.rawValue }
            return x.tag.precedes(y.tag)
        }
    }
}

extension BatchTag? {
    fileprivate func precedes(_ other: BatchTag?) -> Bool {
        guard let other else { return false }
        guard let self else { return true }
        return self < other
    }
}
