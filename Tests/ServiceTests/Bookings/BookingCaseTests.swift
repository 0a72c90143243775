import Messages
import Testing

@testable import Service

/// PRJ-6, BKG: clauses and boundary cases of sessions and their bookings, at the limits.
@Suite struct BookingCaseTests {
    @Test("PRJ-6a a base publishes sessions of its own classes with place, time and capacity; another base does not")
    func published() throws {
        let office = try CourseOffice()
        let lesson = try office.offering()
        let stranger = try office.world.client("stranger")
        let request = PublishSessionRequest(offering: lesson, location: "门诊楼三层示教室", capacity: 40)
        try refused(.notAllowed) { try stranger.call(.bookingsPublishSession, request, reply: SessionReply.self) }
        for (place, capacity) in [("", UInt32(40)), ("门诊楼", 0)] {
            try refused(.invalid) {
                try office.keeper.call(
                    .bookingsPublishSession,
                    PublishSessionRequest(offering: lesson, location: place, capacity: capacity),
                    reply: SessionReply.self)
            }
        }
        let reply: SessionReply = try office.keeper.call(.bookingsPublishSession, request)
        let session = try #require(reply.session)
        #expect((session.location, session.capacity, session.taken) == ("门诊楼三层示教室", 40, 0))
        #expect(session.startsMs == World.midnight + 7 * 86_400_000 + 9 * 3_600_000)
        #expect(session.endsMs == World.midnight + 7 * 86_400_000 + 17 * 3_600_000)
    }

    @Test("BKG-3b a rejection needs a reason, which the trainee reads; the entitlement is free, and nothing counts")
    func rejected() throws {
        let office = try CourseOffice()
        let session = try office.session(places: 1)
        try office.unitPays(for: 0..<2)
        let (me, other) = (try office.world.client("N01"), try office.world.client("N02"))
        let booked = try me.book(session).booking?.id ?? 0
        try refused(.invalid, field: "reason") { try office.keeper.decide(.booking, booked, .reject) }
        #expect(try me.bookings().map(\.state) == [.waiting])
        try office.keeper.decide(.booking, booked, .reject, reason: "名额调整")
        #expect(try me.bookings().map(\.state) == [.rejected])
        #expect(try me.bookings().map(\.reason) == ["名额调整"])
        #expect(try me.entitlements().map(\.state) == [.free])
        #expect(try me.entitlements().map(\.cancellations) == [0])
        me.locale = "zh"
        #expect(try me.claim([UInt8](repeating: 1, count: 16)).messages.last?.text.contains("名额调整") == true)
        _ = try other.book(session)
    }

    @Test("BKG-4a my courses: what is current and what was, the newest first, page by page")
    func mine() throws {
        let office = try CourseOffice()
        let (session, later) = (try office.session(), try office.session(inDays: 9))
        try office.unitPays(for: 0..<1)
        let me = try office.world.client("N01")
        _ = try me.cancel(me.book(session))
        let booked = try me.book(later).booking?.id ?? 0
        try office.keeper.decide(.booking, booked, .approve)
        var (after, pages): (UInt64, [Booking]) = (0, [])
        repeat {
            let reply: ListBookingsReply = try me.call(
                .bookingsMyBookings, MyBookingsRequest(after: after, limit: 1))
            #expect(reply.bookings.count <= 1)
            pages += reply.bookings
            after = reply.next
        } while after != 0
        #expect(pages.map { $0.session?.offering } == [later, session])
        #expect(pages.map(\.state) == [.approved, .cancelled])
        #expect(try office.world.client("N02").bookings().isEmpty)
    }

