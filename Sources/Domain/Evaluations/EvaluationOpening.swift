/// EVA-1: when something may be evaluated.
package enum EvaluationOpening {
    /// - Parameter classEnds: the end of the last window.
    /// - Throws: `tooEarly`, which names the time.
    package static func requireOpen(classEnds: Instant, now: Instant, zone: ZoneRule) throws(Refusal) {
        guard now < classEnds else { return }
        let clock = zone.clock(classEnds)
        throw Refusal(
            .tooEarly, field: "evaluation", "the class is evaluated once it has ended, at \(clock)",
            zh: "课程结束（\(clock)）后方可评价")
    }
}
