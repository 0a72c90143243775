import Causality
import Domain
import Testing

@Suite struct ExamTests {
    private func fact(_ sequence: UInt64, _ value: Int64, _ role: FactRole = .score) -> CausalFact {
        CausalFact(dot: Dot(log: LogID(raw: 1), sequence: sequence), actor: sequence, role: role, value: value)
    }

    private func view(_ facts: CausalFact...) -> ScoreView { ScoreView(siblings: facts) }

    private func decide(
        _ view: ScoreView, shown: [CausalFact], value: Int64 = 6000, reason: String = "复核试卷"
    ) throws(Refusal) -> Adjudication {
        try Adjudication(view: view, shown: Set(shown.map(\.dot)), value: value, reason: reason)
    }

    @Test("EXM-6 the pass mark itself passes, a hundredth less fails")
    func passMark() {
        #expect(ExamRule.outcome(view(fact(1, 6000)), passMark: 6000) == .passed(6000))
        #expect(ExamRule.outcome(view(fact(1, 5999)), passMark: 6000) == .failed(5999, passMark: 6000))
        #expect(ExamRule.outcome(view(fact(1, 0)), passMark: 0) == .passed(0))
        #expect(ExamRule.outcome(view(fact(1, 6000), fact(2, 6000)), passMark: 6000) == .passed(6000))
        #expect(ExamRule.outcome(view(fact(1, 100, .adjudication)), passMark: 6000) == .failed(100, passMark: 6000))
        #expect(ExamRule.outcome(.none, passMark: 0) == .notTaken)
        #expect(ExamRule.outcome(view(fact(1, .max)), passMark: 6000) == .passed(10_000))
    }

    @Test("SKL-3a scores that contradict one another neither pass nor fail, even when all are above the pass mark")
    func unsettled() {
        #expect(ExamRule.outcome(view(fact(1, 9000), fact(2, 8000)), passMark: 6000) == .unsettled(.conflict))
        #expect(
            ExamRule.outcome(view(fact(1, 9000, .adjudication), fact(2, 8000)), passMark: 6000)
                == .unsettled(.lateMark))
        #expect(
            ExamRule.outcome(view(fact(1, 9000, .adjudication), fact(2, 9000, .adjudication)), passMark: 6000)
                == .unsettled(.conflictingDecisions))
    }

    @Test("SKL-3b a decision replaces every score that was shown, with a value and a reason")
    func adjudication() throws {
        let scores = [fact(2, 8000), fact(1, 9000)]
        let decision = try decide(view(scores[0], scores[1]), shown: scores, reason: " 复核试卷 ")
        #expect(decision.replaced == [scores[1], scores[0]])
        #expect(decision.value == 6000)
        #expect(decision.reason == "复核试卷")
    }

    @Test("SKL-3b a decision over scores that have changed since they were shown is refused as stale")
    func stale() {
        let scores = [fact(1, 9000), fact(2, 8000), fact(3, 7000)]
        let now = view(scores[0], scores[1])
        for shown in [[], [scores[0]], scores] {
            #expect(refusal { () throws(Refusal) in try decide(now, shown: shown) }?.code == .staleContext)
        }
    }

    @Test(
        "SKL-3b a late mark reopens a decision, conflicting decisions are decided together, and one may be decided anew"
    )
    func again() throws {
        let decision = fact(1, 9000, .adjudication)
        let other = fact(3, 9000, .adjudication)
        let late = fact(2, 8000)
        #expect(try decide(view(decision, late), shown: [decision, late]).replaced == [decision, late])
        #expect(try decide(view(decision, other, late), shown: [decision, other, late]).replaced.count == 3)
        #expect(try decide(view(decision), shown: [decision]).replaced == [decision])
    }

    @Test(
        "SKL-3b where nothing contradicts there is nothing to decide, and a decision needs a possible value and a reason"
    )
    func refused() {
        let one = fact(1, 9000)
        let two = fact(2, 8000)
        for (view, shown) in [(view(), []), (view(one), [one]), (view(one, fact(2, 9000)), [one, fact(2, 9000)])] {
            #expect(refusal { () throws(Refusal) in try decide(view, shown: shown) }?.code == .wrongState)
        }
        let both = view(one, two)
        for value: Int64 in [-1, 10_001, .min] {
            #expect(
                refusal { () throws(Refusal) in try decide(both, shown: [one, two], value: value) }?.field
                    == "value_hundredths")
        }
        #expect(refusal { () throws(Refusal) in try decide(both, shown: [one, two], reason: " ") }?.field == "reason")
    }
}
