/// A terminal that a command fills.
package struct Screen: Sendable, Equatable {
    /// How it shows pictures.
    package enum Pictures: String, Sendable, CaseIterable, ArgumentValue {
        /// Kitty's graphics protocol.
        case kitty
        case sixel
        /// Half blocks, which every terminal has.
        case blocks
    }

    package let columns: Int
    package let rows: Int
    package let pictures: Pictures
    /// Pixels of one cell.
    package let cell: Cell

    package struct Cell: Sendable, Equatable {
        package let width: Int
        package let height: Int
    }

    package init(columns: Int, rows: Int, pictures: Pictures, cell: Cell) {
        self.columns = columns
        self.rows = rows
        self.pictures = pictures
        self.cell = cell
    }
}

/// Lines, a picture and lines that fill a screen, all centred.
package struct ScreenFrame: Sendable, Equatable {
    /// Cells that a picture takes, and what draws it.
    package struct Picture: Sendable, Equatable {
        package let columns: Int
        package let rows: Int
        /// Lines of cells, or one text that draws pixels from the cursor on.
        package let lines: [String]

        package init(columns: Int, rows: Int, lines: [String]) {
            self.columns = columns
            self.rows = rows
            self.lines = lines
        }
    }

    package let above: [String]
    package let picture: Picture?
    package let below: [String]

    package init(above: [String], picture: Picture?, below: [String]) {
        self.above = above
        self.picture = picture
        self.below = below
    }
}

extension Interaction {
    /// Whether a person looks at a terminal that a command can fill.
    package var canFillScreen: Bool { canDrawLists && outIsTerminal && !isJSON }

    /// Fills the terminal, and draws it again every second and when its size changes, until q, Escape, Ctrl-C or the end of
    /// the input. Leaves what was on the terminal before as it was.
    /// - Parameter pictures: nil asks the terminal how it shows pictures.
    package func fillScreen(as pictures: Screen.Pictures?, _ frame: (Screen) throws -> ScreenFrame) throws {
        try flush()
        try RawTerminal.with(terminal, leaving: FullScreen.leave) {
            let probe = FullScreen.Probe(asking: terminal, pictures, self)
            try draw(FullScreen.enter)
            // The refusal that ends a frame is told on the screen that was there before.
            defer { tellTerminal(FullScreen.leave.description) }
            var last: (screen: Screen, frame: ScreenFrame)?
            while true {
                let screen = probe.screen(columns: width ?? 80, rows: height ?? 24)
                let next = try frame(screen)
                if let change = FullScreen.change(
                    from: last?.frame, to: next, isResized: last?.screen != screen, screen)
                {
                    try draw(change)
                }
                last = (screen, next)
                guard let bytes = RawTerminal.read(terminal, waitMs: 1000) else { break }
                // Escape alone: other keys and late answers begin with it.
                if bytes == [0x1B] || !FullScreen.ends.isDisjoint(with: bytes) { break }
            }
        }
    }
}

/// The bytes that fill a terminal.
enum FullScreen {
    /// q, Ctrl-C, Ctrl-D.
    static let ends: Set<UInt8> = [0x71, 0x51, 0x03, 0x04]
    /// The alternate screen, without a cursor.
    static let enter = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[2J"
    static let leave: StaticString = "\u{1B}_Ga=d,q=2\u{1B}\\\u{1B}[?25h\u{1B}[?1049l"

    /// Returns what turns one frame into the next; nil if nothing has changed.
    static func change(from last: ScreenFrame?, to next: ScreenFrame, isResized: Bool, _ screen: Screen) -> String? {
        guard isResized || last != next else { return nil }
        let isSamePicture = !isResized && last?.picture == next.picture && last?.above.count == next.above.count
        let text =
            next.above.map { Optional($0) } + Array(repeating: nil, count: next.picture?.rows ?? 0)
            + next.below.map { Optional($0) }
        let top = max(0, (screen.rows - text.count) / 2)
        var drawn = isSamePicture ? "" : "\u{1B}_Ga=d,q=2\u{1B}\\\u{1B}[2J"
        for (row, line) in text.enumerated() where top + row < screen.rows {
            guard let line = line?.harmless.cut(to: screen.columns) else { continue }
            drawn += place(top + row, (screen.columns - line.columns) / 2, clearing: true) + line
        }
        if let picture = next.picture, !isSamePicture {
            for (row, line) in picture.lines.enumerated() {
                drawn += place(top + next.above.count + row, (screen.columns - picture.columns) / 2) + line
            }
        }
        return drawn
    }

    /// Moves the cursor; rows and columns count from 0.
    private static func place(_ row: Int, _ column: Int, clearing: Bool = false) -> String {
        let clear = clearing ? "\u{1B}[\(row + 1);1H\u{1B}[2K" : ""
        return clear + "\u{1B}[\(row + 1);\(max(0, column) + 1)H"
    }

    /// A terminal's answer to the question what it can do.
    struct Probe {
        private let pictures: Screen.Pictures
        /// The pixels of the whole window; nil if it did not say.
        private let pixels: (width: Int, height: Int)?
        /// A slow line has so long to answer; every terminal answers the last question.
        private static let patienceMs: Int64 = 500
        /// A picture of kitty's protocol to be checked, the size of the window, what the terminal is.
        private static let questions = "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\\u{1B}[14t\u{1B}[c"

        init(asking terminal: Int32, _ chosen: Screen.Pictures?, _ interaction: Interaction) {
            var answer: [UInt8] = []
            if chosen != .blocks {
                interaction.tellTerminal(Self.questions)
                let deadline = interaction.nowMs + Self.patienceMs
                while interaction.nowMs < deadline, !Self.isWhole(answer),
                    let bytes = RawTerminal.read(terminal, waitMs: Int32(max(0, deadline - interaction.nowMs)))
                {
                    answer += bytes
                }
            }
            self.init(answer: String(decoding: answer, as: UTF8.self), chosen)
        }

        init(answer: String, _ chosen: Screen.Pictures?) {
            let attributes = answer.firstMatch(of: /\u{1B}\[\?([0-9;]*)c/)?.1.split(separator: ";") ?? []
            pictures =
                chosen
                ?? (answer.contains("_Gi=31;OK") ? .kitty : attributes.dropFirst().contains("4") ? .sixel : .blocks)
            pixels = answer.firstMatch(of: /\u{1B}\[4;([0-9]{1,5});([0-9]{1,5})t/).flatMap { match in
                Int(match.2).flatMap { width in Int(match.1).map { (width, $0) } }
            }
        }

        /// A window that does not tell its pixels is taken to have small ones, so that a picture fits.
        func screen(columns: Int, rows: Int) -> Screen {
            let cell = Screen.Cell(
                width: max(1, pixels.map { $0.width / columns } ?? 8),
                height: max(1, pixels.map { $0.height / rows } ?? 16))
            return Screen(columns: columns, rows: rows, pictures: pictures, cell: cell)
        }

        private static func isWhole(_ answer: [UInt8]) -> Bool {
            String(decoding: answer, as: UTF8.self).contains(/\u{1B}\[\?[0-9;]*c/)
        }
    }
}
