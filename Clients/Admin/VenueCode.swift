import ClientKit
import Console
import Glibc
import Messages
import Threads

extension Command {
    static var code: Command {
        Command("code", Phrase("the code a venue shows", "现场签到码"), commands: [show])
    }

    /// ATT-1a: prints the venue code. Its text is alphanumeric, so any generator makes it a QR code.
    private static var show: Command {
        let offering: Parameter<UInt64> = .argument("OFFERING", Phrase("its id", "期次编号"))
        let course: Parameter<UInt64> = .option("course", "ID", Phrase("of this course alone", "仅此课程编号"), default: 0)
        let watch: Parameter<Bool> = .flag(
            "watch", Phrase("again whenever it changes, until Ctrl-C", "持续刷新，按 Ctrl-C 结束"))
        return Command("show", Phrase("show the present code", "显示当前签到码"), offering, course, watch) {
            arguments, desk in
            var isRedrawn = false
            while true {
                let reply: VenueCodeReply = try desk.call(
                    .attendanceVenueCode,
                    VenueCodeRequest(offering: arguments[offering], course: arguments[course]))
                if isRedrawn, desk.interaction.width != nil, !desk.interaction.isJSON {
                    try desk.interaction.data("\u{1B}[2J\u{1B}[H")
                }
                try desk.show(reply)
                guard arguments[watch] else { return .ok }
                try desk.interaction.flush()
                isRedrawn = true
                let leftMs = reply.validUntilMs - WallClock.nowMs()
                // Bounded, because this machine's clock may be wrong.
                _ = poll(nil, 0, Int32(min(max(leftMs, 1000), 30_000)))
            }
        }
    }
}

extension Desk {
    fileprivate func show(_ reply: VenueCodeReply) throws {
        let window = reply.window.map(\.text) ?? interaction.text(Phrase("outside the windows", "不在考勤时段内"))
        let present = interaction.text(Phrase("present \(reply.present)", "已到 \(reply.present) 人"))
        let title = [reply.offeringTitle, reply.courseName].filter { !$0.isEmpty }.joined(separator: "  ")
        try interaction.show(
            [
                "code": .string(reply.code), "valid_until_ms": .integer(reply.validUntilMs),
                "present": JSON(reply.present), "window": reply.window?.json ?? .null,
                "offering_title": .string(reply.offeringTitle), "course_name": .string(reply.courseName),
            ],
            text: "\(reply.code)\n\(title)  \(window)  \(present)")
    }
}
