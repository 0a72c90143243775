import Domain
import Messages
import Storage
import Testing

@testable import Service

/// BKG-6b: what comes after a booking was settled as missed. PRJ-6d: sessions that are moved. PRJ-9d: bookings at a provider's.
@Suite struct LateScanTests {
    /// Books a session with an approved place, and brings on the week after it.
    private func miss(
        _ office: CourseOffice, _ session: UInt64, as number: String, cancelling count: Int = 0
    ) throws {
        let client = try office.world.client(number)
        for _ in 0..<count { _ = try client.cancel(client.book(session)) }
        try office.keeper.decide(.booking, client.book(session).booking?.id ?? 0, .approve)
    }

    private func settle(_ office: CourseOffice, _ session: UInt64) throws {
        office.world.clock.set(try office.show(session).endsMs + 7 * 86_400_000)
        // It begins, and then it has ended.
        for _ in 0..<2 { try office.work() }
    }

    /// A terminal at the base that has scanned people during the session, and comes back now.
    private func sync(_ door: Door, _ office: CourseOffice) throws {
        try door.reconnect()
        try door.sync()
        try office.work()
    }

    @Test(
        "BKG-6b a scan that arrives after the week undoes a missed booking: the place is theirs again, and nothing counts"
    )
    func undone() throws {
        let office = try CourseOffice()
        let session = try office.session(places: 3)
        try office.unitPays(for: 0..<3)
        let door = try Door(in: office.world)
        try miss(office, session, as: "N01")
        try miss(office, session, as: "N02", cancelling: 3)
        try miss(office, session, as: "N03")
        door.time = try office.show(session).startsMs + 3_600_000
        try door.scan(office.world.person("N01"), office.world.person("N02"), offering: session)
        try settle(office, session)
        let lost = try office.world.relogin("N02")
        #expect(try lost.bookings().first?.state == .missed && lost.entitlements().map(\.state) == [.lost])
        try office.work()
        #expect(try lost.bookings().first?.state == .missed)
        try sync(door, office)
        for number in ["N01", "N02"] {
            let client = try office.world.relogin(number)
            #expect(try client.bookings().first?.state == .attended, "\(number)")
            #expect(try client.entitlements().map(\.state) == [.held], "\(number)")
            #expect(try client.entitlements().first?.booking == client.bookings().first?.id)
            #expect(try office.world.messages(office.world.person(number), .bookingAttended).count == 1)
        }
        #expect(try office.world.relogin("N01").entitlements().map(\.cancellations) == [0])
        #expect(try office.world.relogin("N02").entitlements().map(\.cancellations) == [3])
        #expect(try office.world.relogin("N03").bookings().first?.state == .missed)
        #expect(try office.world.relogin("N03").entitlements().map(\.state) == [.free])
        // The next look finds nothing new.
        try office.work()
        #expect(try office.world.messages(office.world.person("N01"), .bookingAttended).count == 1)
    }

    @Test("BKG-6b the entitlement of a missed booking that is used for another one stays there; it no longer counts")
    func usedElsewhere() throws {
        let office = try CourseOffice()
        let (session, next) = (try office.session(), try office.session(inDays: 40))
        try office.unitPays(for: 0..<1)
        let door = try Door(in: office.world)
        try miss(office, session, as: "N01")
        door.time = try office.show(session).startsMs + 3_600_000
        try door.scan(office.world.person("N01"), offering: session)
        try settle(office, session)
        let booked = try office.world.relogin("N01").book(next)
        #expect(booked.entitlement?.cancellations == 1)
        try sync(door, office)
        let client = try office.world.relogin("N01")
        #expect(try client.bookings().map(\.state) == [.waiting, .attended])
        #expect(try client.entitlements().map(\.booking) == [booked.booking?.id ?? 0])
        #expect(try client.entitlements().map(\.cancellations) == [0])
    }

