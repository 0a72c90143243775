import Crypto
import Messages
import Passes
import Testing
import Wire

@testable import Service

/// SKL-1, ATT-7, BKG-6c: places in a skills exam, tickets and signing in.
@Suite struct SkillsBookingTests {
    @Test(
        "SKL-1a BKG-6c a skills exam is booked after the written exam of the same entitlement, reviewed by its base, and its ticket is read without a network"
    )
    func bookedAndApproved() throws {
        let hall = try SkillsHall()
        let keeper = try hall.client("keeper")
        let found: BrowseSkillsExamsReply = try hall.client("N01").call(
            .skillsBrowseExams, BrowseSkillsExamsRequest(base: hall.base))
        let exam = try #require(found.exams.first)
        #expect(found.exams.count == 1 && exam.session?.offering == hall.exam)
        #expect(exam.signInMs == SkillsHall.signIn && exam.session?.startsMs == SkillsHall.starts)
        #expect(exam.examiners.map(\.name) == ["李考官", "王考官"] && exam.examiners.allSatisfy { $0.person == 0 })
        // A class is not an exam, and an exam no class.
        let courses: BrowseSessionsReply = try keeper.call(
            .bookingsBrowseSessions, BrowseSessionsRequest(base: hall.base))
        #expect(!courses.sessions.contains { $0.offering == hall.exam })
        try refused(.invalid, field: "offering") { try hall.client("N01").book(hall.exam) }
        try refused(.notFound, field: "offering") { try hall.book("N01", hall.scene.session) }

        // N03 has attended nothing.
        try refused(.wrongState, field: "attendance") { try hall.book("N03") }
        let booked = try hall.book("N01")
        #expect(booked.booking?.state == .waiting && booked.entitlement?.state == .held)
        try refused(.wrongState, field: "booking") { try hall.client("N01").pass(booked) }
        try hall.client("keeper").decide(.booking, booked.booking?.id ?? 0, .approve)
        let ticket = try SignedPass(text: hall.client("N01").pass(booked).text)
        #expect(ticket.pass.kind == .examTicket && ticket.pass.offering == hall.exam)
        #expect(ticket.pass.validMs == SkillsHall.signIn..<SkillsHall.ends)
        let key = SignedPass.Key(id: SignedPass.siteKeyID, key: hall.world.server.siteKey.publicKey)
        let site = hall.world.server.siteKey.publicKey.siteID
        #expect(ticket.validity([key], siteID: site, nowMs: SkillsHall.signIn - 1) == .future(inMs: 1))
        #expect(ticket.validity([key], siteID: site, nowMs: SkillsHall.signIn) == .valid)
        #expect(try hall.client("N01").bookings().map(\.session?.offering) == [hall.exam, hall.scene.session])
        // A skills exam is no class that has a written one.
        let written = try hall.client("N01").exams().map(\.offering)
        #expect(written.contains(hall.scene.session) && !written.contains(hall.exam))
    }

    @Test("BKG-6c case 23 without a passed written exam a skills exam is refused")
    func writtenFirst() throws {
        let scene = try PaperExamTests.Scene()
        let admin = try scene.client("admin")
        let saved: ChecklistReply = try admin.call(
            .skillsSaveChecklist,
            SaveChecklistRequest(
                checklist: Checklist(
                    programme: scene.office.programme, title: "评分表", passMarkHundredths: 6000,
                    items: SkillsHall.items)))
        let exam = try SkillsHall.publish(scene, saved.checklist?.id ?? 0, []).session?.offering ?? 0
        let book = { try scene.client("N01").call(.skillsBook, BookSkillsExamRequest(offering: exam)) as BookingReply }
        try refused(.wrongState, field: "exam") { try book() }
        let code = try scene.open()
        _ = try scene.client("N01").submit(scene.client("N01").startExam(code: code).id)
        try refused(.wrongState, field: "exam") { try book() }
    }

