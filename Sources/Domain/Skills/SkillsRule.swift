package import Causality

/// SKL-1, SKL-5: what sheets amount to, and how many attempts there are.
package enum SkillsRule {
    /// In minutes before the exam starts.
    package static let signIns: ClosedRange<UInt32> = 0...240
    package static let examinerLimit = 50
    /// A result may come so long after the end of its exam, from a terminal that was not synced.
    package static let lateMs: Int64 = 7 * 86_400_000

    /// Returns the outcome of one person's sheets: a failed critical step fails whatever the points (SKL-5).
    /// - Parameters:
    ///   - passMark: of the edition by which the standing sheet was scored.
    ///   - hasFailedStep: whether a critical step is failed in it.
    package static func outcome(_ view: ScoreView, passMark: Int, hasFailedStep: Bool) -> SkillsOutcome {
        switch ExamRule.outcome(view, passMark: passMark) {
        case .notTaken: .awaited
        case .unsettled: .unsettled
        case .failed: .failed
        case .passed: hasFailedStep ? .failed : .passed
        }
    }

    /// SKL-1b: returns whether the last attempt was failed, with which the entitlement is lost.
    /// - Parameter rebookings: nil where the programme has no such switch, which is none.
    package static func isExhausted(failed: Int, _ rebookings: Int?) -> Bool { failed > rebookings ?? 0 }

    /// - Throws: `invalid` for a PIN that anybody would try first.
    package static func requirePIN(_ pin: String) throws(Refusal) {
        let digits = Array(pin.utf8)
        guard (6...12).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw Refusal(.invalid, field: "pin", "a PIN has 6 to 12 digits", zh: "口令须为 6 至 12 位数字")
        }
        let steps = Set(zip(digits, digits.dropFirst()).map { Int($1) - Int($0) })
        guard steps.count > 1 || ![-1, 0, 1].contains(steps.first ?? 0) else {
            throw Refusal(
                .invalid, field: "pin", "one digit repeated, or digits in a row, are guessed first",
                zh: "不能使用重复或连续的数字")
        }
    }
}
