import Messages
import Storage
import Testing

@testable import Service

/// EXM-3b, EXM-4, EXM-6 where a paper is opened at an exam base, as the public CPR training has it.
@Suite struct PaperExamTests {
    /// A session that N01 and N02 have booked and N01 has attended, seven days later; and a paper of four questions.
    struct Scene {
        let office: CourseOffice
        let session: UInt64
        let paper: UInt64

        init() throws {
            office = try CourseOffice()
            session = try office.session()
            try office.unitPays(for: 0..<2)
            for number in ["N01", "N02"] {
                let booked = try office.world.client(number).book(session)
                try office.keeper.decide(.booking, booked.booking?.id ?? 0, .approve)
            }
            paper = try Self.paper(office)
            try Self.attend(session, "N01", office)
            office.world.clock.set(World.midnight + 14 * 86_400_000)
        }

        static func paper(_ office: CourseOffice) throws -> UInt64 {
            let admin = office.admin
            let questions = try (1...4).map { try admin.save(.single(office.programme, "第 \($0) 题？")).id }
            try admin.enable(office.programme)
            let reply: PaperReply = try admin.call(
                .examsSavePaper,
                SavePaperRequest(
                    paper: Paper(
                        programme: office.programme, title: "理论试卷一", passMarkHundredths: 6000, minutes: 30,
                        questions: zip(questions, [1000, 2000, 3000, 4000]).map {
                            PaperQuestion(question: $0, marksHundredths: $1)
                        })))
            let base = office.world.made.base
            try office.world.server.database.write {
                try $0.execute("UPDATE organisation SET examines = 1 WHERE id = ?1", base)
            }
            return reply.paper?.id ?? 0
        }

        static func attend(_ session: UInt64, _ number: String, _ office: CourseOffice) throws {
            let starts = try office.show(session).startsMs
            office.world.clock.set(starts)
            let code: VenueCodeReply = try office.world.relogin("keeper").call(
                .attendanceVenueCode, VenueCodeRequest(offering: session))
            let _: CheckInReply = try office.world.relogin(number).call(
                .attendanceCheckIn, CheckInRequest(code: code.code))
            office.world.clock.set(starts + 8 * 3_600_000)
            try office.world.relogin(number).evaluate(session)
        }

        func client(_ account: String) throws -> Client { try office.world.relogin(account) }

        func open() throws -> String {
            let reply: PaperCodeReply = try client("keeper").call(
                .examsOpenPaper, OpenPaperRequest(paper: paper, base: office.world.made.base))
            return reply.code
        }

        func shut() throws {
            let _: ClosePaperReply = try client("keeper").call(
                .examsClosePaper, ClosePaperRequest(paper: paper, base: office.world.made.base))
        }
    }

    @Test("EXM-6 what is sat at a paper is passed by the paper's mark, whatever the class asks for")
    func passMark() throws {
        let scene = try Scene()
        try scene.office.world.server.database.write {
            try $0.execute("UPDATE offering SET pass_mark_hundredths = 9000 WHERE id = ?1", scene.session)
        }
        #expect(try scene.client("N01").startExam(code: scene.open()).passMarkHundredths == 6000)
    }

    @Test(
        "NOT-2 EXM-3b at that midnight whoever has attended and evaluated is told that the exam is open, and nobody else"
    )
    func told() throws {
        let scene = try Scene()
        let world = scene.office.world
        func work() {
            world.server.tick()
            while world.server.executor.work() {}
        }
        world.clock.set(World.midnight + 14 * 86_400_000 - 1)
        work()
        #expect(try world.messages(world.person("N01"), .examOpen).isEmpty)
        world.clock.advance(ms: 1)
        work()
        #expect(try world.messages(world.person("N01"), .examOpen).count == 1)
        #expect(try world.messages(world.person("N02"), .examOpen).isEmpty)
        // ATT-8: their attendance says the same.
        let mine: MyAttendanceReply = try scene.client("N01").call(.attendanceMyAttendance, MyAttendanceRequest())
        #expect(mine.offerings.first { $0.offering == scene.session }?.missing == ["exam not taken"])
    }

