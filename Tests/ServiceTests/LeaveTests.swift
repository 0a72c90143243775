import Messages
import Testing

/// Leave as a trainee asks for it and the base decides.
@Suite struct LeaveTests {
    @Test("LEV-1 a trainee in training asks, the base sees it and approves, and the trainee is told")
    func approved() throws {
        let (world, _, first) = try World.withClass()
        let me = try world.client("N01")
        let asked = try me.ask(.sick, first, first + 1, "发热")
        #expect(asked.state == .waiting)
        #expect(asked.base == world.made.base)
        #expect(asked.personName == "张三")
        let keeper = try world.client("keeper")
        #expect(try keeper.leave(world.made.base, .waiting).map(\.id) == [asked.id])
        let waiting: ListReviewsReply = try keeper.call(.reviewsListReviews, ListReviewsRequest(kind: .leave))
        #expect(waiting.reviews.map(\.subject) == [asked.id])
        #expect(waiting.reviews.first?.title == "2026-10-12 – 2026-10-13 发热")
        try keeper.decide(.leave, asked.id, .approve)
        let mine = try me.leave()
        #expect(mine.map(\.state) == [.approved])
        #expect(mine.first?.decidedMs == world.clock.now)
        #expect(me.events.map(\.kind) == [.messageWaiting])
        me.locale = "zh"
        let told = try me.claim([UInt8](repeating: 1, count: 16)).messages
        #expect(told.map(\.text) == ["请假申请已审批：2026-10-12 – 2026-10-13，通过"])
        #expect(told.first?.subject == asked.id)
    }

    @Test("LEV-1 rejecting needs a reason, which the trainee reads; deciding twice is refused")
    func rejected() throws {
        let (world, _, first) = try World.withClass()
        let me = try world.client("N01")
        let asked = try me.ask(.personal, first, first, "家中有事")
        let keeper = try world.client("keeper")
        try refused(.invalid, field: "reason") { try keeper.decide(.leave, asked.id, .reject) }
        try refused(.invalid, field: "action") { try keeper.decide(.leave, asked.id, .return, reason: "补充") }
        try keeper.decide(.leave, asked.id, .reject, reason: "考核周不准假")
        try refused(.wrongState) { try keeper.decide(.leave, asked.id, .approve) }
        #expect(try me.leave().map(\.state) == [.rejected])
        #expect(try me.leave().first?.decisionReason == "考核周不准假")
        let told = try me.claim([UInt8](repeating: 1, count: 16)).messages
        #expect(told.map(\.text) == ["Your leave was decided: 2026-10-12, rejected, 考核周不准假"])
        // The days are free again.
        _ = try me.ask(.sick, first, first, "发热")
    }

    @Test("LEV-1 only the base of the training decides, and only on its own")
    func foreignBase() throws {
        let (world, _, first) = try World.withClass()
        let asked = try world.client("N01").ask(.sick, first, first, "发热")
        let stranger = try world.client("stranger")
        try refused(.notAllowed) { try stranger.decide(.leave, asked.id, .approve) }
        try refused(.notAllowed) { try stranger.leave(world.made.base) }
        #expect(try stranger.leave(world.made.otherBase).isEmpty)
        try refused(.notAllowed) { try world.client("N02").leave(world.made.base) }
        #expect(try world.client("N02").leave().isEmpty)
        try refused(.notFound, field: "leave") { try world.client("N02").takeBack(asked.id) }
        try refused(.notFound, field: "leave") { try world.client("N02").takeBack(4711) }
    }

    @Test("LEV-1 leave that overlaps by a single day is refused; the day after is free, and so is a cancelled one")
    func overlap() throws {
        let (world, _, first) = try World.withClass()
        let me = try world.client("N01")
        let asked = try me.ask(.sick, first, first + 1, "发热")
        for (from, to) in [(first, first + 1), (first - 2, first), (first + 1, first + 5), (first - 1, first + 9)] {
            try refused(.alreadyExists, field: "from_day") { try me.ask(.sick, from, to, "再请") }
        }
        try world.client("keeper").decide(.leave, asked.id, .approve)
        try refused(.alreadyExists, field: "from_day") { try me.ask(.sick, first + 1, first + 1, "已批准") }
        _ = try me.ask(.sick, first - 1, first - 1, "前一天")
        _ = try me.ask(.sick, first + 2, first + 2, "后一天")
        _ = try me.takeBack(asked.id)
        _ = try me.ask(.sick, first, first + 1, "重新请假")
        // Another person's leave is no obstacle.
        _ = try world.client("N02").ask(.sick, first, first + 1, "发热")
    }

    @Test("LEV-1 leave is listed newest first, page after page, to the trainee and to the base")
    func pages() throws {
        let (world, _, first) = try World.withClass()
        let me = try world.client("N01")
        let ids = try (0..<5).map { try me.ask(.personal, first - Int32($0), first - Int32($0), "事假 \($0)").id }
        let keeper = try world.client("keeper")
        for limit: UInt32 in [1, 2, 5, 6] {
            func all(_ page: (UInt64) throws -> ListLeaveReply) throws -> [UInt64] {
                var (found, after): ([UInt64], UInt64) = ([], 0)
                repeat {
                    let reply = try page(after)
                    found += reply.leave.map(\.id)
                    after = reply.next
                } while after != 0
                return found
            }
            #expect(try all { try me.call(.leavesMyLeave, MyLeaveRequest(after: $0, limit: limit)) } == ids.reversed())
            for state in [nil, LeaveState.waiting] {
                let listed = try all {
                    try keeper.call(
                        .leavesListLeave,
                        ListLeaveRequest(base: world.made.base, state: state, after: $0, limit: limit))
                }
                #expect(listed == ids.reversed())
            }
        }
    }

    @Test("LEV-1 days, kinds and reasons out of bounds are refused")
    func hostile() throws {
        let (world, _, first) = try World.withClass()
        let me = try world.client("N01")
        try refused(.invalid, field: "to") { try me.ask(.sick, first, first - 1, "早于") }
        try refused(.invalid, field: "to") { try me.ask(.sick, first, first + 366, "太长") }
        try refused(.invalid, field: "kind") { try me.ask(nil, first, first, "无类型") }
        for reason in ["", " ", String(repeating: "长", count: 501), "a\u{202E}b", "a\0"] {
            try refused(.invalid, field: "reason") { try me.ask(.sick, first, first, reason) }
        }
        for day in [TestServer.day - 367, TestServer.day + 367, .min, .max, -1] {
            try refused(.invalid) { try me.ask(.sick, day, day, "远") }
        }
        try refused(.invalid) { try me.ask(.sick, .min, .max, "一生") }
        // In training no more after the last activity date.
        try refused(.wrongState, field: "from_day") { try me.ask(.sick, first + 3, first + 3, "结束之后") }
        try refused(.wrongState, field: "from_day") { try world.client("admin").ask(.sick, first, first, "不是学员") }
        _ = try me.ask(.parental, first, first + 365, String(repeating: "长", count: 500))
    }
}
