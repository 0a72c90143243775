/// The first row of an uploaded file: which column of the file is which.
struct SheetHeading<Column: SheetColumn>: Equatable, Sendable {
    /// As in the file, without the reason column of a mend file.
    let titles: [String]
    let columns: [Column]
    /// The position of a mend file's reason column.
    let reason: Int?
    /// Headings are answered in the language they were written in.
    let language: Language

    /// A heading matches in Chinese or English, whatever its case, blanks or a star for "required". A heading that is
    /// not known, one given twice, an empty one between others and a required one that is missing are refused by name.
    init(_ row: DelimitedRow) throws(Refusal) {
        var columns: [Column] = []
        var titles: [String] = []
        var reason: Int?
        var language = Language.english
        var cells = row.cells.map(trimmed)
        while cells.last == "" { cells.removeLast() }
        for (position, title) in cells.enumerated() {
            let folded = Self.folded(title)
            if let column = Column.allCases.first(where: { Self.matches($0.heading, folded) }) {
                guard !columns.contains(column) else {
                    throw Refusal(
                        .invalid, field: title, "the heading \(title) is given twice", zh: "表头“\(title)”重复")
                }
                if folded == Self.folded(column.heading.chinese) { language = .chinese }
                columns.append(column)
                titles.append(title)
            } else if Self.matches(sheetReason, folded), reason == nil {
                reason = position
            } else {
                let known = Column.allCases.map(\.heading)
                let title = Self.shown(title)
                throw Refusal(
                    .invalid, field: title,
                    "the heading “\(title)” of column \(position + 1) is not known; it may be \(known.map(\.english).joined(separator: ", "))",
                    zh: "第 \(position + 1) 列表头“\(title)”无法识别；可用：\(known.map(\.chinese).joined(separator: "、"))")
            }
        }
        self.columns = columns
        self.titles = titles
        self.reason = reason
        self.language = language
        for column in Column.allCases where column.isRequired && !columns.contains(column) {
            throw Refusal(
                .invalid, field: column.heading.text(in: language), "the column \(column.heading.english) is missing",
                zh: "缺少“\(column.heading.chinese)”列")
        }
    }

    /// The row's cells under the headings: the reason dropped, what a spreadsheet added undone, missing ones empty.
    /// `nil` when the row has something beyond the last heading.
    func cells(of row: DelimitedRow) -> [String]? {
        var cells = row.cells.map { trimmed(DelimitedWriter.unguarded(trimmed($0))) }
        if let reason, reason < cells.count { cells.remove(at: reason) }
        while cells.count > columns.count, cells.last == "" { cells.removeLast() }
        guard cells.count <= columns.count else { return nil }
        return cells + Array(repeating: "", count: columns.count - cells.count)
    }

    /// Where the heading was left out its place is taken by somebody's data, which no error may tell.
    private static func shown(_ title: String) -> String {
        title.count(where: \.isNumber) < 4 && title.count <= 40 ? title : "…"
    }

    private static func matches(_ heading: Wording, _ folded: String) -> Bool {
        folded == Self.folded(heading.english) || folded == Self.folded(heading.chinese)
    }

    private static func folded(_ title: String) -> String {
        halfWidth(title).lowercased().filter { !$0.isWhitespace && $0 != "*" && $0 != "_" && $0 != "-" }
    }
}