    @Test(
        "BKG-4c BKG-6a case 2 the third cancellation is done, the fourth refused; a rejection and a session called off between count nothing",
        arguments: [false, true])
    func limit(isUnitPaid: Bool) throws {
        let office = try CourseOffice()
        let session = try office.session(places: 1)
        let me = try office.world.client("N01")
        if isUnitPaid {
            try office.unitPays(for: 0..<1)
            _ = try me.book(session)
        } else {
            try office.pay(try me.order(session).id, by: me)
        }
        func count() throws -> [UInt32] { try me.entitlements().map(\.cancellations) }
        func live() throws -> UInt64 { try #require(try me.bookings().first).id }
        func cancel() throws {
            let _: BookingReply = try me.call(.bookingsCancelBooking, CancelBookingRequest(booking: try live()))
        }
        // Before its review, too.
        try cancel()
        #expect(try count() == [1])
        _ = try me.book(session)
        try office.keeper.decide(.booking, try live(), .reject, reason: "名额调整")
        let other = try office.session(inDays: 9)
        _ = try me.book(other)
        let _: OfferingReply = try office.keeper.call(
            .projectsCancelOffering, CancelOfferingRequest(offering: other, reason: "场地停用"))
        try office.work()
        #expect(try count() == [1])
        for expected in [UInt32(2), 3] {
            _ = try me.book(session)
            try office.keeper.decide(.booking, try live(), .approve)
            try cancel()
            #expect(try count() == [expected])
        }
        _ = try me.book(session)
        try refused(.cancelLimit, field: "booking") { try cancel() }
        #expect(try me.bookings().first?.state == .waiting)
    }

    @Test(
        "BKG-4b case 3 a terminal that had not heard of a cancellation records the scan, and it is flagged afterwards")
    func cancelledPass() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 0..<1)
        let me = try office.world.client("N01")
        let booked = try me.book(session)
        try office.keeper.decide(.booking, booked.booking?.id ?? 0, .approve)
        let door = try Door(in: office.world)
        _ = try me.cancel(booked)
        door.time = try office.show(session).startsMs + 3_600_000
        try door.scan(office.world.person("N01"), offering: session)
        office.world.clock.set(door.time + 60_000)
        try door.reconnect()
        try door.sync()
        let keeper = try office.world.relogin("keeper")
        let scans: ListScansReply = try keeper.call(.attendanceListScans, ListScansRequest(offering: session))
        #expect(scans.scans.map(\.state) == [.flagged] && scans.scans.map(\.code) == [.notOnRoster])
        #expect(try office.world.relogin("N01").bookings().map(\.state) == [.cancelled])
    }

    @Test(
        "BKG-6b case 5 missed after two cancellations it counts as the third; after three the place is lost, and paid anew"
    )
    func missedAtTheLimit() throws {
        let office = try CourseOffice()
        let (session, next) = (try office.session(), try office.session(inDays: 30))
        try office.unitPays(for: 0..<2)
        for (number, count) in [("N01", 2), ("N02", 3)] {
            let client = try office.world.client(number)
            for _ in 0..<count { _ = try client.cancel(client.book(session)) }
            try office.keeper.decide(.booking, client.book(session).booking?.id ?? 0, .approve)
        }
        office.world.clock.set(try office.show(session).endsMs + 7 * 86_400_000)
        for _ in 0..<2 { try office.work() }
        let (me, other) = (try office.world.relogin("N01"), try office.world.relogin("N02"))
        #expect(try me.entitlements().map(\.state) == [.free])
        #expect(try me.entitlements().map(\.cancellations) == [3])
        try refused(.cancelLimit) { try me.cancel(me.book(next)) }
        #expect(try other.entitlements().map(\.state) == [.lost])
        try refused(.paymentRequired, field: "entitlement") { try other.book(next) }
    }

    @Test(
        "BKG-6b case 5 whoever has a flagged scan is held until it is decided: there, or missed",
        arguments: [true, false])
    func undecided(counts: Bool) throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 0..<2)
        for number in ["N01", "N02"] {
            let client = try office.world.client(number)
            try office.keeper.decide(.booking, client.book(session).booking?.id ?? 0, .approve)
        }
        let starts = try office.show(session).startsMs
        office.world.clock.set(starts)
        let shown: VenueCodeReply = try office.world.relogin("keeper").call(
            .attendanceVenueCode, VenueCodeRequest(offering: session))
        // The code's period is over.
        office.world.clock.set(starts + 3_600_000)
        let checked: CheckInReply = try office.world.relogin("N01").call(
            .attendanceCheckIn, CheckInRequest(code: shown.code))
        #expect(checked.state == .flagged)
        office.world.clock.set(try office.show(session).endsMs + 7 * 86_400_000)
        for _ in 0..<3 { try office.work() }
        #expect(try office.world.relogin("N02").bookings().map(\.state) == [.missed])
        #expect(try office.world.relogin("N01").bookings().map(\.state) == [.approved])
        #expect(try office.world.relogin("N01").entitlements().map(\.state) == [.held])
        let keeper = try office.world.relogin("keeper")
        let scans: ListScansReply = try keeper.call(.attendanceListScans, ListScansRequest(offering: session))
        let scan = try #require(scans.scans.first)
        let seen: ShowWorkReply = try keeper.call(
            .worklistShowWork, ShowWorkRequest(log: scan.log, sequence: scan.sequence))
        let decided: DecideWorkReply = try keeper.call(
            .worklistDecideWork,
            DecideWorkRequest(
                facts: [DecidedFact(log: scan.log, sequence: scan.sequence, context: seen.item?.context ?? [])],
                ruling: counts ? .counts : .doesNotCount, reason: "当面核实"))
        #expect(decided.decided == 1)
        for _ in 0..<3 { try office.work() }
        let me = try office.world.relogin("N01")
        #expect(try me.bookings().map(\.state) == [counts ? .attended : .missed])
        #expect(try me.entitlements().map(\.state) == [counts ? .held : .free])
        #expect(try me.entitlements().map(\.cancellations) == [counts ? 0 : 1])
    }
}
