import Domain
import Testing

@Suite struct ReviewProgressTests {
    @Test("REC-3b a subject reaches a level only when the one before approved; the last approval ends it")
    func levels() throws {
        var progress = ReviewProgress(levels: 3)
        for level in 0..<3 {
            #expect(progress.level == level)
            #expect(progress.state == .waiting)
            try progress.decide(.approved)
        }
        #expect(progress == ReviewProgress(levels: 3, level: 2, state: .approved))
        #expect(refusal { () throws(Refusal) in try progress.decide(.approved) }?.code == .wrongState)
    }

    @Test("REC-3b a rejection ends it at any level", arguments: 0..<3)
    func rejection(level: Int) throws {
        var progress = ReviewProgress(levels: 3, level: level, state: .waiting)
        try progress.decide(.rejected(reason: "不符合条件"))
        #expect(progress == ReviewProgress(levels: 3, level: level, state: .rejected))
        for decision in [ReviewDecision.approved, .rejected(reason: "再"), .returned(reason: "再")] {
            #expect(refusal { () throws(Refusal) in try progress.decide(decision) }?.code == .wrongState)
        }
        #expect(refusal { () throws(Refusal) in try progress.resubmit() }?.code == .wrongState)
    }

    @Test("REC-3c a resubmission returns to the level that returned it", arguments: 0..<3)
    func resubmission(level: Int) throws {
        var progress = ReviewProgress(levels: 3, level: level, state: .waiting)
        try progress.decide(.returned(reason: "职称有误"))
        #expect(progress == ReviewProgress(levels: 3, level: level, state: .returned))
        #expect(refusal { () throws(Refusal) in try progress.decide(.approved) }?.code == .wrongState)
        try progress.resubmit()
        #expect(progress == ReviewProgress(levels: 3, level: level, state: .waiting))
    }

    @Test("LEV-1 only what was approved is given up", arguments: ReviewState.allCases)
    func givingUp(state: ReviewState) throws {
        var progress = ReviewProgress(levels: 1, level: 0, state: state)
        guard state == .approved else {
            #expect(refusal { () throws(Refusal) in try progress.giveUp() }?.code == .wrongState)
            return
        }
        try progress.giveUp()
        #expect(progress == ReviewProgress(levels: 1, level: 0, state: .withdrawn))
        #expect(refusal { () throws(Refusal) in try progress.giveUp() }?.code == .wrongState)
        #expect(refusal { () throws(Refusal) in try progress.resubmit() }?.code == .wrongState)
    }

    @Test("REC-6 a reason is 1 to 500 characters that can be seen")
    func reasons() throws {
        #expect(try ReviewDecision.reason(" 材料不全 ") == "材料不全")
        #expect(try ReviewDecision.reason(String(repeating: "长", count: 500)).count == 500)
        for typed in ["", "  ", "a\u{0}b", "\u{202E}反", String(repeating: "长", count: 501)] {
            #expect(refusal { () throws(Refusal) in try ReviewDecision.reason(typed) }?.field == "reason")
        }
    }
}
