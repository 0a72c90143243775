import Documents
import Domain
import Foundation
import Testing

@Suite struct ChartBitmapTests {
    private func chart(_ form: Chart.Form = .bars, _ label: String = "长沙市 急诊科") -> Chart {
        var chart = Chart("名额与录取人数", form)
        chart.add(.init(label, 15, of: 30))
        chart.add(.init("宁乡县 全科", 30, of: 30))
        return chart
    }

    /// Width and height, from the header of a PNG.
    private func size(_ png: [UInt8]) -> (width: Int, height: Int)? {
        guard png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), png.count > 24 else { return nil }
        func number(_ at: Int) -> Int { png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
        return (number(16), number(20))
    }

    @Test("RPT-1 figures are a PNG, twice as fine as the SVG of the same marks; another figure is another picture")
    func drawn() throws {
        for form in [Chart.Form.bars, .curve] {
            let png = try #require(ChartBitmap.png(chart(form)))
            let found = try #require(size(png))
            #expect(found.width == 1440 && found.height == ChartPicture(chart(form)).height * 2)
            #expect(try png == #require(ChartBitmap.png(chart(form))))
            var other = chart(form)
            other.add(.init("望城区", 7, of: 30))
            #expect(try png != #require(ChartBitmap.png(other)))
        }
        let empty = try #require(ChartBitmap.png(Chart("无", .curve)))
        #expect(size(empty) != nil)
    }

    @Test("RPT-1 a character that the font lacks is a question mark in a figure")
    func lacking() throws {
        #expect(
            try #require(ChartBitmap.png(chart(.bars, "𠮷林"))) == #require(ChartBitmap.png(chart(.bars, "?林"))))
        #expect(
            try #require(ChartBitmap.png(chart(.bars, "甲"))) != #require(ChartBitmap.png(chart(.bars, "乙"))))
    }
}
