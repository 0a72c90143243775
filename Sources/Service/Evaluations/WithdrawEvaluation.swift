import Application
import Domain
import Messages
import Storage

extension Evaluations {
    /// EVA-1: takes back what the caller has said, until it is part of figures or what waited for it has come.
    func withdrawEvaluation(
        _ request: WithdrawEvaluationRequest, _ context: WriteContext
    ) throws -> EvaluationReply {
        let transaction = context.transaction
        let person = try context.call.person().id
        let thing = try EvaluatedThing(request.target, transaction)
        guard let given = try EvaluationRecord.find(of: thing, by: person, transaction) else {
            throw Refusal(.notFound, field: "evaluation")
        }
        guard try !given.isCounted(of: thing, transaction) else {
            throw Refusal(
                .wrongState, field: "evaluation", "it is part of the figures by now, and stays as it is",
                zh: "该评价已计入统计，不能撤回")
        }
        guard try !hasFollowed(thing, for: person, transaction) else {
            throw Refusal(
                .wrongState, field: "evaluation", "what waited for it has come: the exam, its result or the credit",
                zh: "考试、考核结果或学分已据此产生，不能撤回")
        }
        try transaction.execute("DELETE FROM evaluation WHERE id = ?1", given.id)
        context.auditDetail = "\(thing.subject.phrase.en) of offering \(thing.offering.id) taken back"
        return EvaluationReply(
            evaluation: try message(
                thing, of: person, isWhole: true, now: context.now, Language(locale: context.call.options.locale),
                transaction))
    }

    /// Whether something has come that waits for an evaluation: of a class its exam or its credit, of an exam its result.
    private func hasFollowed(_ thing: EvaluatedThing, for person: UInt64, _ snapshot: Snapshot) throws -> Bool {
        switch thing.subject {
        case .course, .project: return false
        case .exam:
            let isSkills = try exams.hasSheet(of: person, in: thing.offering, snapshot)
            return try !isSkills || exams.isScored(person, in: thing.offering, snapshot)
        case .`class`:
            return try snapshot.exists(
                "SELECT 1 FROM sitting WHERE offering = ?1 AND person = ?2", thing.offering.id, person)
                || snapshot.exists(
                    .awardOfPerson, thing.offering.id, person, AwardState.pending.rawValue,
                    AwardState.effective.rawValue)
        }
    }
}
