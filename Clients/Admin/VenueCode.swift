import ClientKit
import Console
import Glibc
import Messages
import Threads

extension Command {
    static var code: Command {
        Command("code", Phrase("the code a venue shows", "现场签到码"), commands: [show])
    }

    /// ATT-1a, ATT-1b: shows the venue code as text and as a QR code, with the seconds that it is good for.
    private static var show: Command {
        let offering = Name<OfferingRegister>.positional
        let course: Parameter<String?> = .option(
            "course", "COURSE", Phrase("of this course alone, by id or name", "仅此课程，编号或名称"))
        let watch: Parameter<Bool> = .flag(
            "watch", Phrase("again whenever it changes, until Ctrl-C", "持续刷新，按 Ctrl-C 结束"))
        return Command(
            "show", Phrase("show the present code", "显示当前签到码"), offering, course, watch, VenueScreen.pictures,
            DrawnCode.png
        ) { arguments, desk in
            let interaction = desk.interaction
            let id = try desk.id(arguments[offering])
            let courseID = try desk.course(arguments[course], of: arguments[offering])
            func ask() throws -> VenueCodeReply {
                let reply: VenueCodeReply = try desk.call(
                    .attendanceVenueCode, VenueCodeRequest(offering: id, course: courseID))
                try DrawnCode.write(reply.code, to: arguments[DrawnCode.png])
                return reply
            }
            var reply = try ask()
            guard arguments[watch] else {
                try desk.show(reply)
                try DrawnCode.draw(reply.code, interaction)
                return .ok
            }
            var asked = WallClock.nowMs()
            func present() throws -> VenueCodeReply {
                let isOld = WallClock.nowMs() - asked >= Venue.refreshMs
                if isOld || reply.screen(interaction).secondsLeft == 0 {
                    reply = try ask()
                    asked = WallClock.nowMs()
                }
                return reply
            }
            if interaction.canFillScreen {
                let pictures = arguments[VenueScreen.pictures]
                try interaction.fillScreen(as: pictures) {
                    try present().screen(interaction).frame(on: $0, interaction)
                }
                return .ok
            }
            var shown: VenueCodeReply?
            while true {
                let now = try present()
                if now != shown { try desk.show(now) }
                try interaction.flush()
                shown = now
                _ = poll(nil, 0, 1000)
            }
        }
    }
}

private enum Venue {
    /// The headcount is asked for again after so long; also the bound where this machine's clock is wrong.
    static let refreshMs: Int64 = 30_000
}

extension VenueCodeReply {
    fileprivate func screen(_ interaction: Interaction) -> VenueScreen {
        let window = window.map { $0.text([:]) } ?? interaction.text(Phrase("outside the windows", "不在考勤时段内"))
        let present = interaction.text(Phrase("present \(present)", "已到 \(present) 人"))
        return VenueScreen(
            code: code, secondsLeft: Int(clamping: max(0, (validUntilMs - WallClock.nowMs() + 999) / 1000)),
            title: [offeringTitle, courseName].filter { !$0.isEmpty }.joined(separator: "  "),
            state: "\(window)  \(present)")
    }
}

extension Desk {
    fileprivate func show(_ reply: VenueCodeReply) throws {
        let screen = reply.screen(interaction)
        try interaction.show(
            [
                "code": .string(reply.code), "valid_until_ms": .integer(reply.validUntilMs),
                "present": JSON(reply.present), "window": reply.window?.json ?? .null,
                "offering_title": .string(reply.offeringTitle), "course_name": .string(reply.courseName),
            ],
            text: "\(reply.code)  "
                + interaction.text(Phrase("\(screen.secondsLeft) s left", "剩余 \(screen.secondsLeft) 秒"))
                + "\n\(screen.title)  \(screen.state)")
    }
}
