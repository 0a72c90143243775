import Messages
import Storage
import Testing
import Threads
import Wire

@testable import Service

/// OPS-3: a class's attendance is read by readers. In each test the check-ins are spoiled once a reader has had its turn: whatever the
/// writer still reads of them fails.
@Suite struct PreparedAttendanceTests {
    private func spoil(_ world: World) throws {
        try world.server.database.write { transaction in
            let count = try transaction.execute(
                "UPDATE batch SET body = ?1 WHERE id IN (SELECT batch FROM batch_offering WHERE content = ?2)",
                [UInt8](repeating: 0xFF, count: 8), OfferingContent.checkIns.rawValue)
            #expect(count > 0)
        }
    }

    /// A class of which N01 was scanned at a terminal, when it has ended.
    private func ended(_ policy: [(String, String)] = []) throws -> World {
        let world = try World()
        for (name, value) in policy { try world.setPolicy(name, value) }
        let door = try Door(in: world)
        try door.scan(world.person("N01"), offering: world.offering)
        try door.sync()
        world.clock.set(ExamHall.noon)
        return world
    }

    /// Calls, and spoils the check-ins between reader and writer.
    private func call<Reply: Message>(
        _ world: World, _ method: Messages.Method, _ request: some Message, as client: Client? = nil
    ) throws -> Reply {
        let client = try client ?? world.relogin("keeper")
        client.settle()
        let stream = client.begin(method, serialized(request))
        #expect(world.server.executor.waits == 1)
        try spoil(world)
        client.settle()
        guard let answer = client.answer(stream) else { throw Missing(what: "an answer") }
        #expect(answer.failure == nil)
        return try Reply(serialized: answer.message)
    }

    /// Does what is due, and spoils the check-ins between reader and writer.
    private func work(_ world: World) throws {
        world.server.tick()
        #expect(world.server.executor.waits > 0)
        try spoil(world)
        while world.server.executor.work() {}
    }

    @Test("OPS-3 CRD-2a credit is awarded by attendance that a reader has read")
    func award() throws {
        let world = try ended([("minQuestions", "0")])
        let reply: AwardCreditReply = try call(
            world, .creditsAwardCredit, AwardCreditRequest(offering: world.offering))
        #expect(reply.awarded == 1)
    }

    @Test("OPS-3 NOT-3 those who lack something are reminded by attendance that a reader has read")
    func remind() throws {
        let world = try ended()
        let reply: RemindReply = try call(world, .creditsRemind, RemindRequest(offering: world.offering))
        #expect(reply.reminded == 1)
    }

    @Test("OPS-3 CRD-6 differences are settled by attendance that a reader has read")
    func settle() throws {
        let world = try ended([("minQuestions", "0")])
        let _: AwardCreditReply = try world.relogin("keeper").call(
            .creditsAwardCredit, AwardCreditRequest(offering: world.offering))
        let late = try Door(in: world, seed: 2)
        try late.scan(world.person("N02"), offering: world.offering)
        try late.sync()
        let reply: SettleCreditReply = try call(
            world, .creditsSettleDifferences,
            SettleCreditRequest(offering: world.offering, awards: [1], keep: true, reason: "核对"))
        #expect(reply.outcomes.map(\.failure?.field) == ["award"])
    }

    @Test("OPS-3 CRT-2b certificates of completion are issued by attendance that a reader has read")
    func complete() throws {
        let world = try ended([("completion", "attendance")])
        let reply: IssueCompletionReply = try call(
            world, .certificatesIssueCompletion, IssueCompletionRequest(offering: world.offering))
        #expect(reply.outcomes.count { $0.failure == nil } == 1)
    }

    @Test("OPS-3 RPF-1a a report takes over the attendance that a reader has read")
    func report() throws {
        let world = try ended([("creditEffective", "report approved"), ("reportDays", "14")])
        let saved: PostReportReply = try world.relogin("keeper").call(
            .postReportsSave, SavePostReportRequest(offering: world.offering))
        let reply: PostReportReply = try call(
            world, .postReportsImportAttendance, PostReportRequest(report: saved.report?.id ?? 0))
        #expect(reply.report?.people == 1)
    }

    @Test("OPS-3 SKL-1b results of a skills exam follow by sign-ins that a reader has read")
    func skills() throws {
        let hall = try SkillsHall()
        for number in ["N01", "N02"] { try hall.admit(number) }
        hall.world.clock.set(SkillsHall.signIn)
        for number in ["N01", "N02"] { try hall.signIn(number) }
        hall.world.clock.set(SkillsHall.starts)
        let door = try hall.door()
        try door.seal(hall.fact("N01", hall.sheet([1800, 4500, 2000])))
        try door.sync()
        try work(hall.world)
        #expect(try hall.mine("N01").map(\.outcome) == [.passed])
    }

    @Test("OPS-3 SKL-1c who was absent from a skills exam is seen by sign-ins that a reader has read")
    func absent() throws {
        let hall = try SkillsHall()
        for number in ["N01", "N02"] { try hall.admit(number) }
        hall.world.clock.set(SkillsHall.signIn)
        try hall.signIn("N01")
        hall.world.clock.set(SkillsHall.starts)
        hall.work()
        // Read afresh, as after a restart.
        let late = try hall.door()
        try late.scan(hall.world.person("N01"), offering: hall.exam)
        try late.sync()
        hall.world.clock.set(SkillsHall.ends)
        try work(hall.world)
        #expect(try hall.client("N02").bookings().first?.state == .missed)
        #expect(try hall.client("N01").bookings().first?.state != .missed)
    }

    @Test("OPS-3 BKG-6b sessions end by attendance that a reader has read")
    func sessions() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 0..<2)
        for number in ["N01", "N02"] {
            let booked = try office.world.client(number).book(session)
            try office.keeper.decide(.booking, booked.booking?.id ?? 0, .approve)
        }
        let door = try Door(in: office.world)
        door.time = try office.show(session).startsMs + 3_600_000
        try door.scan(office.world.person("N01"), offering: session)
        try door.sync()
        office.world.clock.set(try office.show(session).endsMs + 7 * 86_400_000)
        // It begins, and then it has ended.
        try office.work()
        try work(office.world)
        #expect(try office.world.relogin("N01").bookings().first?.state == .attended)
        #expect(try office.world.relogin("N02").bookings().first?.state == .missed)
    }

    @Test("OPS-3 BKG-6b late scans undo what was missed by attendance that a reader has read")
    func lateScans() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 0..<1)
        let booked = try office.world.client("N01").book(session)
        try office.keeper.decide(.booking, booked.booking?.id ?? 0, .approve)
        let door = try Door(in: office.world)
        door.time = try office.show(session).startsMs + 3_600_000
        try door.scan(office.world.person("N01"), offering: session)
        office.world.clock.set(try office.show(session).endsMs + 7 * 86_400_000)
        for _ in 0..<2 { try office.work() }
        #expect(try office.world.relogin("N01").bookings().first?.state == .missed)
        try door.reconnect()
        try door.sync()
        try work(office.world)
        #expect(try office.world.relogin("N01").bookings().first?.state == .attended)
    }

    @Test("OPS-3 ATT-10a an evening is looked at by attendance that a reader has read")
    func evening() throws {
        let world = try ended()
        let keeper = try #require(world.made.persons["keeper"])
        try work(world)
        #expect(try world.messages(keeper, .silentDay).isEmpty)
        #expect(try world.server.count("SELECT COUNT(*) FROM day_end WHERE offering = ?1", world.offering) == 0)
        #expect(!world.server.heard.withLock { $0.contains { $0.contains("chore failed") } })
    }
}
