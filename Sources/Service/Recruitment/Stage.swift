import Domain

/// The order of applications in lists: by state, and those in review by level.
struct Stage: Equatable {
    let state: ApplicationState
    /// Of those in review alone.
    let level: IntakeLevel?

    init(_ state: ApplicationState, _ level: IntakeLevel? = nil) {
        self.state = state
        self.level = state == .submitted ? level : nil
    }

    /// The number in `application_place.stage`.
    var number: Int { Int(state.rawValue) * 16 + Int(level?.rawValue ?? 0) }

    /// The stages of a state at a level, `nil` = any. A draft was never submitted and is in nobody's list.
    static func all(_ state: ApplicationState?, _ level: IntakeLevel?) -> [Stage] {
        let states = state.map { [$0] } ?? ApplicationState.allCases.filter { $0 != .draft }
        return states.flatMap { state in
            guard state == .submitted else { return level == nil ? [Stage(state)] : [] }
            return (level.map { [$0] } ?? IntakeLevel.allCases).map { Stage(state, $0) }
        }
    }
}
