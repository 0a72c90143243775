package import Console
import QRCodes

/// ATT-1b: a venue's code, and what stands around it, on a screen, as files for a projector, or as lines.
package struct VenueScreen: Sendable, Equatable {
    package let code: String
    package let secondsLeft: Int
    package let title: String
    /// The window that is on, and who has come.
    package let state: String

    package init(code: String, secondsLeft: Int, title: String, state: String) {
        self.code = code
        self.secondsLeft = secondsLeft
        self.title = title
        self.state = state
    }

    package static let pictures: Parameter<Screen.Pictures?> = .option(
        "pictures", "FORM", Phrase("how the terminal draws; else it is asked", "终端绘图方式，默认自动识别"))

    private static let shortest = 2

    /// Lays it out for a screen: as large as fits; the code as text alone where not even half blocks fit.
    package func frame(on screen: Screen, _ interaction: Interaction) -> ScreenFrame {
        let left = interaction.text(Phrase("\(secondsLeft) s left", "剩余 \(secondsLeft) 秒"))
        let footer = "\(code)  \(left)"
        // 24 lines hold a title, a code of 41 modules and two lines.
        let rows = screen.rows - 1 - Self.shortest
        let end = interaction.text(Phrase("q ends", "按 q 结束"))
        guard let code = QRCode(code), let picture = code.picture(on: screen, rows: rows) else {
            let small = interaction.text(Phrase("this window is too small for the QR code", "窗口过小，无法显示二维码"))
            return ScreenFrame(above: [title], picture: nil, below: [footer, state, small])
        }
        let hasRoom = rows - picture.rows > 3
        return ScreenFrame(
            above: hasRoom ? [title, state, ""] : [title], picture: picture,
            below: hasRoom ? ["", footer, end] : [footer, state])
    }

    /// Writes `code.png` and `code.txt` into a folder, each replaced as a whole, for a projector that shows them again and
    /// again.
    package func write(to folder: String, _ interaction: Interaction) throws {
        try PrivateFile.makeFolder(folder)
        try DrawnCode.write(code, to: folder + "/code.png")
        let lines = [title, state, code].map { $0.harmless + "\n" }
        try PrivateFile.write(Array(lines.joined().utf8), to: folder + "/code.txt", mode: 0o644)
    }
}

extension QRCode {
    /// Returns the picture of this code in so many rows of a screen; nil if it does not fit.
    fileprivate func picture(on screen: Screen, rows: Int) -> ScreenFrame.Picture? {
        guard screen.pictures != .blocks else {
            let lines = lines
            guard lines.count <= rows, columns <= screen.columns else { return nil }
            return ScreenFrame.Picture(columns: columns, rows: lines.count, lines: lines)
        }
        let scale = scale(width: screen.columns * screen.cell.width, height: rows * screen.cell.height)
        guard scale > 0 else { return nil }
        let side = columns * scale
        return ScreenFrame.Picture(
            columns: (side + screen.cell.width - 1) / screen.cell.width,
            rows: (side + screen.cell.height - 1) / screen.cell.height,
            lines: [screen.pictures == .kitty ? kitty(scale: scale) : sixel(scale: scale)])
    }
}
