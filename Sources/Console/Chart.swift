package import Domain

// Figures as bars of text in a terminal, and as SVG.
extension Chart {
    private static let textLength = 30
    /// In columns: what stands left of a bar in a picture.
    private static let labelColumns = 26

    /// The bar of one figure as text.
    package func text(of bar: Bar) -> String {
        String(repeating: "█", count: max(0, bar.value) * Self.textLength / most)
            + String(repeating: "░", count: max(0, bar.whole - bar.value) * Self.textLength / most)
    }

    /// The chart with what fits a picture: harmless texts, labels cut.
    package var pictured: Chart {
        var chart = Chart(title.harmless, form)
        for bar in bars {
            chart.add(
                Bar(
                    form == .bars ? bar.label.harmless.cut(to: Self.labelColumns) : bar.label.harmless, bar.value,
                    of: bar.whole))
        }
        return chart
    }

    /// A picture of its own, in fonts that the reader has.
    package var svg: String {
        let picture = ChartPicture(pictured)
        let (width, height) = (ChartPicture.width, picture.height)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
            height="\(height)" font-family="sans-serif" role="img">
            <title>\(Self.escaped(title.harmless))</title>
            <rect width="100%" height="100%" fill="#fff"/>
            \(picture.marks.map(Self.svg).joined(separator: "\n"))
            </svg>

            """
    }

    private static func svg(_ mark: ChartPicture.Mark) -> String {
        switch mark {
        case .rectangle(let x, let y, let width, let height, let colour):
            "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(hex(colour))\"/>"
        case .text(let text, let x, let y, let size, let anchor):
            "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\" text-anchor=\"\(anchor)\">\(escaped(text))</text>"
        case .line(let points, let width, let colour):
            "<polyline points=\"\(points.map { "\($0.x),\($0.y)" }.joined(separator: " "))\" fill=\"none\" "
                + "stroke=\"\(hex(colour))\" stroke-width=\"\(width)\"/>"
        }
    }

    private static func hex(_ colour: ChartPicture.Colour) -> String {
        switch colour {
        case .text: "#000"
        case .pale: "#dbe4ee"
        case .strong: "#2b6cb0"
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

extension Interaction {
    /// Shows figures as a table of bars, and writes them as SVG where a file is named.
    /// - Parameter heading: of the labels.
    package func show(_ chart: Chart, _ heading: Phrase, svg path: String?) throws {
        var table = Table(
            .init("label", heading), .init("value", Phrase("Value", "数值"), .right),
            .init("of", Phrase("Of", "总数"), .right), .init("bar", Phrase("Bar", "图示"), .exact))
        for bar in chart.bars {
            table.add(bar, chart.text(of: bar))
        }
        try show(table)
        if let path { try write(Array(chart.svg.utf8), to: path) }
    }

    /// Writes a picture of figures, and says where it is.
    package func write(_ picture: [UInt8], to path: String) throws {
        try PrivateFile.write(picture, to: path)
        say(Phrase("the picture: \(path)", "图片已写入 \(path)"))
    }
}

extension Table {
    fileprivate mutating func add(_ bar: Chart.Bar, _ text: String) {
        add(
            .init(bar.label), .init(bar.value), bar.whole == 0 ? .empty : .init(bar.whole),
            .init(Phrase(text), json: .null))
    }
}
