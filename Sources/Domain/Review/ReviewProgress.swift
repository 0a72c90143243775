/// The position of a review: its level and state (REC-3b).
package struct ReviewProgress: Equatable, Sendable {
    /// The number of levels, at least 1.
    package let levels: Int
    /// The level at which it waits or ended, from 0.
    package private(set) var level: Int
    package private(set) var state: ReviewState

    /// A review at its first level.
    package init(levels: Int) {
        self.init(levels: levels, level: 0, state: .waiting)
    }

    package init(levels: Int, level: Int, state: ReviewState) {
        self.levels = levels
        self.level = level
        self.state = state
    }

    /// Applies a decision. An approval advances to the next level, at the last to the end.
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

    /// REC-3c: the review waits again at the level that returned it.
    package mutating func resubmit() throws(Refusal) { try step(.resubmit) }

    package mutating func withdraw() throws(Refusal) { try step(.withdraw) }

    /// The submitter gives up what was approved.
    package mutating func giveUp() throws(Refusal) { try step(.giveUp) }

    private mutating func step(_ event: ReviewEvent) throws(Refusal) {
        state = try ReviewLifecycle.table.next(state, event)
    }
}
