/// Figures that are compared, as bars or as a curve, and the picture of them.
package struct Chart: Sendable {
    package struct Bar: Sendable {
        package let label: String
        package let value: Int
        /// The sum of which the value is a part; 0 where it is compared with the others alone.
        package let whole: Int

        package init(_ label: String, _ value: Int, of whole: Int = 0) {
            self.label = label
            self.value = value
            self.whole = whole
        }

        fileprivate var figure: String { whole == 0 ? "\(value)" : "\(value) / \(whole)" }
    }

    package enum Form: Sendable {
        case bars
        /// Values in the order of time, which only grow.
        case curve
    }

    package let title: String
    package let form: Form
    package private(set) var bars: [Bar] = []

    package init(_ title: String, _ form: Form) {
        self.title = title
        self.form = form
    }

    package mutating func add(_ bar: Bar) { bars.append(bar) }

    /// The value of the longest bar.
    package var most: Int { max(1, bars.map { max($0.value, $0.whole) }.max() ?? 1) }

    /// The chart with at most so many bars, evenly taken, the first and the last among them.
    package func thinned(to count: Int) -> Chart {
        guard bars.count > count, count > 1 else { return self }
        var thinned = Chart(title, form)
        for place in 0..<count { thinned.add(bars[place * (bars.count - 1) / (count - 1)]) }
        return thinned
    }
}

/// A picture as marks, in units of its own from the upper left corner.
package struct ChartPicture: Sendable {
    package enum Colour: Sendable { case text, pale, strong }

    package enum Anchor: Sendable { case start, middle, end }

    package enum Mark: Sendable {
        case rectangle(x: Int, y: Int, width: Int, height: Int, Colour)
        /// On its baseline.
        case text(String, x: Int, y: Int, size: Int, Anchor)
        case line([(x: Int, y: Int)], width: Int, Colour)
    }

    package static let width = 720
    private static let margin = 16
    private static let labelWidth = 200
    private static let barWidth = 380
    private static let rowHeight = 26
    private static let curveHeight = 260

    package let height: Int
    package private(set) var marks: [Mark]

    package init(_ chart: Chart) {
        height =
            chart.form == .bars
            ? 56 + chart.bars.count * Self.rowHeight + Self.margin : 72 + Self.curveHeight + 40
        marks = [.text(chart.title, x: Self.margin, y: 32, size: 17, .start)]
        switch chart.form {
        case .bars: addBars(chart)
        case .curve: addCurve(chart)
        }
    }

    private mutating func addBars(_ chart: Chart) {
        let left = Self.margin + Self.labelWidth
        for (row, bar) in chart.bars.enumerated() {
            let y = 56 + row * Self.rowHeight
            func rectangle(_ value: Int, _ colour: Colour) -> Mark {
                .rectangle(x: left, y: y, width: max(0, value) * Self.barWidth / chart.most, height: 18, colour)
            }
            marks.append(.text(bar.label, x: left - 8, y: y + 15, size: 13, .end))
            if bar.whole > 0 { marks.append(rectangle(bar.whole, .pale)) }
            marks.append(rectangle(bar.value, .strong))
            marks.append(.text(bar.figure, x: left + Self.barWidth + 8, y: y + 15, size: 13, .start))
        }
    }

    private mutating func addCurve(_ chart: Chart) {
        let (left, top, count) = (Self.margin + 56, 56, chart.bars.count)
        let (width, bottom) = (Self.width - left - Self.margin - 24, top + Self.curveHeight)
        func x(_ index: Int) -> Int { count < 2 ? left : left + index * width / (count - 1) }
        func y(_ value: Int) -> Int { bottom - max(0, value) * Self.curveHeight / chart.most }
        for level in [0, chart.most / 2, chart.most] {
            marks.append(.line([(left, y(level)), (left + width, y(level))], width: 1, .pale))
            marks.append(.text("\(level)", x: left - 8, y: y(level) + 4, size: 13, .end))
        }
        for index in Set([0, count / 2, count - 1]).sorted() where chart.bars.indices.contains(index) {
            // The last one ends where the curve does, and is not cut.
            let anchor: Anchor = index == 0 ? .start : index == count - 1 ? .end : .middle
            marks.append(.text(chart.bars[index].label, x: x(index), y: bottom + 22, size: 13, anchor))
        }
        marks.append(.line(chart.bars.enumerated().map { (x($0), y($1.value)) }, width: 2, .strong))
    }
}
