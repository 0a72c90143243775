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
        return Command("show", Phrase("show the present code", "显示当前签到码"), offering, course, watch, DrawnCode.png) {
            arguments, desk in
            while true {
                let reply: VenueCodeReply = try desk.call(
                    .attendanceVenueCode,
                    VenueCodeRequest(
                        offering: try desk.id(arguments[offering]),
                        course: try desk.course(arguments[course], of: arguments[offering])))
                try DrawnCode.write(reply.code, to: arguments[DrawnCode.png])
                guard arguments[watch] else {
                    try desk.show(reply, secondsLeft: Venue.secondsLeft(reply))
                    return .ok
                }
                try desk.watch(reply)
            }
        }
    }
}

private enum Venue {
    /// Seconds until the headcount is asked for again; also the bound where this machine's clock is wrong.
    static let refreshSeconds = 30

    static func secondsLeft(_ reply: VenueCodeReply) -> Int {
        Int(clamping: max(0, (reply.validUntilMs - WallClock.nowMs() + 999) / 1000))
    }
}

extension Desk {
    /// Shows a code until it ends, or its headcount is old; on a terminal with the seconds left, in place.
    fileprivate func watch(_ reply: VenueCodeReply) throws {
        let isDrawn = interaction.width != nil && !interaction.isJSON
        for second in 0..<Venue.refreshSeconds {
            let left = Venue.secondsLeft(reply)
            if second > 0, left == 0 { return }
            if isDrawn || second == 0 {
                if isDrawn { try interaction.data("\u{1B}[2J\u{1B}[H") }
                try show(reply, secondsLeft: left)
                try interaction.flush()
            }
            _ = poll(nil, 0, 1000)
        }
    }

    fileprivate func show(_ reply: VenueCodeReply, secondsLeft: Int) throws {
        for line in DrawnCode.lines(reply.code, interaction) { try interaction.data(line) }
        let window = reply.window.map { $0.text([:]) } ?? interaction.text(Phrase("outside the windows", "不在考勤时段内"))
        let present = interaction.text(Phrase("present \(reply.present)", "已到 \(reply.present) 人"))
        let title = [reply.offeringTitle, reply.courseName].filter { !$0.isEmpty }.joined(separator: "  ")
        try interaction.show(
            [
                "code": .string(reply.code), "valid_until_ms": .integer(reply.validUntilMs),
                "present": JSON(reply.present), "window": reply.window?.json ?? .null,
                "offering_title": .string(reply.offeringTitle), "course_name": .string(reply.courseName),
            ],
            text: "\(reply.code)  "
                + interaction.text(Phrase("\(secondsLeft) s left", "剩余 \(secondsLeft) 秒"))
                + "\n\(title)  \(window)  \(present)")
    }
}
