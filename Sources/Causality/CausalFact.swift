/// How a fact affects the other facts of its key.
package enum FactRole: UInt8, Sendable, CaseIterable {
    /// Adds itself; replaces nothing and needs no context.
    case checkIn
    /// An examiner's mark.
    case score
    /// Corrects a mark, possibly another examiner's; needs permission.
    case correction
    /// Removes the facts it names from the count and puts nothing in their place.
    case void
    /// Decides between marks.
    case adjudication
}

/// A fact as causality sees it: its author, its position in a log, and its references to earlier facts. It holds no
/// time, so no clock can decide anything here.
package struct CausalFact: Hashable, Sendable {
    package var dot: Dot
    /// The tag of the batch that holds the fact; `nil` until that batch is signed. Set it whenever it is known:
    /// references from other logs resolve only to facts whose batch they name.
    package var batch: BatchTag?
    package var actor: UInt64
    package var role: FactRole
    package var references: [Reference]
    /// The mark in hundredths; 0 for check-ins and voids.
    package var value: Int64
    /// The items that make up the mark, as they were recorded; empty for a mark without any.
    package var sheet: [UInt8]

    package init(
        dot: Dot, batch: BatchTag? = nil, actor: UInt64, role: FactRole, references: [Reference] = [], value: Int64 = 0,
        sheet: [UInt8] = []
    ) {
        self.dot = dot
        self.batch = batch
        self.actor = actor
        self.role = role
        self.references = references
        self.value = value
        self.sheet = sheet
    }

    package var lane: Lane { Lane(log: dot.log, actor: actor) }

    /// True for a score or a correction, which give a mark without deciding between marks.
    var isMark: Bool { role == .score || role == .correction }
}

extension CausalFact {
    /// Returns whether this fact's reference of role `replaces` to `target` takes effect. Where it does not, it counts
    /// as `saw`.
    ///
    /// | | check-in | score | correction | void | adjudication |
    /// |---|---|---|---|---|---|
    /// | score | – | its author's | its author's | – | – |
    /// | correction | – | its author's, or permitted | its author's, or permitted | – | – |
    /// | void | yes | yes | yes | – | – |
    /// | adjudication | yes | yes | yes | – | yes |
    ///
    /// Only an adjudication replaces an adjudication. Nothing replaces a void, so a voided fact never counts again.
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

    /// Returns a reference to this fact for a new fact in `log`; `nil` if this fact lies in another log and its batch
    /// is not signed yet.
    package func reference(_ role: ReferenceRole, from log: LogID) -> Reference? {
        if dot.log == log { return Reference(role, dot) }
        return batch.map { Reference(role, dot, tag: $0) }
    }
}

/// Ordered by dot. The other properties matter only where two facts wrongly share a dot; they make the order total.
extension CausalFact: Comparable {
    package static func < (a: CausalFact, b: CausalFact) -> Bool {
        if a.dot != b.dot { return a.dot < b.dot }
        if a.batch != b.batch { return a.batch.precedes(b.batch) }
        if a.actor != b.actor { return a.actor < b.actor }
        if a.role != b.role { return a.role.rawValue < b.role.rawValue }
        if a.value != b.value { return a.value < b.value }
        if a.sheet != b.sheet { return a.sheet.lexicographicallyPrecedes(b.sheet) }
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
