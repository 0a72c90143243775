import Messages
import Storage
import Testing

@testable import Service

/// BKG-4c, BKG-6b: a base lets a cancelled or missed booking not count.
@Suite struct WaiverTests {
    private func ask(_ client: Client, _ booking: UInt64, _ kind: ReviewKind? = .waiver, reason: String = "住院") throws
        -> Review
    {
        let reply: AskReviewReply = try client.call(
            .reviewsAsk, AskReviewRequest(kind: kind, subject: booking, reason: reason))
        return try #require(reply.review)
    }

    private func waiting(_ keeper: Client) throws -> [Review] {
        let reply: ListReviewsReply = try keeper.call(.reviewsListReviews, ListReviewsRequest(kind: .waiver))
        return reply.reviews
    }

    @Test(
        "BKG-4c whoever was ill asks once that a cancelled booking not count: the base reads why and decides, and the person is told"
    )
    func cancelled() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 0..<1)
        let me = try office.world.client("N01")
        let first = try me.cancel(me.book(session)).booking?.id ?? 0
        let second = try me.cancel(me.book(session)).booking?.id ?? 0
        let live = try me.book(session)
        #expect(try me.entitlements().map(\.cancellations) == [2])
        try refused(.wrongState, field: "subject") { try ask(me, live.booking?.id ?? 0) }
        try refused(.notFound, field: "booking") { try ask(office.world.client("N02"), first) }
        try refused(.invalid, field: "reason") { try ask(me, first, reason: " ") }
        for kind in ReviewKind.allCases where kind != .waiver {
            try refused(.invalid, field: "kind") { try ask(me, first, kind) }
        }
        let asked = try ask(me, first)
        #expect(asked.title.hasPrefix("心肺复苏课程 ") && asked.title.hasSuffix(": 住院"))
        #expect(asked.state == .waiting && asked.level == .base)
        try refused(.alreadyExists, field: "subject") { try ask(me, first) }
        #expect(try waiting(office.keeper).map(\.title) == [asked.title])
        try refused(.notAllowed) { try office.world.client("stranger").decide(.waiver, [first], .approve) }
        try office.keeper.decide(.waiver, first, .approve)
        #expect(try me.entitlements().map(\.cancellations) == [1])
        _ = try ask(me, second)
        try office.keeper.decide(.waiver, second, .reject, reason: "无证明")
        #expect(try me.entitlements().map(\.cancellations) == [1])
        let told = try office.world.messages(office.world.person("N01"), .requestDecided)
        #expect(told.map { $0.suffix(2) } == [["approved", ""], ["rejected", "无证明"]])
    }

    @Test(
        "BKG-6b a waiver gives back what was lost by a missed booking; a scan that comes later takes nothing off twice")
    func missed() throws {
        let office = try CourseOffice()
        let session = try office.session(places: 3)
        try office.unitPays(for: 0..<2)
        let door = try Door(in: office.world)
        var missed: [String: UInt64] = [:]
        for (number, count) in [("N01", 1), ("N02", 3)] {
            let client = try office.world.client(number)
            for _ in 0..<count { _ = try client.cancel(client.book(session)) }
            missed[number] = try client.book(session).booking?.id
            try office.keeper.decide(.booking, missed[number] ?? 0, .approve)
        }
        door.time = try office.show(session).startsMs + 3_600_000
        try door.scan(office.world.person("N01"), office.world.person("N02"), offering: session)
        office.world.clock.set(try office.show(session).endsMs + 7 * 86_400_000)
        for _ in 0..<2 { try office.work() }
        #expect(try office.world.relogin("N01").entitlements().map(\.cancellations) == [2])
        #expect(try office.world.relogin("N02").entitlements().map(\.state) == [.lost])
        for (number, count) in [("N01", UInt32(1)), ("N02", 3)] {
            let client = try office.world.relogin(number)
            _ = try ask(client, missed[number] ?? 0)
            try office.world.relogin("keeper").decide(.waiver, missed[number] ?? 0, .approve)
            #expect(try client.entitlements().map(\.state) == [.free], "\(number)")
            #expect(try client.entitlements().map(\.cancellations) == [count], "\(number)")
        }
        try door.reconnect()
        try door.sync()
        try office.work()
        for (number, count) in [("N01", UInt32(1)), ("N02", 3)] {
            let client = try office.world.relogin(number)
            #expect(try client.bookings().first?.state == .attended, "\(number)")
            #expect(try client.entitlements().map(\.cancellations) == [count], "\(number)")
        }
    }

    @Test(
        "BKG-4c a person sees what they asked for, takes back what waits, and asks again what was not granted, three times in all"
    )
    func again() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 0..<1)
        let me = try office.world.client("N01")
        let booking = try me.cancel(me.book(session)).booking?.id ?? 0
        func withdraw(_ client: Client, _ kind: ReviewKind = .waiver) throws -> ReviewState? {
            let reply: AskReviewReply = try client.call(
                .reviewsWithdrawReview, WithdrawReviewRequest(kind: kind, subject: booking))
            return reply.review?.state
        }
        func mine(_ client: Client, _ kind: ReviewKind?) throws -> [Review] {
            let reply: ListReviewsReply = try client.call(.reviewsMyReviews, MyReviewsRequest(kind: kind))
            return reply.reviews
        }
        try refused(.notFound, field: "subject") { try withdraw(me) }
        _ = try ask(me, booking)
        try refused(.notFound, field: "subject") { try withdraw(office.world.client("N02")) }
        try refused(.invalid, field: "kind") { try withdraw(me, .booking) }
        #expect(try withdraw(me) == .withdrawn)
        #expect(try waiting(office.keeper).isEmpty)
        try refused(.wrongState, field: "subject") { try withdraw(me) }
        let second = try ask(me, booking, reason: "骨折")
        #expect(second.state == .waiting && second.title.hasSuffix(": 骨折"))
        try office.keeper.decide(.waiver, booking, .reject, reason: "无证明")
        _ = try ask(me, booking, reason: "附证明")
        #expect(try waiting(office.keeper).map(\.title) == mine(me, .waiver).map(\.title))
        try office.keeper.decide(.waiver, booking, .reject, reason: "逾期")
        try refused(.wrongState, field: "subject") { try ask(me, booking, reason: "再次申请") }
        #expect(try mine(me, .waiver).map(\.reason) == ["逾期"])
        #expect(try mine(me, nil).map(\.kind) == [.booking, .waiver])
        #expect(try mine(office.world.client("N02"), nil).isEmpty)
        let history: ReviewHistoryReply = try me.call(
            .reviewsReviewHistory, ReviewHistoryRequest(kind: .waiver, subject: booking))
        #expect(history.steps.map(\.action) == [.submit, .withdraw, .resubmit, .reject, .resubmit, .reject])
    }

    @Test("ACC-11e what was asked for is forgotten with the account, and no longer waits")
    func forgotten() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 0..<1)
        let me = try office.world.client("N01")
        _ = try ask(me, me.cancel(me.book(session)).booking?.id ?? 0, reason: "阑尾炎手术")
        try me.close(office.world.made.passwords["N01"] ?? "")
        #expect(try waiting(office.keeper).isEmpty)
        #expect(try office.world.server.count("SELECT COUNT(*) FROM review WHERE title LIKE '%阑尾炎%'") == 0)
    }
}
