import Console
import Domain
import Foundation
import Terminal
import TimeZones

enum ImportCommand {
    private static let file: Parameter<String> = .argument(
        "FILE", Phrase("an attendance terminal's file (attlog.dat)", "考勤机导出文件（attlog.dat）"))
    private static let zone: Parameter<String> = .option(
        "zone", "NAME", Phrase("time zone of its clock", "考勤机时区"), default: "Asia/Shanghai")
    private static let serial: Parameter<String?> = .option(
        "serial", "TEXT", Phrase("names the device; the file's name unless set", "设备序列号，默认取文件名"))

    static let command = Command(
        "import",
        Phrase("record an attendance terminal's file; the same lines again change nothing", "导入考勤机文件，重复导入无影响"),
        file, Recording.offering, Recording.actor, zone, serial
    ) { (arguments: Arguments, interaction: Interaction) in
        let url = URL(fileURLWithPath: arguments[file])
        let bytes: [UInt8]
        do {
            bytes = [UInt8](try Data(contentsOf: url))
        } catch {
            throw CommandFailure(.failure, name: "file", Phrase("cannot read \(url.path)", "无法读取 \(url.path)"))
        }
        guard let rule = TimeZones.rule(named: arguments[zone]) else {
            throw CommandFailure(.usage, name: "zone", Phrase("no such time zone", "没有此时区"))
        }
        let device = try Device(arguments)
        return try telling {
            let attendance = try AttendanceFile(bytes)
            let outcome = try device.terminal.importFile(
                attendance, offering: arguments[Recording.offering], zone: rule,
                serial: arguments[serial] ?? url.lastPathComponent, actor: arguments[Recording.actor] ?? 0)
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
            for line in attendance.unread.prefix(20) {
                interaction.warn(
                    Phrase("line \(line.line): \(line.reason.english)", "第 \(line.line) 行：\(line.reason.chinese)"))
            }
            return outcome.unread == 0 ? .ok : .incomplete
        }
    }
}
