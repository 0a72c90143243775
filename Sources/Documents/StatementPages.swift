/// A statement as pages: a title, what it is about, a table that goes on over as many pages as it needs, and what follows it.
package struct StatementPages {
    package struct Column: Sendable {
        let title: String
        /// In points; all together at most ``width``.
        let width: Double

        package init(_ title: String, width: Double) {
            self.title = title
            self.width = width
        }
    }

    private let title: String
    private let fields: [CertificatePage.Field]
    private let columns: [Column]
    private let rows: [[String]]
    private let author: String
    private let createdMs: Int64

    /// - Parameters:
    ///   - rows: as many cells as there are columns.
    ///   - author: for the properties of the file.
    ///   - createdMs: UTC milliseconds.
    package init(
        title: String, fields: [CertificatePage.Field], columns: [Column], rows: [[String]], author: String,
        createdMs: Int64
    ) {
        (self.title, self.fields, self.columns, self.rows) = (title, fields, columns, rows)
        (self.author, self.createdMs) = (author, createdMs)
    }

    /// The room between the margins.
    package static let width = 483.0
    private static let left = 56.0
    private static let top = 72.0
    private static let bottom = 770.0
    private static let labelWidth = 110.0
    private static let lead = 14.0
    private static let gap = 4.0

    /// Draws the pages as a PDF in one font, in time that grows with the rows.
    package func pdf() throws(CertificatePage.Fault) -> [UInt8] {
        guard let canvas = Canvas(landscape: false, title: title, author: author, created: PDFTime(ms: createdMs).iso)
        else { throw .unwritten }
        do throws(UnprintableCharacter) {
            try draw(on: canvas)
        } catch { throw .unprintable(error) }
        guard let file = canvas.finish() else { throw .unwritten }
        return file
    }

    private func draw(on canvas: Canvas) throws(UnprintableCharacter) {
        let (large, small) = (Font(size: 20), Font(size: 10))
        var y = Self.top
        canvas.ink(grey: 0)
        for line in try large.lines(title, width: Self.width) {
            canvas.draw(line, large, x: (canvas.width - line.width) / 2, y: y)
            y += 28
        }
        y += Self.gap
        let sides = [Self.labelWidth, Self.width - Self.labelWidth]
        for field in fields { try add([field.label, field.value], sides, small, &y, canvas) }
        y += Self.lead
        try drawHeading(small, &y, canvas)
        for row in rows {
            try add(row, columns.map(\.width), small, &y, canvas) { (y) throws(UnprintableCharacter) in
                try drawHeading(small, &y, canvas)
            }
        }
    }

    private func drawHeading(_ font: Font, _ y: inout Double, _ canvas: Canvas) throws(UnprintableCharacter) {
        canvas.ink(grey: 0.35)
        try add(columns.map(\.title), columns.map(\.width), font, &y, canvas)
        canvas.ink(grey: 0.55)
        canvas.rectangle(x: Self.left, y: y - Self.lead + 1, width: Self.width, height: 0.6)
        canvas.fill()
        canvas.ink(grey: 0)
        y += Self.gap
    }

    /// Draws a row of cells, on the next page where this one has no room for it.
    private func add(
        _ cells: [String], _ widths: [Double], _ font: Font, _ y: inout Double, _ canvas: Canvas,
        beginning: (inout Double) throws(UnprintableCharacter) -> Void = { (_) throws(UnprintableCharacter) in }
    ) throws(UnprintableCharacter) {
        var lines: [[Font.Line]] = []
        for (cell, width) in zip(cells, widths) { lines.append(try font.lines(cell, width: width - 8)) }
        let height = Double(lines.map(\.count).max() ?? 1) * Self.lead
        if y + height - Self.lead > Self.bottom {
            canvas.nextPage()
            y = Self.top
            try beginning(&y)
        }
        var x = Self.left
        for (cell, width) in zip(lines, widths) {
            for (index, line) in cell.enumerated() {
                canvas.draw(line, font, x: x, y: y + Double(index) * Self.lead)
            }
            x += width
        }
        y += height + Self.gap
    }
}
