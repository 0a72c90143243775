/// EXM-4: the attempts at one exam that a person has ended.
package struct ExamAttempts: Equatable, Sendable {
    package let passed: Bool
    package let failed: Int

    package init(passed: Bool, failed: Int) {
        self.passed = passed
        self.failed = failed
    }

    /// Returns how many more attempts are left; nil for any number.
    /// - Parameter resits: nil where the programme has no such switch, which is none.
    package func left(_ resits: ResitLimit?) -> Int? {
        guard !passed else { return 0 }
        switch resits {
        case .unlimited: return nil
        case .times(let times): return max(0, times + 1 - failed)
        case nil: return max(0, 1 - failed)
        }
    }

    /// Whether the last attempt was failed, with which the entitlement is lost.
    package func isExhausted(_ resits: ResitLimit?) -> Bool { !passed && left(resits) == 0 }

    /// - Throws: `wrongState` once passed, and when no attempt is left.
    package func requireLeft(_ resits: ResitLimit?) throws(Refusal) {
        guard !passed else {
            throw Refusal(.wrongState, field: "exam", "the exam is passed", zh: "考试已通过")
        }
        guard left(resits) != 0 else {
            throw Refusal(
                .wrongState, field: "exam", "no resit is left: pay and study again", zh: "补考机会已用完，请重新缴费学习")
        }
    }
}
