import Console
import Domain
import Foundation
import Messages
import Terminal
import TimeZones

/// Imports an attendance file with `scan`. Lines already recorded are skipped, so an interrupted import can be
/// repeated.
struct Replay {
    static let file: Parameter<String?> = .optionalArgument(
        "FILE", Phrase("an attendance terminal's file (attlog.dat) instead", "改为回放考勤机导出文件（attlog.dat）"))
    static let zone: Parameter<String> = .option(
        "zone", "NAME", Phrase("time zone of the FILE's clock", "考勤文件所用时钟的时区"), default: "Asia/Shanghai")
    static let serial: Parameter<String?> = .option(
        "serial", "TEXT", Phrase("names the FILE's device; the file's name unless set", "考勤文件的设备序列号，默认取文件名"))

    static let takeBack = Parameter<Bool>.flag(
        "take-back", Phrase("void what an import of the FILE has recorded for this offering", "撤回该文件为本期导入的全部记录"))

    private static let shownLines = 20

    let path: String
    let recording: Recording
    let arguments: Arguments
    let interaction: Interaction

    func run(_ device: Device) throws -> ExitCode {
        let url = URL(fileURLWithPath: path)
        let bytes = try PrivateFile.readExisting(path, atMost: AttendanceFile.sizeLimit)
        guard let rule = TimeZones.rule(named: arguments[Self.zone]) else {
            throw CommandFailure(
                .usage, name: "zone",
                Phrase(
                    "no such time zone; give a full name, as Asia/Shanghai or Asia/Urumqi",
                    "没有此时区，请填写完整名称，如 Asia/Shanghai 或 Asia/Urumqi"))
        }
        return try telling {
            let attendance = try AttendanceFile(bytes)
            let serial = arguments[Self.serial] ?? url.lastPathComponent
            if arguments[Self.takeBack] { return try takeBack(attendance, serial, device) }
            try checkDays(of: attendance, device)
            let progress = interaction.progress(Phrase("recording", "正在记录"), of: attendance.punches.count)
            let outcome = try device.terminal.importFile(
                attendance, offering: recording.offering, course: recording.course, zone: rule, serial: serial,
                actor: try Recording.holder(arguments, device)
            ) { progress.update($0.recorded + $0.repeated) }
            progress.finish()
            try tell(outcome, of: attendance)
            return outcome.unread == 0 ? .ok : .incomplete
        }
    }

    /// A file of another day is not taken for the class that happens to be on; whoever names a class is warned.
    private func checkDays(of attendance: AttendanceFile, _ device: Device) throws {
        guard let door = recording.door, let first = attendance.punches.first,
            !attendance.punches.contains(where: { door.isDay(ofLocalMs: $0.localMs) })
        else { return }
        let title = door.offering.value.title
        let fitting = try device.terminal.doors(at: device.now).filter { $0.isDay(ofLocalMs: first.localMs) }
        let list = fitting.prefix(8).map { "\($0.offering.id) \($0.offering.value.title)" }.joined(separator: ", ")
        let day = Day(Int32(clamping: first.localMs / 86_400_000))
        let text = Phrase(
            "no line of the file is of an activity date of \(title); its first is of \(day)",
            "文件中没有“\(title)”活动日的记录；首行日期为 \(day)")
        guard arguments[Recording.offering] == nil else { return interaction.warn(text) }
        throw CommandFailure(
            .refused, name: "no_such_day", text,
            hint: list.isEmpty
                ? Phrase("name the class with --offering", "请用 --offering 指定期次")
                : Phrase("of that day: \(list); give one with --offering", "该日期次：\(list)；请用 --offering 指定"))
    }

    private func takeBack(_ attendance: AttendanceFile, _ serial: String, _ device: Device) throws -> ExitCode {
        let count = try device.terminal.takeBackFile(
            attendance, offering: recording.offering, course: recording.course, serial: serial,
            actor: try Recording.holder(arguments, device), at: device.now)
        try interaction.show(
            ["voided": .integer(Int64(count))],
            text: interaction.text(
                Phrase(
                    "\(count) taken back; import the file again for the right offering, then run rollcall-terminal sync",
                    "已撤回 \(count) 条；请为正确的期次重新导入，然后运行 rollcall-terminal sync")))
        return .ok
    }

    private func tell(_ outcome: ImportOutcome, of attendance: AttendanceFile) throws {
        try interaction.show(
            [
                "lines": .integer(Int64(outcome.lines)), "recorded": .integer(Int64(outcome.recorded)),
                "unknown": .integer(Int64(outcome.unknown)), "repeated": .integer(Int64(outcome.repeated)),
                "unread": .integer(Int64(outcome.unread)),
            ],
            text: interaction.text(
                Phrase(
                    "\(outcome.lines) lines: \(outcome.recorded) recorded (\(outcome.unknown) unknown here), "
                        + "\(outcome.repeated) known already, \(outcome.unread) not read",
                    "\(outcome.lines) 行：记录 \(outcome.recorded) 条（其中 \(outcome.unknown) 条编号未知），"
                        + "已有 \(outcome.repeated) 条，无法识别 \(outcome.unread) 行")))
        for line in attendance.unread.prefix(Self.shownLines) {
            interaction.warn(
                Phrase("line \(line.line): \(line.reason.en)", "第 \(line.line) 行：\(line.reason.zh)"))
        }
        let rest = outcome.unread - Self.shownLines
        if rest > 0 { interaction.warn(Phrase("and \(rest) lines more", "另有 \(rest) 行")) }
    }
}
