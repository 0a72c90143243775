package import Domain

/// Rows under headings: columns for people, JSON for scripts.
package struct Table: Sendable {
    package enum Alignment: Sendable {
        /// Text; cut if the terminal is too narrow.
        case left
        /// Text that is typed again, compared or read whole: a password, a number, a command, a reason. Never cut; in a narrow
        /// terminal the last columns are printed below their row, each behind its title.
        case exact
        /// In JSON only; not shown to people.
        case unshown
        /// Numbers; never cut, because half a number is a wrong one.
        case right
    }

    package struct Column: Sendable {
        let key: String
        let title: Phrase
        let alignment: Alignment

        /// - Parameter key: the name in JSON.
        package init(_ key: String, _ title: Phrase, _ alignment: Alignment = .left) {
            self.key = key
            self.title = title
            self.alignment = alignment
        }
    }

    package struct Cell: Sendable, ExpressibleByStringLiteral {
        package let text: Phrase
        let json: JSON
        /// Whether half of it misleads, as of a time: its column is never cut.
        let isWhole: Bool
        /// The amount in yuan, `1160.00`, where the cell is one.
        let yuan: String?

        /// - Parameter json: the value for scripts, such as fen where people see yuan.
        package init(_ text: Phrase, json: JSON, isWhole: Bool = false) {
            self.text = text
            self.json = json
            self.isWhole = isWhole
            yuan = nil
        }

        /// An amount: `¥1,160.00` for people, fen for scripts, a number for spreadsheets.
        package init(_ amount: Fen) {
            text = Phrase(amount.description)
            json = JSON(amount.count)
            isWhole = true
            yuan = amount.yuan
        }

        package init(_ text: String) { self.init(Phrase(text), json: .string(text)) }
        package init(_ number: some BinaryInteger) { self.init(Phrase(String(number)), json: JSON(number)) }
        package init(stringLiteral text: String) { self.init(text) }

        package static let empty = Cell(Phrase(""), json: .null)
    }

    private static let gap = 2
    private static let colon = Phrase(": ", "：")
    /// The least columns to which a text column is cut.
    private static let leastWidth = 6

    let columns: [Column]
    private(set) var rows: [[Cell]] = []

    package init(_ columns: Column...) { self.columns = columns }

    private init(_ columns: [Column]) { self.columns = columns }

    /// - Parameter cells: as many as there are columns; traps otherwise.
    package mutating func add(_ cells: Cell...) {
        precondition(cells.count == columns.count, "\(cells.count) cells for \(columns.count) columns")
        rows.append(cells)
    }

    mutating func removeRows() { rows.removeAll(keepingCapacity: true) }

    var jsonLines: [String] {
        rows.map { row in JSON.object(zip(columns, row).map { JSON.Member($0.key, $1.json) }).text }
    }

    /// Returns a row as lines, `Name: 张三`, without the empty cells.
    func card(_ row: Int, _ language: Language) -> [String] {
        zip(columns, rows[row]).compactMap { column, cell in
            let text = cell.text.text(in: language).harmless
            let title = column.title.text(in: language)
            return text.isEmpty ? nil : title + Self.colon.text(in: language) + text
        }
    }

    /// Returns the headings, then the rows.
    /// - Parameters:
    ///   - width: the columns of the terminal; nil for as wide as needed.
    ///   - isPicked: each row is one line, without the columns that have no room.
    func lines(_ language: Language, width: Int?, isPicked: Bool = false) -> [String] {
        let visible = columns.indices.filter { columns[$0].alignment != .unshown }
        let all = grid(visible, language)
        let wanted = visible.indices.map { column in all.map { $0[column].columns }.max() ?? 0 }
        // Where there is too little room, columns without a value give theirs.
        let isTooWide = width.map { Self.total(wanted) > $0 } ?? false
        let filled = visible.filter { column in rows.contains { !$0[column].text.text(in: language).isEmpty } }
        let shown = isTooWide && !filled.isEmpty ? filled : visible
        let grid = shown == visible ? all : grid(shown, language)
        let laidOut = shown.map { index in
            let column = columns[index]
            let isCut = column.alignment == .left && !rows.contains { $0[index].isWhole }
            return isCut || column.alignment == .right ? column : Column(column.key, column.title, .exact)
        }
        return Table(laidOut).lines(grid, width: width, colon: Self.colon.text(in: language), isPicked)
    }

    /// Returns the titles of these columns and their cells.
    private func grid(_ shown: [Int], _ language: Language) -> [[String]] {
        [shown.map { columns[$0].title.text(in: language) }]
            + rows.map { row in shown.map { row[$0].text.text(in: language).harmless } }
    }

    private func lines(_ grid: [[String]], width: Int?, colon: String, _ isPicked: Bool) -> [String] {
        let wanted = columns.indices.map { column in grid.map { $0[column].columns }.max() ?? 0 }
        var widths = fit(wanted, into: width)
        guard let width else { return grid.map { line($0, widths) } }
        // A text that cannot be cut and has no room stands below its row, the last columns first.
        while widths.count > 1, Self.total(widths) > width {
            widths = fit(wanted.prefix(widths.count - 1), into: width)
        }
        let indent = String(repeating: " ", count: 2 * Self.gap)
        let below = isPicked ? [] : Array(columns.indices.dropFirst(widths.count))
        return grid.enumerated().flatMap { index, row in
            [line(Array(row.prefix(widths.count)), widths)]
                // Titles stand before what they are of, and once.
                + (index == 0 ? [] : below.filter { !row[$0].isEmpty }).flatMap { column in
                    let (title, text) = (indent + grid[0][column] + colon, row[column])
                    return title.columns + text.columns <= width
                        ? [title + text] : [indent + grid[0][column], indent + text]
                }
        }
    }

    private func line(_ row: [String], _ widths: [Int]) -> String {
        var line = ""
        for (column, cell) in row.enumerated() {
            let text = columns[column].alignment == .left ? cell.cut(to: widths[column]) : cell
            let padding = String(repeating: " ", count: max(0, widths[column] - text.columns))
            switch columns[column].alignment {
            case .left, .exact: line += column == row.count - 1 ? text : text + padding
            case .right: line += padding + text
            case .unshown: break
            }
            if column < row.count - 1 { line += String(repeating: " ", count: Self.gap) }
        }
        return line
    }

    private static func total(_ widths: [Int]) -> Int { widths.reduce(gap * (widths.count - 1), +) }

    /// Narrows the widest text column until the line fits.
    private func fit(_ wanted: some Collection<Int>, into limit: Int?) -> [Int] {
        var widths = Array(wanted)
        guard let limit else { return widths }
        var excess = Self.total(widths) - limit
        while excess > 0 {
            let candidates = widths.indices.filter {
                columns[$0].alignment == .left && widths[$0] > Self.leastWidth
            }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }
}
