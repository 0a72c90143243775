import Causality
import ClientKit
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
        let details = try details(arguments, today: ZoneRule.china.day(of: Instant(device.now.wallMs)), interaction)
        let outcome = try telling {
            try device.terminal.walkIn(
                details, offering: recording.offering, course: recording.course,
                actor: try Recording.holder(arguments, device),
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

    /// Asks for what is not given, and at a terminal again for what cannot be: nobody types five answers twice in a queue.
    private static func details(_ arguments: Arguments, today: Day, _ interaction: Interaction) throws -> WalkInDetails
    {
        let ask = WalkInQuestions(interaction)
        var name = try arguments[name] ?? ask.name()
        var idNumber = try ask.idNumber()
        var phone = try arguments[phone] ?? ask.phone()
        var title = try arguments[title] ?? ask.title()
        var unit = try arguments[unit] ?? ask.unit()
        while true {
            do throws(Refusal) {
                return try WalkInDetails(
                    name: name, idNumber: idNumber, phone: phone, title: title, unit: unit, today: today)
            } catch {
                guard interaction.isAskedAtTerminal else { throw error.commandFailure }
                interaction.report(error.commandFailure)
                switch error.field {
                case "name": name = try ask.name()
                case "id_number": idNumber = try ask.idNumber()
                case "phone": phone = try ask.phone()
                case "title": title = try ask.title()
                case "unit": unit = try ask.unit()
                default: throw error.commandFailure
                }
            }
        }
    }
}
