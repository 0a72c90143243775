/// The first row of an uploaded file, which assigns columns.
struct SheetHeading<Column: SheetColumn>: Equatable, Sendable {
    /// As in the file, without the reason column of a mend file.
    let titles: [String]
    let columns: [Column]
    /// The index of a mend file's reason column.
    let reason: Int?
    /// The language of the headings, in which errors about them are reported.
    let language: Language

    /// A heading matches in Chinese or English, ignoring case, blanks and a star for "required". Throws for a heading
    /// that is unknown, repeated, empty between others, or required and missing, and names it.
    init(_ row: DelimitedRow) throws(Refusal) {
        var columns: [Column] = []
        var titles: [String] = []
        var reason: Int?
        var language = Language.en
        var cells = row.cells.map(trimmed)
        while cells.last == "" { cells.removeLast() }
        guard cells.contains(where: Self.isKnown) else {
            let known = Column.allCases.map(\.heading)
            let title = Self.shown(cells.first { !$0.isEmpty } ?? "")
            throw Refusal(
                .invalid, field: title,
                "“\(title)” in line \(row.line) is none of the headings \(known.map(\.en).joined(separator: ", ")); delete the rows above the headings",
                zh: "第 \(row.line) 行“\(title)”不是表头（可用：\(known.map(\.zh).joined(separator: "、"))），请删除表头上方的行")
        }
        for (position, title) in cells.enumerated() {
            let folded = Self.folded(title)
            if let column = Column.allCases.first(where: { Self.matches($0.heading, folded) }) {
                guard !columns.contains(column) else {
                    throw Refusal(
                        .invalid, field: title, "the heading \(title) is given twice", zh: "表头“\(title)”重复")
                }
                if folded == Self.folded(column.heading.zh) { language = .zh }
                columns.append(column)
                titles.append(title)
            } else if Self.matches(sheetReason, folded), reason == nil {
                reason = position
            } else {
                let known = Column.allCases.map(\.heading)
                let title = Self.shown(title)
                throw Refusal(
                    .invalid, field: title,
                    "the heading “\(title)” of column \(position + 1) is not known; it may be \(known.map(\.en).joined(separator: ", "))",
                    zh: "第 \(position + 1) 列表头“\(title)”无法识别；可用：\(known.map(\.zh).joined(separator: "、"))")
            }
        }
        self.columns = columns
        self.titles = titles
        self.reason = reason
        self.language = language
        for column in Column.allCases where column.isRequired && !columns.contains(column) {
            throw Refusal(
                .invalid, field: column.heading.text(in: language), "the column \(column.heading.en) is missing",
                zh: "缺少“\(column.heading.zh)”列")
        }
    }

    /// Returns the row's cells by heading: without the reason, without a spreadsheet's additions, missing ones empty.
    /// Nil if the row has a value beyond the last heading.
    func cells(of row: DelimitedRow) -> [String]? {
        var cells = row.cells.map { trimmed(DelimitedWriter.unguarded(trimmed($0))) }
        if let reason, reason < cells.count { cells.remove(at: reason) }
        while cells.count > columns.count, cells.last == "" { cells.removeLast() }
        guard cells.count <= columns.count else { return nil }
        return cells + Array(repeating: "", count: columns.count - cells.count)
    }

    /// The faults of the row's cells by heading.
    func faults(of row: DelimitedRow) -> [Int: Phrase] {
        guard let reason, !row.faults.isEmpty else { return row.faults }
        return Dictionary(
            row.faults.compactMap { place, fault in place == reason ? nil : (place > reason ? place - 1 : place, fault)
            }
        ) { first, _ in first }
    }

    /// BAT-1: whether a row is the template's example as it was given out.
    func isExample(_ row: DelimitedRow) -> Bool {
        guard !Column.example.isEmpty, let cells = cells(of: row) else { return false }
        return zip(columns, cells).allSatisfy { column, cell in
            guard let given = Column.example[column] else { return cell.isEmpty }
            return cell == given.en || cell == given.zh
        }
    }

    /// EXM-1b: whether a row is the template's instructions, some of whose cells may have been overwritten.
    func isInstruction(_ row: DelimitedRow) -> Bool {
        guard let cells = cells(of: row) else { return false }
        return zip(columns, cells).contains { column, cell in
            guard let told = Column.instructions[column] else { return false }
            return cell == told.en || cell == told.zh
        }
    }

    /// If the heading is missing, this row is personal data, which no error may show.
    private static func shown(_ title: String) -> String {
        title.count(where: \.isNumber) < 4 && title.count <= 40 ? title : "…"
    }

    private static func isKnown(_ title: String) -> Bool {
        let folded = folded(title)
        return Column.allCases.contains { matches($0.heading, folded) }
    }

    private static func matches(_ heading: Phrase, _ folded: String) -> Bool {
        folded == Self.folded(heading.en) || folded == Self.folded(heading.zh)
    }

    private static func folded(_ title: String) -> String {
        halfWidth(title).lowercased().filter { !$0.isWhitespace && $0 != "*" && $0 != "_" && $0 != "-" }
    }
}
