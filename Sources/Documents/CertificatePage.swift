package import QRCodes

/// A certificate as a page: its title, what it says in two columns, and a code by which it is verified.
package struct CertificatePage: Sendable {
    package struct Field: Sendable {
        package let label: String
        package let value: String

        package init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    package let title: String
    package let fields: [Field]
    package let code: QRCode
    /// Beside the code: how it is verified.
    package let caption: [String]
    /// The issuer, for the properties of the file.
    package let author: String
    /// UTC milliseconds.
    package let createdMs: Int64

    package init(
        title: String, fields: [Field], code: QRCode, caption: [String], author: String, createdMs: Int64
    ) {
        self.title = title
        self.fields = fields
        self.code = code
        self.caption = caption
        self.author = author
        self.createdMs = createdMs
    }

    package enum Fault: Error, Equatable, Sendable {
        case unprintable(UnprintableCharacter)
        /// The fields need more room than the page has.
        case tooLong
        case unwritten
    }

    private static let margin = 84.0
    private static let labelWidth = 130.0
    private static let top = 150.0
    private static let codeSide = 120.0
    /// The sizes of the fields' text that are tried in turn.
    private static let sizes = [15.0, 14, 13, 12, 11, 10, 9]

    /// Draws the page as a PDF of one page and one font, in at most a few thousand operations.
    package func pdf() throws(Fault) -> [UInt8] {
        guard let canvas = Canvas(landscape: true, title: title, author: author, created: PDFTime(ms: createdMs).iso)
        else {
            throw .unwritten
        }
        do throws(UnprintableCharacter) {
            try draw(on: canvas)
        } catch { throw .unprintable(error) }
        guard let fields = try fitted(canvas) else { throw .tooLong }
        var y = Self.top
        for row in fields.rows {
            canvas.ink(grey: 0.35)
            for (index, line) in row.label.enumerated() {
                canvas.draw(line, fields.font, x: Self.margin, y: y + Double(index) * fields.lead)
            }
            canvas.ink(grey: 0)
            for (index, line) in row.value.enumerated() {
                canvas.draw(line, fields.font, x: Self.margin + Self.labelWidth, y: y + Double(index) * fields.lead)
            }
            y += Double(row.height) * fields.lead + fields.gap
        }
        guard let file = canvas.finish() else { throw .unwritten }
        return file
    }

    /// Draws the parts at fixed places: the border, the title, the code and its caption.
    private func draw(on canvas: Canvas) throws(UnprintableCharacter) {
        canvas.ink(grey: 0.55)
        for (inset, width) in [(30.0, 2.0), (36, 0.6)] {
            canvas.rectangle(x: inset, y: inset, width: canvas.width - 2 * inset, height: canvas.height - 2 * inset)
            canvas.stroke(width: width)
        }
        canvas.ink(grey: 0)
        let font = Font(size: 30)
        let heading = try font.line(title)
        canvas.draw(heading, font, x: (canvas.width - heading.width) / 2, y: 98)

        let (left, top) = (canvas.width - Self.margin - Self.codeSide, canvas.height - 60 - Self.codeSide)
        let module = Self.codeSide / Double(code.width)
        for row in 0..<code.width {
            for column in 0..<code.width where code.isDark(row, column) {
                // A run of modules is one rectangle.
                if column > 0, code.isDark(row, column - 1) { continue }
                let run = (column..<code.width).prefix { code.isDark(row, $0) }.count
                canvas.rectangle(
                    x: left + Double(column) * module, y: top + Double(row) * module, width: Double(run) * module,
                    height: module)
            }
        }
        canvas.fill()
        let small = Font(size: 9)
        let lines = try captionLines(small, width: left - 2 * 14 - Self.margin)
        canvas.ink(grey: 0.35)
        for (index, line) in lines.enumerated() {
            canvas.draw(
                line, small, x: Self.margin,
                y: canvas.height - 60 - Double(lines.count - 1 - index) * 14)
        }
    }

    private func captionLines(_ font: Font, width: Double) throws(UnprintableCharacter) -> [Font.Line] {
        var lines: [Font.Line] = []
        for text in caption { lines += try font.lines(text, width: width) }
        return lines
    }

    private struct Fitted {
        let font: Font
        let rows: [Row]

        struct Row {
            let label: [Font.Line]
            let value: [Font.Line]
            var height: Int { max(label.count, value.count) }
        }

        /// Between the baselines of one field.
        var lead: Double { font.size * 1.35 }
        /// Extra space between two fields.
        var gap: Double { font.size * 0.45 }
        var height: Double { rows.reduce(0) { $0 + Double($1.height) * lead + gap } }
    }

    /// Returns the fields at the largest size at which they end above the code.
    private func fitted(_ canvas: Canvas) throws(Fault) -> Fitted? {
        let room = canvas.height - 60 - Self.codeSide - Self.top
        let width = canvas.width - 2 * Self.margin - Self.labelWidth
        for size in Self.sizes {
            let font = Font(size: size)
            var rows: [Fitted.Row] = []
            do throws(UnprintableCharacter) {
                for field in fields {
                    rows.append(
                        .init(
                            label: try font.lines(field.label, width: Self.labelWidth - 12),
                            value: try font.lines(field.value, width: width)))
                }
            } catch { throw .unprintable(error) }
            let fitted = Fitted(font: font, rows: rows)
            if fitted.height <= room { return fitted }
        }
        return nil
    }
}
