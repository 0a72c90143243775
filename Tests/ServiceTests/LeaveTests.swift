import Messages
import Storage
import Testing

@Suite struct LeaveTests {
    /// A world, and an offering of three days from ten days on, with everybody on its roster.
    private func world() throws -> (World, offering: UInt64, first: Int32) {
        let world = try World()
        let admin = try world.client("admin")
        let first = TestServer.day + 10
        var draft = World.draft(at: world.made.base, world.made, day: first)
        draft.dates = (0..<3).map { ActivityDate(day: first + $0, hoursTenths: 20) }
        draft.windows = []
        let created: OfferingReply = try admin.call(.projectsCreateOffering, CreateOfferingRequest(offering: draft))
        let offering = created.offering?.id ?? 0
        _ = try admin.upload(World.roster(), to: offering)
        let _: OfferingReply = try admin.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: offering))
        try world.client("officer").decide(.offering, offering, .approve)
        return (world, offering, first)
    }

    @Test("LEV-1 a trainee in training asks, the base sees it and approves, and the trainee is told")
    func approved() throws {
        let (world, _, first) = try world()
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
        #expect(me.events.map(\.kind) == [3])
        me.locale = "zh"
        let told = try me.claim([UInt8](repeating: 1, count: 16)).messages
        #expect(told.map(\.text) == ["请假申请已审批：2026-10-12 – 2026-10-13，通过"])
        #expect(told.first?.subject == asked.id)
    }

    @Test("LEV-1 rejecting needs a reason, which the trainee reads; deciding twice is refused")
    func rejected() throws {
        let (world, _, first) = try world()
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
        let (world, _, first) = try world()
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

    @Test(
        "LEV-1 leave can be cancelled until its first day begins, waiting or approved",
        arguments: [(true, Int64(-1), true), (true, 0, false), (true, 1, false), (false, -1, true), (false, 0, false)])
    func cancel(isApproved: Bool, afterMidnightMs: Int64, isOpen: Bool) throws {
        let (world, _, first) = try world()
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
        let (world, offering, first) = try world()
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

        #expect(keeper.events.map(\.kind) == [3])
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
        let (world, _, first) = try world()
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

    @Test("LEV-1 leave that overlaps by a single day is refused; the day after is free, and so is a cancelled one")
    func overlap() throws {
        let (world, _, first) = try world()
        let me = try world.client("N01")
        let asked = try me.ask(.sick, first, first + 1, "发热")
        for (from, to) in [(first, first + 1), (first - 2, first), (first + 1, first + 5), (first - 1, first + 9)] {
            try refused(.alreadyExists, field: "from_day") { try me.ask(.sick, from, to, "再请") }
        }
        _ = try me.ask(.sick, first - 1, first - 1, "前一天")
        _ = try me.ask(.sick, first + 2, first + 2, "后一天")
        _ = try me.takeBack(asked.id)
        _ = try me.ask(.sick, first, first + 1, "重新请假")
        // Another person's leave is no obstacle.
        _ = try world.client("N02").ask(.sick, first, first + 1, "发热")
    }

    @Test("LEV-1 days, kinds and reasons out of bounds are refused")
    func hostile() throws {
        let (world, _, first) = try world()
        let me = try world.client("N01")
        try refused(.invalid, field: "to") { try me.ask(.sick, first, first - 1, "早于") }
        try refused(.invalid, field: "to") { try me.ask(.sick, first, first + 366, "太长") }
        try refused(.invalid, field: "kind") { try me.ask(.unspecified, first, first, "无类型") }
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

    @Test("LEV-1 every day does not demand days of leave, and lists and exports show them as leave")
    func excused() throws {
        let (world, offering, first) = try world()
        let asked = try world.client("N01").ask(.sick, first + 1, first + 2, "发热")
        let door = try Door(in: world, seed: 0xA3)
        let person = try world.person("N01")
        door.time = World.midnight + 10 * 86_400_000 + 9 * 3_600_000
        world.clock.set(door.time + 3_600_000)
        try door.scan(person, offering: offering)
        try door.scan(try world.person("N02"), offering: offering)
        try door.sync()
        func analysis() throws -> (AnalyseReply, Presence, Presence) {
            let reply: AnalyseReply = try world.relogin("keeper").call(
                .attendanceAnalyse, AnalyseRequest(offering: offering))
            let found = try ["N01", "N02"].map { number in
                try #require(reply.people.first { $0.number == number })
            }
            return (reply, found[0], found[1])
        }
        // Asked for is not granted.
        var (reply, mine, other) = try analysis()
        #expect(reply.present == 0)
        #expect(mine.onLeave.isEmpty)
        #expect(try world.reasons("N01", offering).prefix(2) == ["absent 2026-10-13", "absent 2026-10-14"])
        try world.relogin("keeper").decide(.leave, asked.id, .approve)
        (reply, mine, other) = try analysis()
        #expect(reply.present == 1)
        #expect(mine.present)
        #expect(mine.inWindow == [true, false, false])
        #expect(mine.onLeave == [false, true, true])
        #expect(!other.present)
        #expect(other.onLeave.isEmpty)
        #expect(try !world.reasons("N01", offering).contains { $0.hasPrefix("absent") })
        #expect(try world.reasons("N02", offering).contains("absent 2026-10-13"))
        let csv = try world.analysisFile(offering)
        #expect(csv.contains { $0.hasPrefix("N01,") && $0.hasSuffix(",1,1,1,leave,leave") }, "\(csv)")
        #expect(csv.contains { $0.hasPrefix("N02,") && $0.hasSuffix(",0,1,1,0,0") }, "\(csv)")

    }

    @Test("LEV-1 leave on all days excuses nobody to credit, and leave at another base excuses from nothing here")
    func throughout() throws {
        let (world, offering, first) = try world()
        let asked = try world.client("N01").ask(.sick, first - 5, first + 5, "住院")
        try world.client("keeper").decide(.leave, asked.id, .approve)
        #expect(try world.reasons("N01", offering).first == "on leave on every activity date")
        let foreign = try world.client("N02").ask(.sick, first, first + 2, "发热")
        try world.client("keeper").decide(.leave, foreign.id, .approve)
        try world.server.database.write { transaction in
            try transaction.execute(
                "UPDATE leave SET base = ?2 WHERE id = ?1", foreign.id, world.made.otherBase)
        }
        #expect(try world.reasons("N02", offering).first == "absent 2026-10-12")
    }
}

extension Client {
    @discardableResult
    fileprivate func ask(_ kind: LeaveKind, _ from: Int32, _ to: Int32, _ reason: String) throws -> Leave {
        let reply: LeaveReply = try call(
            .leavesRequestLeave, RequestLeaveRequest(kind: kind, fromDay: from, toDay: to, reason: reason))
        return try #require(reply.leave)
    }

    fileprivate func takeBack(_ leave: UInt64) throws -> Leave {
        let reply: LeaveReply = try call(.leavesCancelLeave, CancelLeaveRequest(leave: leave))
        return try #require(reply.leave)
    }

    /// The caller's own.
    fileprivate func leave() throws -> [Leave] {
        let reply: ListLeaveReply = try call(.leavesMyLeave, MyLeaveRequest())
        return reply.leave
    }

    fileprivate func leave(_ base: UInt64, _ state: LeaveState = .unspecified) throws -> [Leave] {
        let reply: ListLeaveReply = try call(.leavesListLeave, ListLeaveRequest(base: base, state: state))
        return reply.leave
    }
}

extension World {
    /// Sessions last a week; a later day needs another.
    fileprivate func relogin(_ account: String) throws -> Client {
        try server.database.write { transaction in
            try transaction.execute("UPDATE session SET expires_ms = ?1", clock.now + 86_400_000)
        }
        return try client(account)
    }

    fileprivate func reasons(_ number: String, _ offering: UInt64) throws -> [String] {
        let reply: ListEligibleReply = try relogin("keeper").call(
            .creditsListEligible, ListEligibleRequest(offering: offering))
        return reply.people.first { $0.number == number }?.reasons ?? []
    }

    /// Lines of the export.
    fileprivate func analysisFile(_ offering: UInt64) throws -> [String] {
        let chunks: [ExportChunk] = try relogin("keeper").items(
            .creditsExport, ExportRequest(kind: .analysis, offering: offering))
        return String(decoding: chunks.flatMap(\.bytes), as: UTF8.self).split(whereSeparator: \.isNewline)
            .map(String.init)
    }

    /// A day of leave, as if it had been approved.
    func grantLeave(_ number: String, from day: Int32) throws -> UInt64 {
        let (person, base, now) = (try person(number), made.base, clock.now)
        return try server.database.write { transaction in
            let id = try transaction.newID()
            try transaction.execute(
                """
                INSERT INTO leave (id, person, base, kind, from_day, to_day, reason, state, asked_ms, decided_ms, \
                decision_reason) VALUES (?1, ?2, ?3, 1, ?4, ?4, '', 2, ?5, ?5, '')
                """, id, person, base, day, now)
            return id
        }
    }
}
