import ClientKit
import Console
import Domain
import Glibc
import Messages
import Terminal

/// ATT-1: fills a screen at the venue with the code that changes, without a network.
enum DisplayCommand {
    private static let frames: Parameter<String?> = .option(
        "frames", "FOLDER",
        Phrase("write code.png and code.txt there instead, for a projector", "改为写入 code.png 和 code.txt，供投影使用"))
    private static let once: Parameter<Bool> = .flag("once", Phrase("the present code alone", "仅输出当前签到码"))

    static let command = Command(
        "display", Phrase("fill the screen with the venue's code, until q", "全屏显示签到码，按 q 结束"),
        Recording.offering, Recording.course, VenueScreen.pictures, frames, once
    ) { (arguments: Arguments, interaction: Interaction) in
        let device = try Device(arguments)
        if let warning = try device.terminal.clockAccuracy(at: device.now).warning { interaction.warn(warning) }
        let recording = try telling {
            try Recording(arguments[Recording.offering], course: arguments[Recording.course], device)
        }
        func now() throws -> VenueDisplay {
            try telling {
                try device.terminal.display(recording.offering, course: recording.course, at: device.now)
            }
        }
        if let folder = arguments[frames] {
            return try write(to: folder, isOnce: arguments[once], interaction, now)
        }
        if arguments[once] || interaction.isJSON {
            let display = try now()
            try show(display, interaction)
            try DrawnCode.draw(display.code, interaction)
            return .ok
        }
        guard interaction.canFillScreen else {
            throw CommandFailure(
                .usage, name: "not_a_terminal",
                Phrase(
                    "display fills a terminal: give --once, or --frames FOLDER for a projector",
                    "全屏显示需要终端：请用 --once，或用 --frames 文件夹 供投影"))
        }
        let pictures = arguments[VenueScreen.pictures]
        try interaction.fillScreen(as: pictures) { try now().screen(interaction).frame(on: $0, interaction) }
        return .ok
    }

    /// Writes the frames of a projector until the day is over or Ctrl-C, or one of them.
    private static func write(
        to folder: String, isOnce: Bool, _ interaction: Interaction, _ now: () throws -> VenueDisplay
    ) throws -> ExitCode {
        var last: VenueScreen?
        while true {
            let display = try now()
            let screen = display.screen(interaction)
            if last?.code != screen.code || last?.state != screen.state {
                try screen.write(to: folder, interaction)
                if last?.code != screen.code { try show(display, interaction) }
                try interaction.flush()
            }
            last = screen
            if isOnce { return .ok }
            _ = poll(nil, 0, 1000)
        }
    }

    private static func show(_ display: VenueDisplay, _ interaction: Interaction) throws {
        let screen = display.screen(interaction)
        try interaction.show(
            [
                "code": .string(display.code), "seconds_left": JSON(UInt64(screen.secondsLeft)),
                "offering": JSON(display.door.offering.id), "title": .string(screen.title),
                "window": display.window.map { .string(Door.clock($0)) } ?? .null,
                "arrived": JSON(UInt64(display.arrived)), "roster": JSON(display.door.offering.rosterSize),
            ],
            text:
                "\(display.code)  \(interaction.text(Phrase("\(screen.secondsLeft) s left", "剩余 \(screen.secondsLeft) 秒")))\n"
                + "\(screen.title)  \(screen.state)")
    }
}

extension VenueDisplay {
    fileprivate func screen(_ interaction: Interaction) -> VenueScreen {
        let hours =
            window.map { Door.clock($0) }
            ?? interaction.text(
                door.windows.isEmpty ? Phrase("all day", "全天") : Phrase("outside the windows", "不在考勤时段内"))
        let count = Phrase(
            "\(arrived) of \(door.offering.rosterSize) scanned here", "本机已签到 \(arrived) / \(door.offering.rosterSize) 人"
        )
        return VenueScreen(
            code: code, secondsLeft: Int((leftMs + 999) / 1000), title: door.offering.value.title,
            state: "\(door.day)  \(hours)  \(interaction.text(count))")
    }
}
