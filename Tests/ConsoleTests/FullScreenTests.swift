import Foundation
import Processes
import Testing

@testable import Console

@Suite struct FullScreenTests {
    /// Fills the screen with a frame of the size that it got, then prints that size.
    static let program = Program(
        "filler", version: "1", Phrase("Fill", "填充"),
        commands: [
            Command("fill", Phrase("Fill", "填充")) { _, interaction in
                var got: Screen?
                try interaction.fillScreen(as: nil) { screen in
                    got = screen
                    let picture = ScreenFrame.Picture(columns: 4, rows: 2, lines: ["####", "####"])
                    return ScreenFrame(above: ["title"], picture: picture, below: ["footer 签到"])
                }
                if let got { try interaction.data("\(got.pictures) \(got.cell.width) \(got.cell.height)") }
                return .ok
            },
            Command("refuse", Phrase("Refuse", "拒绝")) { _, interaction in
                try interaction.fillScreen(as: .blocks) { _ in
                    throw CommandFailure(.refused, name: "over", Phrase("the day is over", "已结束"))
                }
                return .ok
            },
        ])

    @Test(
        "the terminal is asked what it shows, and what was on it comes back at the end",
        arguments: ["q", "\u{3}", "\u{1B}"])
    func filled(end: String) throws {
        let terminal = try PseudoTerminal()
        let answer = "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[4;480;640t\u{1B}[?62;4c"
        let typist = Typist(terminal, [("\u{1B}[c", answer), ("####\u{1B}[13;39H####", end)])
        #expect(terminal.run(Self.program, "fill") == .ok)
        let shown = try typist.finish()
        #expect(shown.contains("\u{1B}[?1049h") && shown.contains("\u{1B}[?25h\u{1B}[?1049l"))
        #expect(shown.contains("\u{1B}[11;38Htitle") && shown.contains("\u{1B}[14;35Hfooter 签到"))
        #expect(shown.contains("kitty 8 20"))
        #expect(terminal.isEchoing)
    }

    @Test(
        "sixels where the terminal's attributes have them, half blocks elsewhere, and small cells where it says nothing",
        arguments: [
            ("\u{1B}[4;480;640t\u{1B}[?62;4;22c", "sixel", 8, 20), ("\u{1B}[?62;22c", "blocks", 8, 16),
            ("", "blocks", 8, 16),
            ("\u{1B}[?4c", "blocks", 8, 16), ("\u{1B}_Gi=31;ENOENT\u{1B}\\\u{1B}[?64;1;4c", "sixel", 8, 16),
            ("\u{1B}[4;0;0t\u{1B}[?64;4c", "sixel", 1, 1), ("\u{1B}[4;99999;99999t\u{1B}[?1;2c", "blocks", 1249, 4166),
        ])
    func probed(answer: String, pictures: String, width: Int, height: Int) {
        let screen = FullScreen.Probe(answer: answer, nil).screen(columns: 80, rows: 24)
        #expect("\(screen.pictures)" == pictures && screen.cell == Screen.Cell(width: width, height: height))
    }

    @Test("a frame that changes in its lines alone leaves the picture; a larger window draws all of it again")
    func changed() throws {
        func frame(_ left: Int, picture: String = "####") -> ScreenFrame {
            ScreenFrame(
                above: ["title"], picture: .init(columns: 4, rows: 1, lines: [picture]), below: ["\(left) s left"])
        }
        let screen = Screen(columns: 20, rows: 5, pictures: .blocks, cell: .init(width: 8, height: 16))
        let first = try #require(FullScreen.change(from: nil, to: frame(9), isResized: true, screen))
        #expect(first.contains("\u{1B}[2J") && first.contains("####"))
        #expect(FullScreen.change(from: frame(9), to: frame(9), isResized: false, screen) == nil)
        let second = try #require(FullScreen.change(from: frame(9), to: frame(8), isResized: false, screen))
        #expect(second.contains("8 s left") && !second.contains("####") && !second.contains("\u{1B}[2J"))
        let other = try #require(
            FullScreen.change(from: frame(8), to: frame(8, picture: "%%%%"), isResized: false, screen))
        #expect(other.contains("%%%%"))
        #expect(FullScreen.change(from: frame(8), to: frame(8), isResized: true, screen)?.contains("####") == true)
        let narrow = Screen(columns: 5, rows: 2, pictures: .blocks, cell: .init(width: 8, height: 16))
        let cut = try #require(FullScreen.change(from: nil, to: frame(8), isResized: true, narrow))
        #expect(!cut.contains("left"))
    }

    @Test("a refusal while the screen is filled is told on the screen that was there before")
    func refused() throws {
        let terminal = try PseudoTerminal()
        #expect(terminal.run(Self.program, "refuse") == .refused)
        let shown = try terminal.shown()
        let parts = shown.split(separator: "\u{1B}[?1049l")
        #expect(parts.count == 2 && parts[1].contains("the day is over"))
        #expect(terminal.isEchoing)
    }
}
