/// Figures that are compared: bars of text in a terminal, bars or a curve as SVG.
package struct Chart {
    package struct Bar {
        let label: String
        let value: Int
        /// The sum of which the value is a part; 0 where it is compared with the others alone.
        let whole: Int

        package init(_ label: String, _ value: Int, of whole: Int = 0) {
            self.label = label
            self.value = value
            self.whole = whole
        }

        fileprivate var figure: String { whole == 0 ? "\(value)" : "\(value) / \(whole)" }
    }

    package enum Form {
        case bars
        /// Values in the order of time, which only grow.
        case curve
    }

    private let title: String
    private let form: Form
    package private(set) var bars: [Bar] = []

    package init(_ title: String, _ form: Form) {
        self.title = title
        self.form = form
    }

    package mutating func add(_ bar: Bar) { bars.append(bar) }

    /// The value of the longest bar.
    private var most: Int { max(1, bars.map { max($0.value, $0.whole) }.max() ?? 1) }

    private static let textLength = 30

    /// The bar of one figure as text.
    package func text(of bar: Bar) -> String {
        String(repeating: "█", count: max(0, bar.value) * Self.textLength / most)
            + String(repeating: "░", count: max(0, bar.whole - bar.value) * Self.textLength / most)
    }

    // The drawing, in its own units.
    private static let width = 720
    private static let margin = 16
    private static let labelWidth = 200
    private static let barWidth = 380
    private static let rowHeight = 26
    private static let curveHeight = 260

    /// A picture of its own, in fonts that the reader has.
    package var svg: String {
        let height = form == .bars ? 56 + bars.count * Self.rowHeight + Self.margin : 72 + Self.curveHeight + 40
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(height)" width="\(Self.width)" \
            height="\(height)" font-family="sans-serif" font-size="13" role="img">
            <title>\(Self.escaped(title))</title>
            <rect width="100%" height="100%" fill="#fff"/>
            <text x="\(Self.margin)" y="32" font-size="17">\(Self.escaped(title))</text>
            \(form == .bars ? drawnBars : drawnCurve)
            </svg>

            """
    }

    private var drawnBars: String {
        bars.enumerated().map { row, bar in
            let y = 56 + row * Self.rowHeight
            let (left, middle) = (Self.margin + Self.labelWidth, y + 15)
            func rectangle(_ value: Int, _ colour: String) -> String {
                let length = max(0, value) * Self.barWidth / most
                return "<rect x=\"\(left)\" y=\"\(y)\" width=\"\(length)\" height=\"18\" fill=\"\(colour)\"/>"
            }
            let label = bar.label.columns > 26 ? bar.label.cut(to: 26) : bar.label
            return """
                <text x="\(left - 8)" y="\(middle)" text-anchor="end">\(Self.escaped(label))</text>
                \(bar.whole > 0 ? rectangle(bar.whole, "#dbe4ee") : "")\(rectangle(bar.value, "#2b6cb0"))
                <text x="\(left + Self.barWidth + 8)" y="\(middle)">\(bar.figure)</text>
                """
        }.joined(separator: "\n")
    }

    private var drawnCurve: String {
        let (left, top) = (Self.margin + 56, 56)
        let (width, bottom) = (Self.width - left - Self.margin - 24, top + Self.curveHeight)
        func x(_ index: Int) -> Int { bars.count < 2 ? left : left + index * width / (bars.count - 1) }
        func y(_ value: Int) -> Int { bottom - max(0, value) * Self.curveHeight / most }
        let points = bars.enumerated().map { "\(x($0)),\(y($1.value))" }.joined(separator: " ")
        let levels = [0, most / 2, most].map { level in
            """
            <line x1="\(left)" y1="\(y(level))" x2="\(left + width)" y2="\(y(level))" stroke="#dbe4ee"/>
            <text x="\(left - 8)" y="\(y(level) + 4)" text-anchor="end">\(level)</text>
            """
        }
        let marks = Set([0, bars.count / 2, bars.count - 1]).sorted().filter { bars.indices.contains($0) }.map {
            index in
            // The last one ends where the curve does, and is not cut.
            let anchor = index == 0 ? "start" : index == bars.count - 1 ? "end" : "middle"
            return """
                <text x="\(x(index))" y="\(bottom + 22)" text-anchor="\(anchor)">\(Self.escaped(bars[index].label))</text>
                """
        }
        let line = "<polyline points=\"\(points)\" fill=\"none\" stroke=\"#2b6cb0\" stroke-width=\"2\"/>"
        return (levels + marks + [line]).joined(separator: "\n")
    }

    private static func escaped(_ text: String) -> String {
        text.harmless.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

extension Interaction {
    /// Shows figures as a table of bars, and writes them as a picture where a file is named.
    /// - Parameter heading: of the labels.
    package func show(_ chart: Chart, _ heading: Phrase, svg path: String?) throws {
        var table = Table(
            .init("label", heading), .init("value", Phrase("Value", "数值"), .right),
            .init("of", Phrase("Of", "总数"), .right), .init("bar", Phrase("Bar", "图示"), .exact))
        for bar in chart.bars {
            table.add(bar, chart.text(of: bar))
        }
        try show(table)
        guard let path else { return }
        try PrivateFile.write(Array(chart.svg.utf8), to: path)
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
