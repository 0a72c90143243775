import ClientKit
import Console
import Domain
import Foundation
import Messages
import Threads

/// The main story: two terminals record a class without a network, sync, their records merge, a conflict of marks is
/// shown and adjudicated, and credit is awarded.
final class Story {
    private let programs: Processes
    private let interaction: Interaction
    private let folder: String
    private var step = 0

    init(_ programs: Processes, _ interaction: Interaction, folder: String) {
        self.programs = programs
        self.interaction = interaction
        self.folder = folder
    }

    private func say(_ en: String, _ zh: String) {
        step += 1
        interaction.say(Phrase("\(step < 10 ? " " : "")\(step)  \(en)", "\(step < 10 ? " " : "")\(step)  \(zh)"))
    }

    func run(size: Int) throws -> ExitCode {
        let today = ZoneRule.china.day(of: Instant(WallClock.nowMs()))
        let room = ClassRoom(size: size, today: today)
        let expected = Expected(room)
        let data = folder + "/server"

        let made = try programs.must("rollcalld", ["init", "--data", data])
        var server = try programs.serve(data: data, listen: "127.0.0.1:0")
        defer { server.stop() }
        say("a server with an embedded database, a site key and one administrator", "服务器已就绪：内置数据库、站点密钥、一名管理员")

        let office = try Office(server.address, site: made.text("site"))
        _ = try office.arrive("admin", oneTime: made.text("password"))
        let base = try office.organisation(.base, "市第一医院")
        let programme = try office.programme("省级继续医学教育", preset: "hunan-cme")
        let project = try office.project(
            "2026-01-001", "心肺复苏与急救技能", owner: base,
            courses: [
                Course(name: "理论", hoursTenths: 60, creditsTenths: 20),
                Course(name: "技能", hoursTenths: 60, creditsTenths: 30),
            ])
        let (offering, upload) = try office.offering(
            Offering(
                programme: programme, project: project, base: base, title: "心肺复苏培训班（第一期）",
                dates: [
                    ActivityDate(day: room.firstDay.number, hoursTenths: 60),
                    ActivityDate(day: room.secondDay.number, hoursTenths: 60),
                ],
                windows: [
                    Window(day: room.firstDay.number, fromMinute: 480, toMinute: 720),
                    Window(day: room.firstDay.number, fromMinute: 840, toMinute: 1020),
                    Window(day: room.secondDay.number, fromMinute: 0, toMinute: 1440),
                ]), roster: room.roster)
        try check(Int(upload.added) == size, "roster", "\(upload.added) of \(size)")
        say(
            "an approved class of \(size), two days, three windows (\(room.firstDay) morning and afternoon, \(room.secondDay))",
            "已批准的培训班：\(size) 人、两天、三个考勤时段（\(room.firstDay) 上午和下午、\(room.secondDay)）")

        let examiners = try ["examiner.a", "examiner.b"].map {
            try office.account($0, "考官 \($0.suffix(1).uppercased())", .examiner, of: base).person
        }
        let homes = ["\(folder)/door-1", "\(folder)/door-2"]
        for (door, home) in homes.enumerated() {
            let card = try office.terminalCard(base, "\(door + 1) 号门")
            _ = try programs.must("rollcall-terminal", ["enrol", card, "--server", server.address], home: home)
            let pulled = try programs.must("rollcall-terminal", ["sync"], home: home)
            try check(pulled.number("roster_added") == size, "roster on terminal", "\(pulled.number("roster_added"))")
        }
        say("two terminals, enrolled by one-time codes, hold the roster", "两台终端凭一次性注册码入网，已下载名单")

        office.client.close()
        server.stop()
        say("the server is stopped: from here on there is no network", "服务器已停止：以下均为离线操作")

        var recorded = 0
        for (door, home) in homes.enumerated() {
            recorded += try record(door, home, offering, examiners[door], room)
        }
        try check(recorded == expected.scans, "scans recorded", "\(recorded), not \(expected.scans)")
        say(
            "\(recorded) scans recorded offline: an attendance device's file, a hand scanner, and the examiners' marks",
            "离线记录 \(recorded) 次签到：考勤机文件、手持扫码枪，以及考官评分")

        server = try programs.serve(data: data, listen: server.address)
        var sent = 0
        var bytes = 0
        var again = 0
        for home in homes {
            let first = try programs.must("rollcall-terminal", ["sync"], home: home)
            sent += first.number("facts_sent")
            bytes += first.number("bytes_sent") + first.number("bytes_received")
            again += try programs.must("rollcall-terminal", ["sync"], home: home).number("facts_sent")
        }
        try check(again == 0, "second sync", "\(again) facts sent again")
        say("both terminals synced; a second sync had nothing to send", "两台终端已同步；再次同步无数据可传")

        return try settle(office, offering, room, expected, Synced(scans: recorded, sent: sent, bytes: bytes))
    }

    /// Records the two days of one door; returns the number of scans.
    private func record(
        _ door: Int, _ home: String, _ offering: UInt64, _ examiner: UInt64, _ room: ClassRoom
    ) throws -> Int {
        let file = "\(home)/\(door + 1)_attlog.dat"
        try room.attendanceFile(door: door).write(toFile: file, atomically: true, encoding: .utf8)
        let at = ["--offering", "\(offering)"]
        let imported = try programs.must("rollcall-terminal", ["scan", file] + at, home: home)
        let twice = try programs.must("rollcall-terminal", ["scan", file] + at, home: home)
        try check(twice.number("recorded") == 0, "the same file again", "\(twice.number("recorded")) recorded")
        let scanned = try programs.must(
            "rollcall-terminal", ["scan"] + at, input: room.scannerLines(door: door), home: home)
        _ = try programs.must(
            "rollcall-terminal", ["score", "-", "--actor", "\(examiner)"] + at, input: room.marks(door: door),
            home: home)
        return imported.number("recorded") + scanned.lines.count
    }

