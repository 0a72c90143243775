import Causality
import Domain
import Facts
import Messages
import Storage

extension Exams {
    /// EXM-5, CRD-1: what a person's written attempts and examiners' marks at the exam of a class amount to.
    func outcome(of person: UInt64, in offering: OfferingRecord, _ snapshot: Snapshot) throws -> ExamOutcome {
        let scores = try ScoreHistories(offering, of: person...person, journal, snapshot)
        let view = scores.histories[.init(person: person, assessment: Assessment.exam)]?.score ?? ScoreView.none
        let written = try writtenOutcomes(of: offering.id, person...person, snapshot)
        return ExamRule.outcome(view, passMark: offering.passMark).or(written[person])
    }

    /// EXM-5, CRD-1: the same of people of the roster, by person.
    func outcomes(
        in offering: OfferingRecord, of people: ClosedRange<UInt64>, _ snapshot: Snapshot
    ) throws -> [UInt64: ExamOutcome] {
        var outcomes = try writtenOutcomes(of: offering.id, people, snapshot)
        for (key, history) in try ScoreHistories(offering, of: people, journal, snapshot).histories
        where key.assessment == Assessment.exam {
            outcomes[key.person] = ExamRule.outcome(history.score, passMark: offering.passMark).or(outcomes[key.person])
        }
        return outcomes
    }

    /// SKL-4: whether an examiner has scored somebody in an offering that is a skills exam.
    func hasSheet(of person: UInt64, in offering: OfferingRecord, _ snapshot: Snapshot) throws -> Bool {
        guard try snapshot.exists(.offeringIsSkillsExam, offering.id) else { return false }
        let scores = try ScoreHistories(offering, of: person...person, journal, snapshot)
        return scores.histories[.init(person: person, assessment: Assessment.skills)].map { $0.score != .none } ?? false
    }

    /// SKL-4: whether the sheets of somebody in a skills exam amount to a mark.
    func isScored(_ person: UInt64, in offering: OfferingRecord, _ snapshot: Snapshot) throws -> Bool {
        let scores = try ScoreHistories(offering, of: person...person, journal, snapshot)
        return scores.histories[.init(person: person, assessment: Assessment.skills)]?.score.settled != nil
    }

    /// EXM-5, CRD-1: what written attempts at the exam of a class amount to, by person: passed once is passed, and else the best
    /// of those that ended.
    func writtenOutcomes(
        of offering: UInt64, _ people: ClosedRange<UInt64>, _ snapshot: Snapshot
    ) throws -> [UInt64: ExamOutcome] {
        var outcomes: [UInt64: ExamOutcome] = [:]
        try snapshot.query(
            """
            SELECT person, passed, value, pass_mark FROM sitting WHERE offering = ?1 AND person BETWEEN ?2 AND ?3
            AND state <> ?4 ORDER BY person, attempt
            """, offering, people.lowerBound, people.upperBound, SittingState.open.rawValue
        ) { row in
            let (person, value) = (row.id(0), row.int(2))
            let outcome: ExamOutcome = row.bool(1) ? .passed(value) : .failed(value, passMark: row.int(3))
            outcomes[person] = outcome.or(outcomes[person])
        }
        return outcomes
    }
}
