import Causality
import Domain
import Testing

@Suite struct SkillsRuleTests {
    private func view(_ value: Int64) -> ScoreView {
        .value(CausalFact(dot: Dot(log: LogID(raw: 1), sequence: 1), actor: 1, role: .score, value: value))
    }

    @Test("SKL-5 a failed critical step fails whatever the points; without one the pass mark decides, to the hundredth")
    func outcomes() {
        #expect(SkillsRule.outcome(view(8000), passMark: 8000, hasFailedStep: false) == .passed)
        #expect(SkillsRule.outcome(view(7999), passMark: 8000, hasFailedStep: false) == .failed)
        #expect(SkillsRule.outcome(view(10_000), passMark: 8000, hasFailedStep: true) == .failed)
        #expect(SkillsRule.outcome(.none, passMark: 0, hasFailedStep: false) == .awaited)
        #expect(SkillsRule.outcome(.conflict([]), passMark: 0, hasFailedStep: false) == .unsettled)
    }

    @Test("SKL-1b with one rebooking the second failure is the last, without the switch the first")
    func attempts() {
        #expect(!SkillsRule.isExhausted(failed: 1, 1))
        #expect(SkillsRule.isExhausted(failed: 2, 1))
        #expect(SkillsRule.isExhausted(failed: 1, nil))
        #expect(!SkillsRule.isExhausted(failed: 0, 0))
    }

    @Test("SKL-2 a PIN has six to twelve digits, neither one digit repeated nor digits in a row")
    func pins() throws {
        for pin in ["739164", "112233", "000001", "739164739164"] { try SkillsRule.requirePIN(pin) }
        for pin in ["", "73916", "7391647391640", "73916a", "７３９１６４", "111111", "123456", "987654"] {
            #expect(throws: Refusal.self, "\(pin)") { try SkillsRule.requirePIN(pin) }
        }
    }
}
