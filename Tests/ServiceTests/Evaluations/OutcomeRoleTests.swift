import Messages
import Testing

extension Method {
    /// Evaluations, and what of credit RoleTests do not walk.
    static var outcomes: [Method] {
        allCases.filter {
            $0.name.hasPrefix("Evaluations.")
                || $0.name.hasPrefix("Credits.") && ![.creditsAwardCredit, .creditsReverseAward].contains($0)
        }
    }
}

@Suite struct OutcomeRoleTests {
    @Test(
        "ACC-10 every act on evaluations and credit leaves one entry that says what was done; a repetition leaves none")
    func audited() throws {
        let hall = try ExamHall([PolicySwitch(name: "evaluationGates", value: "credit")]).close()
        let trail = ActTrail(hall.world)
        let (keeper, trainee) = (try hall.client("keeper"), try hall.client("N01"))
        try trail.act(
            .evaluationsEvaluate, trainee,
            EvaluateRequest(
                target: EvaluationTarget(offering: hall.offering),
                answers: [3, 4, 5].map { EvaluationAnswer(rating: $0) } + [EvaluationAnswer()]))
        try trail.act(.creditsRemind, keeper, RemindRequest(offering: hall.offering))
        try trail.act(
            .creditsEnterCredit, keeper,
            EnterCreditRequest(offering: hall.offering, people: [hall.world.person("N01")], reason: "补录"))
        try trail.act(
            .creditsSettleDifferences, keeper,
            SettleCreditRequest(offering: hall.offering, awards: [1], keep: true, reason: "复核"))
        #expect(trail.done == Set(Method.outcomes.filter(\.rule.audited)))
    }
}
