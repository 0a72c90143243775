import Messages
import Testing

@testable import Service

/// EXM-4, EXM-6 at the pass mark, and after the last resit.
@Suite struct PaperMarkTests {
    private typealias Scene = PaperExamTests.Scene

    @Test("EXM-6 of a pass mark of 60.00 a paper of 59.99 fails and one of 60.00 passes")
    func passMark() throws {
        let scene = try Scene()
        let admin = try scene.client("admin")
        let found: PaperReply = try admin.call(.examsGetPaper, GetPaperRequest(paper: scene.paper))
        var paper = try #require(found.paper)
        for (index, marks) in [UInt32(5999), 1, 2000, 2000].enumerated() {
            paper.questions[index].marksHundredths = marks
        }
        let _: PaperReply = try admin.call(.examsSavePaper, SavePaperRequest(paper: paper))
        let code = try scene.open()
        for (earned, answered) in [(UInt32(5999), Set<UInt32>([5999])), (6000, [5999, 1])] {
            let me = try Candidate(scene.client("N01"), scene.client("N01").startExam(code: code))
            for question in me.questions where answered.contains(question.marksHundredths) {
                try me.save(question.number, Candidate.right(question), counter: UInt64(question.number))
            }
            let marked = try me.submit()
            #expect(marked.valueHundredths == earned && marked.passMarkHundredths == 6000)
            #expect(marked.passed == (earned == 6000))
        }
    }

    @Test(
        "EXM-4 BKG-6c paid again by a unit or by oneself, the old attendance and evaluation open nothing: a new session, its evaluation and seven days, and two tries again",
        arguments: [false, true])
    func anew(isOwnMoney: Bool) throws {
        let scene = try Scene()
        let world = scene.office.world
        let code = try scene.open()
        func start() throws -> Sitting { try scene.client("N01").startExam(code: code) }
        func fail() throws { #expect(try !scene.client("N01").submit(start().id).passed) }
        try fail()
        try fail()
        try refused(.paymentRequired, field: "entitlement") { try start() }

        let later = try CourseOffice.another(scene.office, inDays: 20)
        let me = try scene.client("N01")
        if isOwnMoney {
            try scene.office.pay(me.order(later).id, by: me)
        } else {
            try scene.client("admin").unitPays(1, scene.office.programme)
            _ = try me.book(later)
        }
        let booking = try #require(try me.bookings().first { $0.session?.offering == later })
        try scene.client("keeper").decide(.booking, booking.id, .approve)
        try refused(.wrongState, field: "attendance") { try start() }

        world.clock.set(World.midnight + 20 * 86_400_000 + 9 * 3_600_000)
        let shown: VenueCodeReply = try scene.client("keeper").call(
            .attendanceVenueCode, VenueCodeRequest(offering: later))
        let _: CheckInReply = try scene.client("N01").call(.attendanceCheckIn, CheckInRequest(code: shown.code))
        world.clock.set(World.midnight + 20 * 86_400_000 + 17 * 3_600_000)
        let lacking = try refused(.wrongState, field: "evaluation") { try start() }
        #expect(lacking.text.contains("evaluate the class first"))
        try scene.client("N01").evaluate(later)
        world.clock.set(World.midnight + 27 * 86_400_000 - 1)
        let early = try refused(.tooEarly, field: "exam") { try start() }
        #expect(early.text.hasSuffix("2026-10-29 00:00:00"))
        world.clock.advance(ms: 1)
        try fail()
        try fail()
        #expect(try scene.client("N01").entitlements().map(\.state) == [.lost, .lost])
        try refused(.paymentRequired, field: "entitlement") { try start() }
    }
}
