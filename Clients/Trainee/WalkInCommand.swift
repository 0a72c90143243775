import ClientKit
import Console
import Messages
import Threads

extension Command {
    /// ATT-6: registers and checks in somebody who is on no roster, without a login.
    static var walkIn: Command {
        let code: Parameter<String> = .argument("CODE", Phrase("the code the venue shows", "现场显示的签到码"))
        let name: Parameter<String?> = .option("name", "NAME", Phrase("else it is asked", "姓名，默认询问"))
        let phone: Parameter<String?> = .option("phone", "NUMBER", Phrase("else it is asked", "手机号，默认询问"))
        let title: Parameter<String?> = .option("title", "TEXT", Phrase("professional; else it is asked", "职称，默认询问"))
        let unit: Parameter<String?> = .option("unit", "TEXT", Phrase("else it is asked", "单位，默认询问"))
        return Command(
            "walk-in", Phrase("check in where you are on no roster; asks for the ID number", "现场登记并签到，随后输入身份证号"), code,
            name,
            phone, title, unit
        ) { arguments, desk in
            let interaction = desk.interaction
            let ask = WalkInQuestions(interaction)
            var request = WalkInRequest(
                code: arguments[code], name: try arguments[name] ?? ask.name(), idNumber: try ask.idNumber(),
                phone: try arguments[phone] ?? ask.phone(), title: try arguments[title] ?? ask.title(),
                unit: try arguments[unit] ?? ask.unit(), device: try desk.home.device())
            let reply: WalkInReply = try desk.accepted(
                .attendanceWalkIn, &request,
                asking: [
                    "name": { $0.name = try ask.name() }, "id_number": { $0.idNumber = try ask.idNumber() },
                    "phone": { $0.phone = try ask.phone() }, "title": { $0.title = try ask.title() },
                    "unit": { $0.unit = try ask.unit() },
                ])
            var table = Table(
                .init("offering_title", Phrase("Offering", "期次")), .init("at_ms", Phrase("Time", "时间")))
            table.add(.init(reply.offeringTitle), Shown.moment(reply.atMs))
            try interaction.show(table)
            interaction.say(Phrase("received; do the same at every code that is shown", "已收到；每次出示签到码时请同样登记"))
            return .ok
        }
    }
}

extension ClientHome {
    /// The device's name of itself, 16 random bytes, which says nothing of who uses it.
    func device() throws(CommandFailure) -> [UInt8] {
        let file = path + "/device"
        if let known = try PrivateFile.read(file), known.count == 16 { return known }
        let made = SystemRandom.bytes(16)
        try PrivateFile.makeFolder(path)
        try PrivateFile.write(made, to: file)
        return made
    }
}
