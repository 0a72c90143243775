import Console
import Domain
import Foundation
import Messages

/// Imports an attendance file of a real device: its people become a roster, its days the activity dates.
struct Real {
    let programs: Processes
    let folder: String

    func run(_ path: String, _ interaction: Interaction) throws -> ExitCode {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(.failure, name: "file", Phrase("cannot read \(path)", "无法读取 \(path)"))
        }
        let file = try AttendanceFile([UInt8](data))
        guard !file.punches.isEmpty else {
            throw CommandFailure(.failure, name: "file", Phrase("no line of \(path) is a punch", "\(path) 中没有可识别的记录"))
        }
        let days = Set(file.punches.map { Day(Int32(clamping: $0.localMs / 86_400_000)) }).sorted()
        let pins = Set(file.punches.map(\.pin)).sorted()
        interaction.say(
            Phrase(
                "\(file.punches.count + file.unreadCount) lines, \(pins.count) people, \(days.count) days",
                "\(file.punches.count + file.unreadCount) 行，\(pins.count) 人，\(days.count) 天"))

        let made = try programs.must("rollcalld", ["init", "--data", folder + "/server"])
        let server = try programs.serve(data: folder + "/server", listen: "127.0.0.1:0")
        defer { server.stop() }
        let office = try Office(server.address, site: made.text("site"))
        _ = try office.arrive("admin", oneTime: made.text("password"))
        let base = try office.organisation(.base, "考勤基地")
        let programme = try office.programme("考勤机导入", preset: "hunan-cme")
        let project = try office.project(
            "REAL-1", "考勤机文件", owner: base, courses: [Course(name: "全程", hoursTenths: 10, creditsTenths: 10)])
        let roster = "number,name\n" + pins.map { "\($0),学员\($0)\n" }.joined()
        // An offering has at most 366 dates; later days count as outside.
        let (offering, upload) = try office.offering(
            Offering(
                programme: programme, project: project, base: base, title: "考勤机文件",
                dates: days.prefix(366).map { ActivityDate(day: $0.number, hoursTenths: 10) }),
            roster: Array(roster.utf8))
        guard Int(upload.added) == pins.count else {
            throw CommandFailure(.failure, name: "roster", Phrase("\(upload.badCount) people cannot stand on a roster"))
        }

        let home = folder + "/terminal"
        let card = try office.terminalCard(base, "考勤机")
        _ = try programs.must("rollcall-terminal", ["enrol", card, "--server", server.address], home: home)
        _ = try programs.must("rollcall-terminal", ["sync"], home: home)
        let imported = try programs.run(
            "rollcall-terminal", ["scan", path, "--offering", "\(offering)"], home: home)
        guard imported.code == 0 || imported.code == ExitCode.incomplete.rawValue else {
            throw CommandFailure(.failure, name: "scan", Phrase(imported.errors))
        }
        _ = try programs.must("rollcall-terminal", ["sync"], home: home)
        let second = try programs.must("rollcall-terminal", ["sync"], home: home).number("facts_sent")

        let totals = try office.totals(offering).totals ?? ScanTotals()
        let flagged = Int(totals.flagged + totals.outsideDates + totals.outsideWindow)
        let accounted = Int(totals.counted + totals.repeats) + flagged
        let recorded = imported.number("recorded")
        let known = imported.number("repeated") + imported.number("unread")
        let unaccounted = imported.number("lines") - known - accounted
        try interaction.data(
            "real: lines=\(imported.number("lines")) recorded=\(recorded) applied=\(totals.counted) "
                + "duplicate=\(totals.repeats) flagged=\(flagged) unaccounted=\(unaccounted) second_sync_facts=\(second) "
                + "repeated_lines=\(imported.number("repeated")) unparsed=\(imported.number("unread"))")
        return unaccounted == 0 && second == 0 && Int(totals.scans) == recorded ? .ok : .failure
    }
}