    @Test(
        "EXM-3a session on the 9th until 17:00: on the 15th at 23:59:59.999 refused naming the 16th 00:00, then open"
    )
    func sevenDays() throws {
        let scene = try Scene()
        let code = try scene.open()
        scene.office.world.clock.set(World.midnight + 14 * 86_400_000 - 1)
        let early = try refused(.tooEarly, field: "exam") { try scene.client("N01").startExam(code: code) }
        #expect(early.text.hasSuffix("the exam opens at 2026-10-16 00:00:00"))
        scene.office.world.clock.advance(ms: 1)
        try refused(.wrongState, field: "code") { try scene.client("N01").startExam(scene.session) }
        let sitting = try scene.client("N01").startExam(code: code)
        #expect(sitting.title == "心肺复苏课程 · 理论试卷一")
        #expect(sitting.endsMs - sitting.startedMs == 30 * 60_000)
        #expect(sitting.base == scene.office.world.made.base)
        // Not there, no exam.
        try refused(.wrongState, field: "attendance") { try scene.client("N02").startExam(code: code) }
        try refused(.wrongState, field: "attendance") { try scene.client("N03").startExam(code: code) }
    }

    @Test(
        "EXM-6 EXM-3b the code is good while the base has the paper open; closed, it lets nobody in, and who sits goes on"
    )
    func openAndClosed() throws {
        let scene = try Scene()
        let base = scene.office.world.made.base
        let code = try scene.open()
        #expect(try scene.open() == code)
        let me = try Candidate(scene.client("N01"), scene.client("N01").startExam(code: code))
        try me.answer(2)
        try scene.shut()
        try refused(.wrongState, field: "paper") { try scene.shut() }
        try refused(.codeExpired, field: "code") { try scene.client("N02").startExam(code: code) }
        try me.save(3, Candidate.right(me.questions[2]), counter: 3)
        let again = try Candidate(scene.client("N01"), me.sitting, device: 2)
        #expect(again.questions.filter { $0.chosen != 0 }.count == 3)
        let earned = me.questions.prefix(3).reduce(0) { $0 + $1.marksHundredths }
        #expect(try me.submit().valueHundredths == earned)
        // Opened again it has another code; a wrong secret and a wrong text open nothing.
        let other = try scene.open()
        #expect(other != code)
        try refused(.codeExpired, field: "code") { try scene.client("N02").startExam(code: code) }
        let last = other.last == "0" ? "8" : "0"
        for forged in [String(other.dropLast(3)) + "00" + last, "RV1-00", "x", String(repeating: "0", count: 500)] {
            try refused(.codeForged, field: "code") { try scene.client("N02").startExam(code: forged) }
        }
        let listed: ListSittingsReply = try scene.client("keeper").call(
            .sittingsListSittings, ListSittingsRequest(paper: scene.paper, base: base))
        #expect(listed.sittings.map(\.id) == [me.sitting.id])
        try refused(.notAllowed) {
            try scene.client("stranger").call(
                .examsOpenPaper, OpenPaperRequest(paper: scene.paper, base: base), reply: PaperCodeReply.self)
        }
    }