    @Test("PRJ-6d NOT-2 another place of a session is told to all who have a booking, once; other changes are not")
    func anotherPlace() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 0..<2)
        _ = try office.world.client("N01").book(session)
        let approved = try office.world.client("N02").book(session)
        try office.keeper.decide(.booking, approved.booking?.id ?? 0, .approve)
        func told(_ number: String) throws -> [[String]] {
            try office.world.messages(office.world.person(number), .sessionChanged)
        }
        let place = try office.show(session).location
        func publish(_ location: String, _ capacity: UInt32) throws {
            let _: SessionReply = try office.keeper.call(
                .bookingsPublishSession,
                PublishSessionRequest(offering: session, location: location, capacity: capacity))
        }
        try publish(place, 5)
        #expect(try told("N01").isEmpty && told("N02").isEmpty)
        try publish("外科楼", 5)
        for number in ["N01", "N02"] {
            #expect(try told(number).map(\.last) == ["\(place) → 外科楼"], "\(number)")
        }
        try publish("外科楼", 6)
        #expect(try told("N01").count == 1)
    }

    @Test("PRJ-6d a moved session is told to those whose bookings wait too, and whoever declines it is not counted")
    func moved() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 0..<2)
        let (me, other) = (try office.world.client("N01"), try office.world.client("N02"))
        let booked = try me.book(session)
        let approved = try other.book(session)
        try office.keeper.decide(.booking, approved.booking?.id ?? 0, .approve)
        let found: OfferingReply = try office.keeper.call(.projectsGetOffering, GetOfferingRequest(offering: session))
        var offering = try #require(found.offering)
        offering.title = "心肺复苏课程（二）"
        let _: ChangeOfferingReply = try office.keeper.call(
            .projectsChangeOffering, ChangeOfferingRequest(offering: offering, reason: "更名"))
        #expect(try office.world.messages(office.world.person("N01"), .sessionChanged).isEmpty)
        offering.dates[0].day += 1
        offering.windows[0].day += 1
        office.world.clock.advance(ms: 1)
        let _: ChangeOfferingReply = try office.keeper.call(
            .projectsChangeOffering, ChangeOfferingRequest(offering: offering, reason: "场地维修"))
        let told = try office.world.messages(office.world.person("N01"), .sessionChanged)
        #expect(told.count == 1 && told.first?.first == "心肺复苏课程（二）")
        #expect(try office.world.messages(office.world.person("N02"), .offeringChanged).count == 2)
        #expect(try me.cancel(booked).entitlement?.cancellations == 0)
        #expect(try other.cancel(approved).entitlement?.cancellations == 0)
        // Booked after the move, it counts.
        #expect(try me.cancel(me.book(session)).entitlement?.cancellations == 1)
    }

    @Test("PRJ-9d, BKG-3 a provider reviews the bookings of its class on its own premises; its neighbours do not")
    func premises() throws {
        let office = try CourseOffice()
        let unit = try office.admin.organisation(.unit, "市急救中心")
        for (name, role, place) in [
            ("provider", Role.providerAdmin, unit), ("neighbour", .providerAdmin, office.world.made.otherBase),
        ] {
            let _: CreateAccountReply = try office.admin.call(
                .accountsCreateAccount,
                CreateAccountRequest(
                    name: name, personName: "员工", roles: [RoleGrant(role: role, organisation: place)]))
        }
        let provider = try office.world.login("provider")
        let session = try office.offering(at: unit)
        let _: SessionReply = try provider.call(
            .bookingsPublishSession, PublishSessionRequest(offering: session, location: "礼堂", capacity: 3))
        try office.unitPays(for: 0..<2)
        let (me, other) = (try office.world.client("N01"), try office.world.client("N02"))
        let (mine, others) = (try me.book(session).booking?.id ?? 0, try other.book(session).booking?.id ?? 0)
        #expect(try provider.waiting(.booking) == [mine, others])
        try refused(.notAllowed) { try office.keeper.decide(.booking, mine, .approve) }
        let neighbour = try office.world.login("neighbour")
        try refused(.notAllowed) { try neighbour.decide(.booking, mine, .approve) }
        #expect(try neighbour.waiting(.booking).isEmpty)
        try provider.decide(.booking, mine, .approve)
        try provider.decide(.booking, others, .reject, reason: "名额已满")
        #expect(try me.bookings().map(\.state) == [.approved] && other.bookings().map(\.state) == [.rejected])
        let history: ReviewHistoryReply = try provider.call(
            .reviewsReviewHistory, ReviewHistoryRequest(kind: .booking, subject: mine))
        #expect(history.steps.map(\.action) == [.submit, .approve])
        // At a base it is the base that decides, also where its provider has an administrator.
        let atBase = try office.session(inDays: 20)
        let booking = try office.world.client("N02").book(atBase).booking?.id ?? 0
        try refused(.notAllowed) { try provider.decide(.booking, booking, .approve) }
    }

    @Test("BKG-6b a session is settled as soon as all terminals of its base have synced past its end")
    func synced() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 0..<2)
        let (door, other) = (try Door(in: office.world), try Door(in: office.world, seed: 2))
        try miss(office, session, as: "N01")
        try miss(office, session, as: "N02")
        door.time = try office.show(session).startsMs + 3_600_000
        try door.scan(office.world.person("N01"), offering: session)
        office.world.clock.set(try office.show(session).endsMs + 60_000)
        try sync(door, office)
        office.world.clock.advance(ms: 3_600_000)
        for _ in 0..<2 { try office.work() }
        #expect(
            try office.world.relogin("N02").bookings().first?.state == .approved, "the other terminal was not heard")
        try sync(other, office)
        try office.work()
        #expect(try office.world.relogin("N02").bookings().first?.state == .approved, "it may still be pushing")
        office.world.clock.advance(ms: 10 * 60_000)
        for _ in 0..<2 { try office.work() }
        #expect(try office.world.relogin("N01").bookings().first?.state == .attended)
        #expect(try office.world.relogin("N02").bookings().first?.state == .missed)
    }

    @Test("BKG-6b a late scan gives a place back after another was bought: both wait for a decision")
    func double() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 0..<1)
        let door = try Door(in: office.world)
        try miss(office, session, as: "N01", cancelling: 3)
        door.time = try office.show(session).startsMs + 3_600_000
        try door.scan(office.world.person("N01"), offering: session)
        try settle(office, session)
        #expect(try office.world.relogin("N01").entitlements().map(\.state) == [.lost])
        try office.unitPays(for: 0..<1, reference: "U-2")
        #expect(try office.doublePlaces().isEmpty)
        try sync(door, office)
        let double = try #require(try office.doublePlaces().first)
        #expect(double.earlier?.state == .held && double.later?.state == .free)
    }
}
