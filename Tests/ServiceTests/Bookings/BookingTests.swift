import Crypto
import Messages
import Passes
import Testing

/// BKG: a paid place in a course, from the session's publication to its pass.
@Suite struct BookingTests {
    @Test("BKG-2b BKG-3a who was paid for by a unit books, the base approves, and the pass is read without a network")
    func unitPaid() throws {
        let office = try CourseOffice()
        let session = try office.session()
        #expect(try office.unitPays(for: 0..<2).added == 2)
        let me = try office.world.client("N01")
        #expect(try me.entitlements().map(\.state) == [.free])
        let booked = try me.book(session)
        #expect(booked.booking?.state == .waiting)
        #expect(booked.entitlement?.state == .held)
        #expect(try office.show(session).taken == 1)
        try refused(.wrongState) { try me.pass(booked) }

        let waiting: ListReviewsReply = try office.keeper.call(.reviewsListReviews, ListReviewsRequest(kind: .booking))
        #expect(waiting.reviews.map(\.title) == ["心肺复苏课程 2026-10-09 09:00:00"])
        try office.keeper.decide(.booking, booked.booking?.id ?? 0, .approve)
        me.locale = "zh"
        #expect(
            try me.claim([UInt8](repeating: 1, count: 16)).messages.last?.text
                == "预约审核通过：心肺复苏课程，2026-10-09 09:00:00")
        #expect(try me.bookings().map(\.state) == [.approved])
        let pass = try SignedPass(text: me.pass(booked).text)
        #expect(pass.pass.person == office.world.made.people["N01"])
        #expect(pass.pass.offering == session)
        let key = SignedPass.Key(id: SignedPass.siteKeyID, key: office.world.server.siteKey.publicKey)
        let siteID = office.world.server.siteKey.publicKey.siteID
        #expect(pass.validity([key], siteID: siteID, nowMs: try office.show(session).startsMs) == .valid)
        // The base's terminals have the person on the session's roster.
        let roster: ListRosterReply = try office.keeper.call(.projectsListRoster, ListRosterRequest(offering: session))
        #expect(roster.entries.map(\.name) == ["张三"])
    }

    @Test("BKG-2c without a payment one is told what a place costs; under another name, that too")
    func paymentRequired() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try refused(.paymentRequired, field: "entitlement") { try office.world.client("N01").book(session) }
        try office.unitPays(for: 1..<2, name: "欧阳娜")
        try refused(.paidForAnother, field: "name") { try office.world.client("N02").book(session) }
        #expect(try office.show(session).taken == 0)
    }

    @Test("BKG-4b case 3 a booking is cancelled a millisecond before its session starts, and not when it does")
    func cancelUntilStart() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 0..<2)
        let (me, other) = (try office.world.client("N01"), try office.world.client("N02"))
        let (mine, others) = (try me.book(session), try other.book(session))
        try office.keeper.decide(.booking, mine.booking?.id ?? 0, .approve)
        office.world.clock.set(try office.show(session).startsMs - 1)
        let cancelled = try office.world.relogin("N01").cancel(mine)
        #expect(cancelled.booking?.state == .cancelled)
        #expect(cancelled.entitlement?.state == .free)
        #expect(cancelled.entitlement?.cancellations == 1)
        #expect(try office.show(session).taken == 1)
        let roster: ListRosterReply = try office.world.relogin("keeper").call(
            .projectsListRoster, ListRosterRequest(offering: session))
        #expect(roster.entries.isEmpty)
        office.world.clock.advance(ms: 1)
        try refused(.tooLate, field: "booking") { try office.world.relogin("N02").cancel(others) }
    }

    @Test("PRJ-6a a session is published until the instant at which it begins")
    func begun() throws {
        let office = try CourseOffice()
        let (one, other) = (try office.offering(inDays: 1), try office.offering(inDays: 1))
        let starts = TestServer.nine + 86_400_000
        office.world.clock.set(starts - 1)
        #expect(try office.publish(one, places: 2).startsMs == starts)
        office.world.clock.set(starts)
        try refused(.tooLate, field: "offering") { try office.publish(other, places: 2) }
    }

    @Test("BKG-4c BKG-6a the third cancellation is done and the fourth refused; rejections between do not count")
    func cancelLimit() throws {
        let office = try CourseOffice()
        let session = try office.session(places: 1)
        try office.unitPays(for: 0..<1)
        let me = try office.world.client("N01")
        for count in 1...3 {
            let rejected = try me.book(session)
            try office.keeper.decide(.booking, rejected.booking?.id ?? 0, .reject, reason: "名额调整")
            let cancelled = try me.cancel(me.book(session))
            #expect(cancelled.entitlement?.cancellations == UInt32(count))
        }
        let last = try me.book(session)
        try refused(.cancelLimit, field: "booking") { try me.cancel(last) }
        #expect(try me.bookings().first?.state == .waiting)
        #expect(try office.show(session).taken == 1)
    }

    @Test(
        "BKG-6a nobody has reviewed it when the session starts: the place and the entitlement are free, and it does not count"
    )
    func unreviewed() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 0..<2)
        let (me, other) = (try office.world.client("N01"), try office.world.client("N02"))
        _ = try me.book(session)
        let approved = try other.book(session)
        try office.keeper.decide(.booking, approved.booking?.id ?? 0, .approve)
        try office.start(session)
        let again = try office.world.relogin("N01")
        #expect(try again.bookings().map(\.state) == [.unreviewed])
        #expect(try again.entitlements().map(\.state) == [.free])
        #expect(try again.entitlements().map(\.cancellations) == [0])
        #expect(try office.world.relogin("N02").bookings().map(\.state) == [.approved])
        #expect(try office.show(session).taken == 1)
        let waiting: ListReviewsReply = try office.world.relogin("keeper").call(
            .reviewsListReviews, ListReviewsRequest(kind: .booking))
        #expect(waiting.reviews.isEmpty)
    }

    @Test("BKG-1a BKG-1b one live booking at a time, and never more than the places there are")
    func places() throws {
        let office = try CourseOffice()
        let (session, later) = (try office.session(places: 1), try office.session(inDays: 8))
        try office.unitPays(for: 0..<2)
        try office.unitPays(for: 0..<1, reference: "P2")
        let (me, other) = (try office.world.client("N01"), try office.world.client("N02"))
        _ = try me.book(session)
        try refused(.full, field: "offering") { try other.book(session) }
        #expect(try other.entitlements().map(\.state) == [.free])
        try refused(.wrongState, field: "offering") { try me.book(later) }
        #expect(try office.publish(session, places: 2).taken == 1)
        _ = try other.book(session)
        try refused(.placesInUse, field: "capacity") { try office.publish(session, places: 1) }
    }

    @Test(
        "BKG-6b approved and not there: a week after the session it counts as the third; without one left the place is lost"
    )
    func missed() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 0..<2)
        let (me, other) = (try office.world.client("N01"), try office.world.client("N02"))
        for count in [0, 3] {
            let client = count == 0 ? me : other
            for _ in 0..<count { _ = try client.cancel(client.book(session)) }
            try office.keeper.decide(.booking, client.book(session).booking?.id ?? 0, .approve)
        }
        let end = try office.show(session).endsMs
        office.world.clock.set(end + 7 * 86_400_000 - 1)
        try office.work()
        #expect(try office.world.relogin("N01").bookings().first?.state == .approved)
        office.world.clock.advance(ms: 1)
        try office.work()
        let (mine, others) = (try office.world.relogin("N01"), try office.world.relogin("N02"))
        #expect(try mine.bookings().first?.state == .missed)
        #expect(try mine.entitlements().map(\.state) == [.free])
        #expect(try mine.entitlements().map(\.cancellations) == [1])
        #expect(try others.entitlements().map(\.state) == [.lost])
    }

    @Test("PRJ-6d a session follows its offering to another time")
    func moved() throws {
        let office = try CourseOffice()
        let session = try office.session()
        let before = try office.show(session).startsMs
        let found: OfferingReply = try office.keeper.call(.projectsGetOffering, GetOfferingRequest(offering: session))
        var offering = try #require(found.offering)
        offering.dates = offering.dates.map { ActivityDate(day: $0.day + 1, hoursTenths: $0.hoursTenths) }
        offering.windows = offering.windows.map {
            Window(day: $0.day + 1, fromMinute: $0.fromMinute, toMinute: $0.toMinute, course: $0.course)
        }
        let _: ChangeOfferingReply = try office.keeper.call(
            .projectsChangeOffering, ChangeOfferingRequest(offering: offering, reason: "场地维修"))
        #expect(try office.show(session).startsMs == before + 86_400_000)
    }

    @Test("PRJ-6d a cancelled offering tells everybody who has booked, returns their entitlements, and counts nothing")
    func calledOff() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 0..<2)
        let (me, other) = (try office.world.client("N01"), try office.world.client("N02"))
        let booked = try me.book(session)
        _ = try other.book(session)
        try office.keeper.decide(.booking, booked.booking?.id ?? 0, .approve)
        let _: OfferingReply = try office.keeper.call(
            .projectsCancelOffering, CancelOfferingRequest(offering: session, reason: "场地停用"))
        try office.work()
        for client in [me, other] {
            #expect(try client.bookings().map(\.state) == [.calledOff])
            #expect(try client.entitlements().map(\.state) == [.free])
            #expect(try client.entitlements().map(\.cancellations) == [0])
        }
        #expect(try office.show(session).taken == 0)
        try refused(.wrongState, field: "offering") { try me.book(session) }
        let later = try office.session(inDays: 9)
        #expect(try me.book(later).booking?.state == .waiting)
    }

    @Test("PRJ-6b anybody browses the bases, and a base's sessions with their free places, the next first")
    func browse() throws {
        let office = try CourseOffice()
        let (second, first) = (try office.session(inDays: 9), try office.session(places: 5, inDays: 7))
        let _: BasePageReply = try office.keeper.call(
            .bookingsDescribeBase,
            DescribeBaseRequest(
                base: office.world.made.base, address: "河东区津塘路83号", phone: "022-84112114", introduction: "三级甲等医院"))
        let stranger = office.world.server.connect()
        let bases: BrowseBasesReply = try stranger.call(.bookingsBrowseBases, BrowseBasesRequest(nameContains: "第一"))
        #expect(bases.bases.map(\.phone) == ["022-84112114"])
        var found: [CourseSession] = []
        var after: UInt64 = 0
        repeat {
            let page: BrowseSessionsReply = try stranger.call(
                .bookingsBrowseSessions, BrowseSessionsRequest(base: office.world.made.base, after: after, limit: 1))
            found += page.sessions
            after = page.next
        } while after != 0
        #expect(found.map(\.offering) == [first, second])
        #expect(found.map(\.feeFen) == [CourseOffice.fee, CourseOffice.fee])
        #expect(found.map { $0.capacity - $0.taken } == [5, 2])
    }
}
