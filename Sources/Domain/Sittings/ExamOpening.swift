/// EXM-3a: when the written exam of a class opens for a person.
package enum ExamOpening {
    /// Whether the own evaluation of the class comes before the exam.
    package enum Evaluated: Equatable, Sendable {
        case notDemanded
        case lacking
        case done(Instant)
    }

    /// Returns the first instant at which an exam may be begun.
    /// - Parameters:
    ///   - waitDays: nil if the programme has no such switch, which is 0.
    ///   - lastDay: the last activity date.
    ///   - classEnds: the end of the last window.
    /// - Throws: `wrongState` while an evaluation is lacking.
    package static func opens(
        waitDays: Int?, lastDay: Day, classEnds: Instant, evaluated: Evaluated, zone: ZoneRule
    ) throws(Refusal) -> Instant {
        let evaluation: Instant?
        switch evaluated {
        case .notDemanded: evaluation = nil
        case .done(let instant): evaluation = instant
        case .lacking:
            throw Refusal(.wrongState, field: "evaluation", "evaluate the class first", zh: "请先完成课程评价")
        }
        let waitDays = waitDays ?? 0
        guard waitDays > 0 else { return max(classEnds, evaluation ?? classEnds) }
        let from = max(lastDay, evaluation.map(zone.day) ?? lastDay)
        return zone.instant(from.adding(waitDays))
    }

    /// - Throws: `tooEarly`, which names the time.
    package static func requireOpen(_ opens: Instant, now: Instant, zone: ZoneRule) throws(Refusal) {
        guard now < opens else { return }
        let clock = zone.clock(opens)
        throw Refusal(.tooEarly, field: "exam", "the exam opens at \(clock)", zh: "考试于 \(clock) 开放")
    }
}