    @Test(
        "EXM-4 BKG-6c case 6 fail, resit fail: the entitlement is lost, the third is refused; a mark put right gives it back; paid again, all begins anew"
    )
    func lastFailure() throws {
        let scene = try Scene()
        let code = try scene.open()
        let me = try scene.client("N01")
        var last: UInt64 = 0
        for _ in 0..<2 {
            last = try me.startExam(code: code).id
            #expect(try !me.submit(last).passed)
        }
        #expect(try me.entitlements().map(\.state) == [.lost])
        let failure = try refused(.paymentRequired, field: "entitlement") { try me.startExam(code: code) }
        #expect(failure.text.hasSuffix("no resit is left: pay and study again"))
        #expect(
            try me.claim([UInt8](repeating: 1, count: 16)).messages.map(\.kind).suffix(3)
                == [.examResult, .examResult, .entitlementLost])
        // A mark put right gives the entitlement back, and takes it again.
        for (mark, state) in [(UInt32(6000), EntitlementState.held), (5999, .lost)] {
            let _: SittingReply = try scene.client("keeper").call(
                .sittingsMarkAgain, MarkAgainRequest(sitting: last, valueHundredths: mark, reason: "复核"))
            #expect(try me.entitlements().map(\.state) == [state])
        }
        // After paying, the old attendance opens nothing.
        try scene.office.world.relogin("admin").unitPays(1, scene.office.programme)
        try refused(.paymentRequired, field: "entitlement") { try scene.client("N01").startExam(code: code) }
        let world = scene.office.world
        let later = try CourseOffice.another(scene.office, inDays: 20)
        let booked = try scene.client("N01").book(later)
        try scene.client("keeper").decide(.booking, booked.booking?.id ?? 0, .approve)
        try refused(.wrongState, field: "attendance") { try scene.client("N01").startExam(code: code) }
        try Scene.attend(later, "N01", scene.office)
        world.clock.set(World.midnight + 27 * 86_400_000)
        let anew = try scene.client("N01").startExam(code: code)
        #expect(anew.attempt == 1 && anew.offering == later)
        let candidate = try Candidate(scene.client("N01"), anew)
        try candidate.answer(4)
        #expect(try candidate.submit().passed)
        #expect(try scene.client("N01").entitlements().map(\.state) == [.held, .lost])
        try refused(.wrongState, field: "exam") { try scene.client("N01").startExam(code: code) }
    }

    @Test("EXM-6 a paper is changed and withdrawn; a question that it asks is neither disabled nor deleted")
    func changed() throws {
        let scene = try Scene()
        let admin = try scene.client("admin")
        let found: PaperReply = try admin.call(.examsGetPaper, GetPaperRequest(paper: scene.paper))
        var paper = try #require(found.paper)
        try refused(.wrongState, field: "questions") {
            try admin.enable(scene.office.programme, [paper.questions[0].question], false)
        }
        let code = try scene.open()
        let sitting = try scene.client("N01").startExam(code: code)
        let removed = paper.questions.removeFirst().question
        for index in paper.questions.indices { paper.questions[index].marksHundredths = 0 }
        paper.passMarkHundredths = 9000
        let saved: PaperReply = try admin.call(.examsSavePaper, SavePaperRequest(paper: paper))
        #expect(saved.paper?.questions.map(\.marksHundredths) == [3334, 3333, 3333])
        #expect(saved.paper?.open.map(\.base) == [scene.office.world.made.base])
        #expect(try admin.enable(scene.office.programme, [removed], false).changed == 1)
        #expect(try scene.client("N01").sittingQuestions(sitting.id).count == 4)
        #expect(try scene.client("N01").submit(sitting.id).passMarkHundredths == 6000)
        #expect(try scene.client("N01").startExam(code: code).questions == 3)
        paper.withdrawn = true
        let _: PaperReply = try admin.call(.examsSavePaper, SavePaperRequest(paper: paper))
        try scene.shut()
        try refused(.wrongState, field: "paper") { try scene.open() }
        paper.questions[0].question = try admin.save(.multiple(scene.office.programme)).id
        try refused(.invalid, field: "questions") {
            try admin.call(.examsSavePaper, SavePaperRequest(paper: paper), reply: PaperReply.self)
        }
    }
}

extension CourseOffice {
    /// Another session, made by whoever is logged in now.
    static func another(_ office: CourseOffice, inDays days: Int32) throws -> UInt64 {
        let (admin, keeper) = (try office.world.relogin("admin"), try office.world.relogin("keeper"))
        let day = TestServer.day + days
        var draft = World.draft(at: office.world.made.base, office.world.made, day: day)
        draft.programme = office.programme
        draft.windows = [Window(day: day, fromMinute: 540, toMinute: 1020)]
        let created: OfferingReply = try admin.call(.projectsCreateOffering, CreateOfferingRequest(offering: draft))
        let id = created.offering?.id ?? 0
        let _: OfferingReply = try admin.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: id))
        let _: SessionReply = try keeper.call(
            .bookingsPublishSession, PublishSessionRequest(offering: id, location: "示教室", capacity: 3))
        return id
    }
}

extension Client {
    /// A unit pays for the first person of the roster once more.
    func unitPays(_ count: Int, _ programme: UInt64) throws {
        let file = "手机号,姓名,金额（元）,缴费凭证号\n\(World.phones[0]),\(World.names[0]),300.00,P9-\(count)"
        #expect(try upload(Array(file.utf8), to: programme, kind: .unitPayments).added == 1)
    }
}
