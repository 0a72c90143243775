import Causality
import Console
import Domain
import Terminal
import Threads

/// ATT-6: somebody who is on no roster gives their details at the terminal, without a network.
enum WalkInCommand {
    private static let name: Parameter<String?> = .option("name", "NAME", Phrase("else it is asked", "姓名，默认询问"))
    private static let phone: Parameter<String?> = .option("phone", "NUMBER", Phrase("else it is asked", "手机号，默认询问"))
    private static let title: Parameter<String?> = .option(
        "title", "TEXT", Phrase("professional; else it is asked", "职称，默认询问"))
    private static let unit: Parameter<String?> = .option("unit", "TEXT", Phrase("else it is asked", "单位，默认询问"))

    static let command = Command(
        "walk-in", Phrase("check in somebody who is on no roster; asks for the ID number", "现场登记并签到，随后输入身份证号"), name,
        phone, title, unit, Recording.offering, Recording.course, Recording.actor
    ) { (arguments: Arguments, interaction: Interaction) in
        let device = try Device(arguments)
        let recording = try telling { try Recording(arguments[Recording.offering], device) }
        recording.announce(interaction)
        recording.warnOfDay(interaction)
        func answer(_ given: Parameter<String?>, _ prompt: Phrase, _ option: String) throws -> String {
            try arguments[given] ?? interaction.askText(prompt, insteadOf: option)
        }
        let name = try answer(name, Phrase("Name", "姓名"), "--name")
        let idNumber = try interaction.askSecret(Phrase("ID number", "身份证号"), insteadOf: nil)
        let phone = try answer(phone, Phrase("Phone", "手机号"), "--phone")
        let title = try answer(title, Phrase("Title", "职称"), "--title")
        let unit = try answer(unit, Phrase("Unit", "单位"), "--unit")
        let outcome = try telling {
            try device.terminal.walkIn(
                WalkInDetails(
                    name: name, idNumber: idNumber, phone: phone, title: title, unit: unit,
                    today: ZoneRule.china.day(of: Instant(device.now.wallMs))),
                offering: recording.offering, course: recording.course, actor: try Recording.holder(arguments, device),
                secret: SystemRandom.bytes(TerminalCore.walkInSecretSize), at: device.now)
        }
        try interaction.show(
            ["number": .string(outcome.number), "sequence": .integer(Int64(clamping: outcome.dot.sequence))],
            text: outcome.number)
        interaction.say(
            Phrase(
                "recorded, kept on this device until synced; scan or type this number next time",
                "已记录，同步前保存在本机；下次请用此编号签到"))
        return .ok
    }
}
