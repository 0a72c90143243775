import Messages
import Storage
import Testing
import Wire

@testable import Service

extension Client {
    /// Takes the rows of a job back, until that has ended.
    func undo(_ job: UInt64, reason: String = "上传了错误的文件") throws -> Uploaded {
        let reply: UndoJobReply = try call(.uploadsUndoJob, UndoJobRequest(job: job, reason: reason))
        settle()
        let told = try self.job(reply.job, withBad: true)
        return Uploaded(job: told.job ?? UploadJob(), bad: told.bad)
    }
}

/// BAT-3: whole uploads are taken back while nothing depends on them.
@Suite struct UndoTests {
    private static func text(_ lines: [String]) -> [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

    private static func texts(_ world: World, _ sql: SQL) throws -> [String] {
        try world.server.read { try $0.all(sql) { $0.text(0) } }
    }

    private static func trainees(_ count: Int) -> [UInt8] {
        text(["姓名,手机号"] + (0..<count).map { "学员,\(13_100_000_000 + $0)" })
    }

    @Test(
        "BAT-3, ACC-9a people of a unit are taken back with their accounts; whoever has logged in or is on a roster stays, told by line"
    )
    func trainees() throws {
        let world = try World()
        let (unit, admin) = try world.unit("第一人民医院", account: "unit.one")
        let before = try world.server.count("SELECT COUNT(*) FROM person")
        // Known by a roster: only the account and the membership are new.
        let file = Self.trainees(300) + Self.text(["张三,\(World.phones[0])"])
        let sent = try admin.upload(file, to: unit, kind: .trainees)
        #expect((sent.added, sent.changed, sent.badCount) == (300, 1, 0), "\(sent.bad)")
        let cells = String(decoding: sent.accountsFile, as: UTF8.self).split(separator: "\r\n").map {
            $0.split(separator: ",").map(String.init)
        }
        let user = world.server.connect()
        _ = try user.login(cells[5][2], cells[5][3])
        let _: ChangePasswordReply = try user.call(
            .accountsChangePassword, ChangePasswordRequest(oldPassword: cells[5][3], newPassword: "river-stone-42"))
        let keeper = try world.client("keeper")
        #expect(
            try keeper.upload(
                Self.text(["编号,姓名,手机号", "X9,学员,13100000007"]), to: world.emptyOffering()
            ).added == 1)

        let undone = try admin.undo(sent.job.id)
        #expect((undone.job.state, undone.job.rows, undone.job.undoes) == (.done, 301, sent.job.id))
        #expect((undone.changed, undone.badCount) == (299, 2), "\(undone.bad)")
        #expect(undone.bad.map(\.line).sorted() == [6, 9])
        #expect(Set(undone.bad.map(\.reason)) == ["somebody uses this account", "this person is on a roster"])
        #expect(try admin.job(sent.job.id).job?.undoneBy == undone.job.id)
        #expect(try world.server.count("SELECT COUNT(*) FROM person") == before + 2)
        #expect(try world.server.count("SELECT COUNT(*) FROM membership WHERE unit = ?1", unit) == 2)
        // What is left goes once nothing depends on it; the rest is free to be sent again.
        let again = try admin.undo(sent.job.id)
        #expect((again.job.rows, again.changed, again.badCount) == (2, 0, 2))
        #expect(try admin.upload(file, to: unit, kind: .trainees).added == 298)
        #expect(
            try Self.texts(world, "SELECT detail FROM audit ORDER BY id")
                .contains { $0.contains("undoes job") && $0.contains("上传了错误的文件") })
    }

    @Test("BAT-3, PRJ-8b people of a roster are taken off it again, but those who have come or were there before")
    func roster() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let first = try keeper.upload(Self.text(["编号,姓名", "A1,旧人"]), to: offering)
        let sent = try keeper.upload(
            Self.text(["编号,姓名,单位", "A1,旧人,新单位", "A2,新人甲,", "A3,新人乙,", "A4,新人丙,"]), to: offering)
        #expect((sent.added, sent.changed) == (3, 1))
        try world.server.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO first_check_in (offering, person, day, from_minute, course, at_ms)
                SELECT offering, person, 1, 1, 1, 1 FROM roster WHERE offering = ?1 AND number = 'A3'
                """, offering)
        }
        let undone = try keeper.undo(sent.job.id)
        #expect((undone.changed, undone.badCount) == (2, 2))
        #expect(undone.bad.map(\.line).sorted() == [2, 4])
        #expect(undone.bad.contains { $0.reason == "A3 has checked in to this offering" })
        #expect(try keeper.roster(offering).map(\.number).sorted() == ["A1", "A3"])
        #expect(try keeper.undo(first.job.id).changed == 1)
        #expect(try keeper.roster(offering).map(\.number) == ["A3"])
    }

    @Test("BAT-3, REC-4 quotas go back to what they were, unless somebody has set them since or their seats are taken")
    func quotas() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft(), seats: nil)
        let officer = try intake.client("湖南省")
        func send(_ rows: String...) throws -> Uploaded {
            try officer.upload(Self.text(["地市,专业,名额"] + rows), to: round, kind: .quotas)
        }
        #expect(try send("长沙市,儿科,5").added == 1)
        let sent = try send("长沙市,儿科,8", "株洲市,TS2,3", "长沙市,妇产科,2")
        #expect((sent.added, sent.changed) == (2, 1), "\(sent.bad)")
        try intake.approve(["张三", "李四"].map { try intake.apply($0, round) })
        #expect(try send("株洲市,TS2,4").changed == 1)
        let undone = try officer.undo(sent.job.id)
        #expect(undone.changed == 1 && undone.bad.map(\.line).sorted() == [3, 4], "\(undone.bad)")
        #expect(try intake.quotas(round).map(\.seats).sorted() == [2, 4, 5])
        try intake.expectCountersHold(round)
    }

    @Test("BAT-3, CRT-2d, EXM-1b, EXM-7 certificates are revoked, questions deleted and records from outside withdrawn")
    func others() throws {
        let world = try World()
        let (admin, keeper) = (try world.client("admin"), try world.client("keeper"))
        let certificates = try keeper.upload(
            Self.text(["证书编号,姓名,培训名称,开始日期,结束日期,发证日期", "A-1,慕容离,培训,,2013-06-30,", "A-2,慕容里,培训,,2013-06-30,"]),
            to: world.made.base, kind: .certificates)
        #expect(certificates.added == 2, "\(certificates.bad)")
        let revoked = try keeper.undo(certificates.job.id)
        #expect((revoked.changed, revoked.badCount) == (2, 0), "\(revoked.bad)")
        #expect(
            try Self.texts(world, "SELECT reason FROM certificate WHERE number IN ('A-1', 'A-2')") == [
                "上传了错误的文件", "上传了错误的文件",
            ])
        let bank = world.made.programme
        let questions = try admin.upload(
            Self.text(["题型,题干,选项A,选项B,答案", "单选,深度？,5 至 6 厘米,3 至 4 厘米,A", "单选,频率？,100 至 120,80,A"]), to: bank,
            kind: .questions)
        #expect(questions.added == 2, "\(questions.bad)")
        #expect(try admin.undo(questions.job.id).changed == 2)
        #expect(try admin.questions(of: bank).questions.isEmpty)
        let outside = try keeper.upload(
            Self.text(["姓名,身份证号,内容,日期,成绩,学时,学分,类别", "张三,\(World.identities[0]),安全生产培训,2025/6/30,86,12,3.5,"]),
            to: world.made.base, kind: .outsideRecords)
        #expect(outside.added == 1, "\(outside.bad)")
        #expect(try keeper.undo(outside.job.id).changed == 1)
        let records: ListOutsideReply = try keeper.call(
            .outsideRecordsList, ListOutsideRequest(organisation: world.made.base))
        #expect(records.records.map(\.state) == [.withdrawn])
    }

    @Test("BAT-3, ORD-3b unit payments are taken back in the books too, but one whose place is booked")
    func payments() throws {
        let office = try CourseOffice()
        let session = try office.session()
        let sent = try office.unitPays(for: 0..<3)
        _ = try office.world.client("N01").book(session)
        let undone = try office.admin.undo(sent.job.id)
        #expect(undone.changed == 2 && undone.bad.map(\.line) == [2], "\(undone.bad)")
        #expect(try office.unitPayments().filter { $0.state == .takenBack }.count == 2)
        #expect(try office.balances() == [.bank: 30_000, .training: -30_000])
    }

    @Test("BAT-3 kinds that everything refers to are never taken back, and say so; nor is what wrote nothing")
    func never() throws {
        let world = try World()
        let admin = try world.client("admin")
        let catalogue = try admin.upload(
            Self.text(["catalogue,code,name", "specialty,Z9,康复"]), to: 0, kind: .catalogue)
        let organisations = try admin.upload(
            Self.text(["kind,name", "unit,第九医院"]), to: 0, kind: .organisations)
        let accounts = try admin.upload(
            Self.text(["机构名称,账号", "第九医院,hospital.nine"]), to: 0, kind: .organisationAccounts)
        for sent in [catalogue, organisations, accounts] {
            #expect(sent.added == 1, "\(sent.bad)")
            try refused(.wrongState, field: "job") { try admin.undo(sent.job.id) }
        }
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let dry = try keeper.upload(Crowd.roster(0..<3), to: offering, dryRun: true)
        try refused(.wrongState, field: "job") { try keeper.undo(dry.job.id) }
        let sent = try keeper.upload(Crowd.roster(0..<3), to: offering)
        try refused(.invalid, field: "reason") { try keeper.undo(sent.job.id, reason: " ") }
        try refused(.notFound, field: "job") { try world.client("stranger").undo(sent.job.id) }
        let undone = try keeper.undo(sent.job.id)
        #expect(undone.changed == 3)
        for job in [sent.job.id, undone.job.id] { try refused(.wrongState, field: "job") { try keeper.undo(job) } }
    }

    @Test("BAT-3 a server killed while it takes rows back goes on where it stood")
    func killed() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let sent = try keeper.upload(Crowd.roster(0..<900), to: offering)
        let begun = try UndoJobReply(
            serialized: keeper.ask(.uploadsUndoJob, UndoJobRequest(job: sent.job.id, reason: "重复")))
        var (server, seen) = (world.server, Set<Int>())
        for _ in 0..<8 {
            _ = server.executor.work()
            server = try TestServer(copying: try server.image())
            try server.resume()
            seen.insert(try server.count("SELECT COUNT(*) FROM roster WHERE offering = ?1", offering))
        }
        #expect(seen.count > 3, "killed on the way: \(seen)")
        while server.executor.work() {}
        #expect(try server.count("SELECT COUNT(*) FROM roster WHERE offering = ?1", offering) == 0)
        #expect(try server.count("SELECT changed FROM upload_job WHERE id = ?1", begun.job) == 900)
        #expect(try server.count("SELECT COUNT(*) FROM upload_effect WHERE job = ?1", sent.job.id) == 0)
    }
}
