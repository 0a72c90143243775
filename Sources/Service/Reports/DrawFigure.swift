import Application
import Documents
import Domain
import Messages

extension Reports {
    /// The most that can be told apart in a picture.
    private static let (mostBars, mostPoints) = (100, 720)
    private static let textLimit = 200

    /// RPT-1: a chart that is to be drawn, of what the caller has read: it names nothing of the server's.
    func loadFigure(_ request: DrawFigureRequest, _ context: ReadContext) throws -> Chart {
        guard let form = request.form else { throw Refusal(.invalid, field: "form") }
        let most = form == .bars ? Self.mostBars : Self.mostPoints
        guard request.bars.count <= most else {
            throw Refusal(
                .invalid, field: "bars", "at most \(most) in one picture; SVG holds more",
                zh: "一张图最多 \(most) 项，更多请用 SVG")
        }
        guard ([request.title] + request.bars.map(\.label)).allSatisfy({ $0.count <= Self.textLimit }) else {
            throw Refusal(.invalid, field: "title", "longer than \(Self.textLimit) characters", zh: "文字过长")
        }
        var chart = Chart(request.title, form == .bars ? .bars : .curve)
        for bar in request.bars { chart.add(.init(bar.label, Int(bar.value), of: Int(bar.whole))) }
        return chart
    }

    /// Draws it, in some tens of milliseconds.
    /// - Throws: `invalid` for what cannot be drawn, such as text of control characters.
    func draw(_ chart: Chart) throws -> FigurePicture {
        guard let png = ChartBitmap.png(chart) else {
            throw Refusal(.invalid, field: "bars", "this cannot be drawn", zh: "无法绘制")
        }
        return FigurePicture(png: png)
    }
}