    private struct Synced {
        let scans: Int
        let sent: Int
        let bytes: Int
    }

    private func settle(
        _ office: Office, _ offering: UInt64, _ room: ClassRoom, _ expected: Expected, _ synced: Synced
    ) throws -> ExitCode {
        let analysis = try office.totals(offering)
        let totals = analysis.totals ?? ScanTotals()
        let conflicts: ListScoresReply = try office.client.call(
            .examsListScores, ListScoresRequest(offering: offering, onlyConflicts: true))
        try check(conflicts.conflicts == 1, "conflicts", "\(conflicts.conflicts)")
        guard let conflict = conflicts.scores.first else { throw failure("conflict", "none is shown") }
        for mark in conflict.siblings {
            interaction.say(
                Phrase(
                    "      \(conflict.number) \(conflict.name): \(Domain.hundredths(Int(mark.valueHundredths))) "
                        + "by \(mark.actorName) on \(mark.terminalName)"))
        }
        say(
            "two examiners marked one trainee differently while apart: both marks are shown",
            "两位考官离线时对同一学员评分不同：两个评分并列显示")
        let _: AdjudicateReply = try office.client.call(
            .examsAdjudicate,
            AdjudicateRequest(
                offering: offering, person: conflict.person, assessment: conflict.assessment, valueHundredths: 7000,
                reason: "复核评分表", context: conflict.context))
        say("settled by an adjudication that names both", "已裁定，裁定引用并取代两个评分")

        let eligible: ListEligibleReply = try office.client.call(
            .creditsListEligible, ListEligibleRequest(offering: offering, limit: 500))
        let reasons = Dictionary(grouping: eligible.people.flatMap(\.reasons), by: { $0 }).mapValues(\.count)
        for (reason, count) in reasons.sorted(by: { $0.key < $1.key }) {
            interaction.say(Phrase("      \(count) × \(reason)"))
        }
        let award: AwardCreditReply = try office.client.call(
            .creditsAwardCredit, AwardCreditRequest(offering: offering))
        say(
            "credit awarded to those present in every window with a passed exam (the evaluation gate is off: it comes later)",
            "已向全部时段到场且考试合格者授分（评价环节尚未启用）")

        let trainee = try credits(of: room.trainees[0], office, offering)
        say("the trainee of the conflict logs in and sees \(trainee) credits", "有冲突的学员登录，查询到 \(trainee) 学分")

        var table = Table(
            Table.Column("what", Phrase("what", "项目")), Table.Column("count", Phrase("count", "数量"), .right))
        for (what, count) in [
            (Phrase("scans recorded", "记录签到"), synced.scans),
            (Phrase("facts sent, marks included", "上传记录（含评分）"), synced.sent),
            (Phrase("scans applied", "计入考勤"), Int(totals.counted)),
            (Phrase("duplicate", "重复"), Int(totals.repeats)),
            (Phrase("outside a window or date", "时段外"), Int(totals.outsideWindow + totals.outsideDates)),
            (Phrase("flagged", "待处理"), Int(totals.flagged)),
            (Phrase("present in every window", "全部时段到场"), Int(analysis.present)),
            (Phrase("conflicts found", "成绩冲突"), Int(conflicts.conflicts)),
            (Phrase("conflicts settled", "已裁定"), 1),
            (Phrase("credits awarded", "授分人数"), Int(award.awarded)),
        ] {
            table.add(Table.Cell(what, json: .string(what.en)), Table.Cell(count))
        }
        table.add(
            Table.Cell(Phrase("bytes on the wire per fact, TLS aside", "每条记录传输字节（不含 TLS）"), json: "bytes_per_fact"),
            Table.Cell(String(format: "%.2f", Double(synced.bytes) / Double(max(1, synced.sent)))))
        try interaction.show(table)
        try check(Int(totals.scans) == expected.scans, "scans on the server", "\(totals.scans)")
        try check(Int(totals.repeats) == expected.repeats, "duplicates", "\(totals.repeats), not \(expected.repeats)")
        try check(
            Int(totals.outsideWindow + totals.outsideDates) == expected.outside, "outside",
            "\(totals.outsideWindow + totals.outsideDates), not \(expected.outside)")
        try check(Int(totals.flagged) == expected.flagged, "flagged", "\(totals.flagged), not \(expected.flagged)")
        try check(Int(analysis.present) == expected.present, "present", "\(analysis.present), not \(expected.present)")
        try check(Int(award.awarded) == expected.credits, "credits", "\(award.awarded), not \(expected.credits)")
        try check(trainee == "5.0", "the trainee's credits", trainee)
        interaction.say(Phrase("every total is as it must be", "所有合计均与预期一致"))
        return .ok
    }

    private func credits(of trainee: ClassRoom.Trainee, _ office: Office, _ offering: UInt64) throws -> String {
        let invited: InviteReply = try office.client.call(
            .accountsInvite, InviteRequest(offering: offering, numbers: [trainee.number]))
        guard let invitation = invited.invitations.first else { throw failure("invitation", "none") }
        let phone = Office(sharing: office)
        _ = try phone.arrive(invitation.account, oneTime: invitation.initialPassword)
        let mine: MyCreditsReply = try phone.client.call(.creditsMyCredits, MyCreditsRequest())
        return "\(Tenths(mine.years.first?.creditsTenths ?? 0))"
    }

    private func check(_ holds: Bool, _ what: String, _ found: String) throws {
        if !holds { throw failure(what, found) }
    }

    private func failure(_ what: String, _ found: String) -> CommandFailure {
        CommandFailure(.failure, name: "story", Phrase("the story is off at \(what): \(found)"))
    }
}
