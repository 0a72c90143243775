/// Where a review stands: at which of its levels, in which state (REC-3b).
package struct ReviewProgress: Equatable, Sendable {
    /// Number of levels, at least 1.
    package let levels: Int
    /// From 0; the level where it waits, or where it ended.
    package private(set) var level: Int
    package private(set) var state: ReviewState

    /// Before the first level.
    package init(levels: Int) {
        self.init(levels: levels, level: 0, state: .waiting)
    }

    package init(levels: Int, level: Int, state: ReviewState) {
        self.levels = levels
        self.level = level
        self.state = state
    }

    /// An approval leads to the next level, at the last to the end.
    package mutating func decide(_ decision: ReviewDecision) throws(Refusal) {
        switch decision {
        case .approved where level + 1 < levels:
            try step(.passOn)
            level += 1
        case .approved: try step(.approve)
        case .rejected: try step(.reject)
        case .returned: try step(.sendBack)
        }
    }

    /// REC-3c: it waits again at the level that returned it.
    package mutating func resubmit() throws(Refusal) { try step(.resubmit) }

    package mutating func withdraw() throws(Refusal) { try step(.withdraw) }

    /// What was approved is given up by who submitted it.
    package mutating func giveUp() throws(Refusal) { try step(.giveUp) }

    private mutating func step(_ event: ReviewEvent) throws(Refusal) {
        state = try ReviewLifecycle.table.next(state, event)
    }
}
