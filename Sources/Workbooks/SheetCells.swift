import Domain

/// Takes the cells of one sheet as its XML tells them, and hands on the rows that are not blank.
final class SheetCells {
    private static let mergeLimit = 10_000

    private let texts: SharedTexts
    private let styles: DateStyles
    private let countsFrom1904: Bool
    /// The most bytes of text of all rows; shared texts may be used often.
    private let textLimit: Int
    private let take: (DelimitedRow) throws(Refusal) -> Void
    private var lastLine = 0
    /// The rectangles of merged cells, as `B2:C5`.
    private var merged: [String] = []
    private var size = 0

    private var line = 0
    private var cells: [String] = []
    private var faults: [Int: Phrase] = [:]
    private var column = -1
    private var kind = ""
    private var style: String?
    private var value: [UInt8] = []
    private var isValue = false
    private var isReading = false
    private var isFormula = false

    init(
        texts: SharedTexts, styles: DateStyles, countsFrom1904: Bool, textLimit: Int,
        take: @escaping (DelimitedRow) throws(Refusal) -> Void
    ) {
        (self.textLimit, self.take) = (textLimit, take)
        self.texts = texts
        self.styles = styles
        self.countsFrom1904 = countsFrom1904
    }

    func begin(_ name: String, _ attributes: XMLReader.Attributes) throws(Refusal) {
        switch name {
        case "row":
            let next = attributes["r"].flatMap { Int($0) } ?? line + 1
            guard next > line, next <= 1_048_576 else { throw damagedWorkbook }
            (line, column) = (next, -1)
            (cells, faults) = ([], [:])
        case "c":
            let next = try attributes["r"].map { (place) throws(Refusal) in try Self.column(of: place) } ?? column + 1
            guard next > column, next < 16_384 else { throw damagedWorkbook }
            column = next
            (kind, style) = (attributes["t"] ?? "n", attributes["s"])
            (value, isFormula) = ([], false)
        case "v": isValue = true
        case "rPh": isReading = true
        case "t": isValue = !isReading
        case "f": isFormula = true
        case "mergeCell":
            guard merged.count < Self.mergeLimit else {
                throw unreadable("more than \(Self.mergeLimit) cells are merged", zh: "合并单元格超过 \(Self.mergeLimit) 处")
            }
            if let place = attributes["ref"] { merged.append(place) }
        default: break
        }
    }

    func append(_ piece: [UInt8]) throws(Refusal) {
        guard isValue else { return }
        guard value.count + piece.count <= DelimitedReader.cellLimit else {
            throw atLine(
                "a cell is longer than \(DelimitedReader.cellLimit) bytes", zh: "单元格超过 \(DelimitedReader.cellLimit) 字节")
        }
        value += piece
    }

    func end(_ name: String) throws(Refusal) {
        switch name {
        case "v", "t": isValue = false
        case "rPh": isReading = false
        case "c": try endCell()
        case "row": try endRow()
        default: break
        }
    }

    private func endCell() throws(Refusal) {
        let text = try text()
        guard !text.isEmpty || isFormula else { return }
        guard column < DelimitedReader.columnLimit else {
            throw atLine("more than \(DelimitedReader.columnLimit) columns", zh: "超过 \(DelimitedReader.columnLimit) 列")
        }
        size += text.utf8.count + MemoryLayout<String>.size
        guard size <= textLimit else {
            throw atLine("more text than a list can have", zh: "文本总量超出名单上限")
        }
        cells += Array(repeating: "", count: column - cells.count)
        cells.append(text)
        if isFormula {
            faults[column] = Phrase(
                "the cell holds a formula; copy it and paste its value", "单元格为公式；请复制后“粘贴为数值”")
        } else if kind == "e" {
            faults[column] = Phrase("the cell shows an error of a formula", "单元格为公式错误值")
        }
    }

    private func endRow() throws(Refusal) {
        guard cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { return }
        lastLine = line
        try take(DelimitedRow(line: line, cells: cells, faults: faults))
    }

    private func text() throws(Refusal) -> String {
        switch kind {
        case "s":
            guard let index = Int(String(decoding: value, as: UTF8.self)), let shared = try texts.text(index) else {
                if value.isEmpty { return "" }
                throw damagedWorkbook
            }
            guard shared.count <= DelimitedReader.cellLimit else {
                throw atLine(
                    "a cell is longer than \(DelimitedReader.cellLimit) bytes",
                    zh: "单元格超过 \(DelimitedReader.cellLimit) 字节")
            }
            return Self.unescaped(String(decoding: shared, as: UTF8.self))
        case "b": return value == [UInt8(ascii: "1")] ? "TRUE" : "FALSE"
        case "n": return number(String(decoding: value, as: UTF8.self))
        default: return Self.unescaped(String(decoding: value, as: UTF8.self))
        }
    }

    /// A number as people see it: without the digits that a binary fraction adds, and a date as one.
    private func number(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let date = styles[style]
        if isPlain, date == nil { return text }
        guard let number = Double(text), number.isFinite else { return text }
        if let date { return self.date(number, date) ?? text }
        guard number.magnitude < 1e15 else { return text }
        return number == number.rounded() ? String(Int64(number)) : "\(number)"
    }

    /// `2026-10-02`, `2026-10-02 08:30:00`; nil for what is no date.
    private func date(_ number: Double, _ kind: DateStyles.Kind) -> String? {
        guard number >= 0, number < 2_958_466 else { return nil }
        let seconds = Int64((number * 86_400).rounded())
        let days = Int(seconds / 86_400)
        // Days count from the last of 1899; up to February 1900 there is one too many, as in Lotus 1-2-3.
        let first = countsFrom1904 ? -24_107 : days < 60 ? -25_568 : -25_569
        let (day, rest) = (Day(Int32(first + days)).description, seconds % 86_400)
        guard kind == .time || rest != 0 else { return day }
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day) \(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
    }

    /// Without the form in which control characters stand in a workbook: `_x000D_`.
    private static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
        }
    }

    /// The column of `B7`, from 0.
    private static func column(of place: String) throws(Refusal) -> Int {
        var column = 0
        for byte in place.utf8 {
            guard (0x41...0x5A).contains(byte) else { break }
            column = column * 26 + Int(byte - 0x40)
            guard column <= 16_384 else { throw damagedWorkbook }
        }
        return column - 1
    }

    private static func row(of place: Substring) -> Int { Int(place.drop { !$0.isNumber }) ?? 0 }

    /// Only the first of merged cells has the value: the others would be taken for empty ones.
    func requireUnmerged() throws(Refusal) {
        for place in merged {
            let corners = place.split(separator: ":")
            guard let corner = corners.first, Self.row(of: corner) <= lastLine else { continue }
            throw Refusal(
                .invalid, field: "line \(Self.row(of: corner))",
                "the cells \(place) are merged; unmerge them and fill in each", zh: "单元格 \(place) 已合并，请取消合并并逐格填写")
        }
    }

    private func atLine(_ english: String, zh chinese: String) -> Refusal {
        Refusal(.invalid, field: "line \(line)", "line \(line): \(english)", zh: "第 \(line) 行：\(chinese)")
    }
}