    @Test("SKL-1a a booking is cancelled until the exam starts, does not count, and frees its place; one at a time")
    func cancelled() throws {
        let hall = try SkillsHall(places: 1)
        let before = try hall.client("N01").entitlements().map(\.cancellations)
        for _ in 0..<4 {
            let booked = try hall.admit("N01")
            try refused(.full, field: "offering") { try hall.book("N02") }
            try refused(.wrongState, field: "offering") { try hall.book("N01") }
            let reply = try hall.client("N01").cancel(booked)
            #expect(reply.booking?.state == .cancelled && reply.entitlement?.state == .held)
        }
        #expect(try hall.client("N01").entitlements().map(\.cancellations) == before)
        let last = try hall.admit("N02")
        hall.world.clock.set(SkillsHall.starts)
        try refused(.tooLate, field: "booking") { try hall.client("N02").cancel(last) }
        try refused(.tooLate, field: "offering") { try hall.book("N01") }
        // A rejection gives nothing back and takes nothing away.
        let later = try SkillsHall.publish(hall.scene, hall.checklist, [], day: SkillsHall.day + 1)
        let asked = try hall.book("N01", later.session?.offering)
        let _: DecideReviewsReply = try hall.client("keeper").call(
            .reviewsDecideReviews,
            DecideReviewsRequest(
                kind: .booking, subjects: [asked.booking?.id ?? 0], action: .reject, reason: "人数已满"))
        #expect(try hall.entitlement("N01") == .held)
        #expect(try hall.client("N01").bookings().first?.state == .rejected)
    }

    @Test("ATT-7 case 23 the code is shown from 08:30:00 on, and one that somebody had before is refused")
    func signIn() throws {
        let hall = try SkillsHall()
        try hall.admit("N01")
        hall.world.clock.set(SkillsHall.signIn - 1000)
        let early = try refused(.tooEarly, field: "exam") { try hall.signIn("N01") }
        #expect(early.text.contains("2026-10-22 08:30:00"))
        // A terminal has the key of the code, and could show one.
        let door = try hall.door()
        let keys = try door.pull().items.filter { $0.kind == .venueKey }.map { try VenueKeyValue(serialized: $0.value) }
        let value = try #require(keys.first { $0.offering == hall.exam && $0.course == 0 })
        let key = try VenueKey(id: value.keyId, periodSeconds: value.periodS, key: MACKey(value.key))
        let code = VenueCode.issue(key, offering: hall.exam, course: 0, atMs: hall.world.clock.now)
        try refused(.tooEarly, field: "exam") {
            try hall.client("N01").call(.attendanceCheckIn, CheckInRequest(code: code.text), reply: CheckInReply.self)
        }
        hall.world.clock.advance(ms: 1000)
        try hall.signIn("N01")
        #expect(try hall.results().map(\.signedIn) == [true])
    }

    @Test("SKL-1c who has not signed in by the end was absent, has used no attempt, and may book again")
    func absent() throws {
        let hall = try SkillsHall()
        try hall.admit("N01")
        try hall.admit("N02")
        hall.world.clock.set(SkillsHall.signIn)
        try hall.signIn("N02")
        hall.work()
        hall.world.clock.set(SkillsHall.ends - 1)
        hall.work()
        #expect(try hall.mine("N01").map(\.bookingState) == [.approved])
        hall.world.clock.advance(ms: 1)
        hall.work()
        #expect(try hall.mine("N01").map(\.bookingState) == [.missed])
        #expect(try hall.mine("N02").map(\.bookingState) == [.attended])
        #expect(try hall.entitlement("N01") == .held)
        let again = try SkillsHall.publish(hall.scene, hall.checklist, [], day: SkillsHall.day + 1)
        let next = again.session?.offering ?? 0
        #expect(try hall.book("N01", next).booking?.state == .waiting)
        // Whoever was there waits for the result, a week at most.
        try refused(.wrongState, field: "offering") { try hall.book("N02", next) }
        // A sheet that a terminal brings after the end makes an attempt of the absence.
        try hall.score("N01", [2000, 5000, 1000])
        #expect(try hall.mine("N01").last?.bookingState == .attended)
        #expect(try hall.mine("N01").last?.outcome == .passed)
    }

    @Test(
        "PRJ-6d SKL-1a an exam that its base calls off gives the place back; one that is moved takes its sign-in along")
    func calledOff() throws {
        let hall = try SkillsHall()
        try hall.admit("N01")
        let _: OfferingReply = try hall.client("keeper").call(
            .projectsCancelOffering, CancelOfferingRequest(offering: hall.exam, reason: "停电"))
        hall.work()
        #expect(try hall.mine("N01").map(\.bookingState) == [.calledOff])
        #expect(try hall.entitlement("N01") == .held)
        let door = try hall.door()
        #expect(try door.pull().items.allSatisfy { $0.kind != .skillsExam || $0.removed })
        #expect(try hall.client("N01").claim([UInt8](repeating: 1, count: 16)).messages.last?.kind == .bookingCancelled)
    }
}
