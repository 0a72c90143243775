import Messages
import Storage
import Testing

/// Leave that the trainee cancels.
@Suite struct LeaveCancelTests {
    @Test(
        "LEV-1 leave can be cancelled until its first day begins, waiting or approved",
        arguments: [(true, Int64(-1), true), (true, 0, false), (true, 1, false), (false, -1, true), (false, 0, false)])
    func cancel(isApproved: Bool, afterMidnightMs: Int64, isOpen: Bool) throws {
        let (world, _, first) = try World.withClass()
        let me = try world.client("N01")
        let asked = try me.ask(.marriage, first, first + 2, "婚假")
        let keeper = try world.client("keeper")
        if isApproved { try keeper.decide(.leave, asked.id, .approve) }
        world.clock.set(World.midnight + 10 * 86_400_000 + afterMidnightMs)
        let (again, base) = (try world.relogin("N01"), try world.relogin("keeper"))
        if isOpen {
            #expect(try again.takeBack(asked.id).state == .cancelled)
            try refused(.wrongState) { try again.takeBack(asked.id) }
            try refused(.wrongState) { try base.decide(.leave, asked.id, .approve) }
            #expect(try base.leave(world.made.base, .cancelled).map(\.id) == [asked.id])
        } else {
            try refused(.tooLate, field: "leave") { try again.takeBack(asked.id) }
            #expect(try again.leave().map(\.state) == [isApproved ? .approved : .waiting])
        }
    }

    @Test("LEV-1 approved leave that is cancelled is no more approved anywhere, and the base's staff are told")
    func givenUp() throws {
        let (world, offering, first) = try World.withClass()
        let me = try world.client("N01")
        let responsible = try world.person("N03")
        let base = world.made.base
        try world.server.database.write { transaction in
            try transaction.execute(
                "INSERT INTO responsible_person (organisation, person) VALUES (?1, ?2)", base, responsible)
        }
        let asked = try me.ask(.sick, first, first + 1, "发热")
        let keeper = try world.client("keeper")
        try keeper.decide(.leave, asked.id, .approve)
        let device = [UInt8](repeating: 7, count: 16)
        #expect(try keeper.claim(device).messages.isEmpty)
        world.clock.advance(s: 60)
        #expect(try me.takeBack(asked.id).state == .cancelled)

        let history: ReviewHistoryReply = try keeper.call(
            .reviewsReviewHistory, ReviewHistoryRequest(kind: .leave, subject: asked.id))
        #expect(history.review?.state == .withdrawn)
        #expect(history.review?.changedMs == world.clock.now)
        #expect(history.steps.map(\.action) == [.submit, .approve, .withdraw])
        func listed(_ state: ReviewState) throws -> [UInt64] {
            let reply: ListReviewsReply = try keeper.call(
                .reviewsListReviews, ListReviewsRequest(kind: .leave, state: state))
            return reply.reviews.map(\.subject)
        }
        #expect(try listed(.approved).isEmpty)
        #expect(try listed(.withdrawn) == [asked.id])

        #expect(keeper.events.map(\.kind) == [.messageWaiting])
        keeper.locale = "zh"
        let told = try keeper.claim(device).messages
        #expect(told.map(\.text) == ["学员取消了已批准的请假：张三，2026-10-12 – 2026-10-13"])
        #expect(told.map(\.kind) == [.leaveCancelled] && told.first?.subject == asked.id)
        #expect(try world.client("N03").claim(device).messages.map(\.kind) == [.leaveCancelled])
        for stranger in ["stranger", "admin", "N02"] {
            #expect(try world.client(stranger).claim(device).messages.isEmpty, "\(stranger)")
        }
        // What was granted is demanded again.
        #expect(try world.reasons("N01", offering).prefix(2) == ["absent 2026-10-12", "absent 2026-10-13"])
        let analysis: AnalyseReply = try keeper.call(.attendanceAnalyse, AnalyseRequest(offering: offering))
        #expect(analysis.people.allSatisfy { $0.onLeave.isEmpty })
    }

    @Test("LEV-1 leave that is cancelled while it waits is no more the base's to decide, and nobody is told")
    func withdrawn() throws {
        let (world, _, first) = try World.withClass()
        let me = try world.client("N01")
        let asked = try me.ask(.sick, first, first, "发热")
        _ = try me.takeBack(asked.id)
        let keeper = try world.client("keeper")
        let waiting: ListReviewsReply = try keeper.call(.reviewsListReviews, ListReviewsRequest(kind: .leave))
        #expect(waiting.reviews.isEmpty)
        #expect(try keeper.claim([UInt8](repeating: 7, count: 16)).messages.isEmpty)
        let history: ReviewHistoryReply = try me.call(
            .reviewsReviewHistory, ReviewHistoryRequest(kind: .leave, subject: asked.id))
        #expect(history.steps.map(\.action) == [.submit, .withdraw])
    }
}
