package import Domain

/// The bytes of a workbook, wherever they are kept.
package struct WorkbookBytes {
    let count: Int
    let read: (Range<Int>) throws(Refusal) -> [UInt8]

    package init(count: Int, read: @escaping (Range<Int>) throws(Refusal) -> [UInt8]) {
        self.count = count
        self.read = read
    }

    package init(_ bytes: [UInt8]) {
        self.init(count: bytes.count) { Array(bytes[$0]) }
    }
}

/// Bytes that are too many for memory, in the order in which they were appended.
package struct KeptBytes {
    let append: ([UInt8]) throws(Refusal) -> Void
    let read: (Range<Int>) throws(Refusal) -> [UInt8]

    package init(
        append: @escaping ([UInt8]) throws(Refusal) -> Void, read: @escaping (Range<Int>) throws(Refusal) -> [UInt8]
    ) {
        (self.append, self.read) = (append, read)
    }

    /// In memory.
    init() {
        final class Bytes { var bytes: [UInt8] = [] }
        let kept = Bytes()
        self.init(append: { kept.bytes += $0 }, read: { Array(kept.bytes[$0]) })
    }
}

/// BAT-2: the rows of the first visible sheet of a workbook (.xlsx), the only one with values. It is read piece by piece; what can grow without end is
/// limited: files, bytes that come out, texts, rows with something in them, columns.
package final class WorkbookRows {
    /// The limits of what comes out of a workbook.
    package struct Limits {
        /// Bytes of all its files together.
        let expanded: Int
        /// Bytes of the text of all rows.
        let text: Int

        /// Rows that stay in memory.
        static let inMemory = Limits(expanded: 128 << 20, text: 32 << 20)
        package static let kept = Limits(expanded: 1 << 30, text: 512 << 20)
    }

    /// A file that is read to its end before the next.
    private struct Stage {
        let part: ArchivePart
        let reader: XMLReader
        let end: () throws(Refusal) -> Void
    }

    private var stages: [Stage] = []

    /// - Returns: whether a file is an archive, as a workbook is.
    package static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// - Returns: the rows that are not blank, with their numbers in the sheet.
    /// - Throws: a refusal of the file that says what to do.
    package static func read(_ bytes: [UInt8]) throws(Refusal) -> [DelimitedRow] {
        final class Collected { var rows: [DelimitedRow] = [] }
        let collected = Collected()
        let workbook = try WorkbookRows(WorkbookBytes(bytes), texts: KeptBytes(), within: .inMemory) {
            collected.rows.append($0)
        }
        while try workbook.readOn() {}
        return collected.rows
    }

    /// - Parameters:
    ///   - texts: keeps the texts that cells share.
    ///   - take: gets the rows that are not blank, with their numbers in the sheet.
    /// - Throws: a refusal of the file that says what to do.
    package init(
        _ bytes: WorkbookBytes, texts kept: KeptBytes, within limits: Limits,
        take: @escaping (DelimitedRow) throws(Refusal) -> Void
    ) throws(Refusal) {
        let archive = try Archive(bytes, expandedLimit: limits.expanded)
        guard archive.contains("[Content_Types].xml") else {
            throw unreadable("this is a ZIP archive and no workbook (.xlsx)", zh: "这是 ZIP 压缩包，不是工作簿（.xlsx）")
        }
        let root = try Relations(of: "", in: archive)
        guard let book = root.target(ofKind: "officeDocument"), book.hasSuffix(".xml") else {
            throw unreadable("this is no workbook of the form .xlsx", zh: "这不是 .xlsx 格式的工作簿")
        }
        let relations = try Relations(of: book, in: archive)
        let sheets = try Sheets(book, in: archive)
        guard let first = sheets.visible.first, let sheet = relations.target(first) else {
            throw unreadable("the workbook has no visible sheet of cells", zh: "工作簿中没有可见的工作表")
        }
        let texts = SharedTexts(kept)
        if let name = relations.target(ofKind: "sharedStrings") {
            stages.append(
                Stage(part: try archive.part(name), reader: try texts.reader()) { () throws(Refusal) in
                    try texts.flush()
                })
        }
        let styles = try relations.target(ofKind: "styles").map { (name) throws(Refusal) in
            try DateStyles(name, in: archive)
        }
        let cells = SheetCells(
            texts: texts, styles: styles ?? DateStyles(), countsFrom1904: sheets.countsFrom1904,
            textLimit: limits.text, take: take)
        let reader = try XMLReader(
            start: { (name, attributes) throws(Refusal) in try cells.begin(name, attributes) },
            end: { (name) throws(Refusal) in try cells.end(name) },
            text: { (piece) throws(Refusal) in try cells.append(piece) })
        stages.append(
            Stage(part: try archive.part(sheet), reader: reader) { () throws(Refusal) in try cells.requireUnmerged() })
        for other in sheets.visible.dropFirst() {
            guard let other = relations.target(other) else { continue }
            stages.append(
                Stage(part: try archive.part(other), reader: try Self.requireEmpty()) { () throws(Refusal) in })
        }
    }

    /// Reads on by a piece of a few dozen kilobytes.
    /// - Returns: false at the end.
    /// - Throws: as `init` does.
    package func readOn() throws(Refusal) -> Bool {
        guard let stage = stages.first else { return false }
        if let piece = try stage.part.next() {
            try stage.reader.read(piece)
        } else {
            try stage.reader.finish()
            try stage.end()
            stages.removeFirst()
        }
        return !stages.isEmpty
    }

    /// Nothing is taken by half: only one sheet may have values.
    private static func requireEmpty() throws(Refusal) -> XMLReader {
        try XMLReader(start: { (name, _) throws(Refusal) in
            guard name == "v" || name == "is" || name == "f" else { return }
            throw Refusal(
                .invalid, field: "file",
                "more than one sheet has values; delete or hide the others, or send each as a file",
                zh: "多个工作表有内容；请删除或隐藏其他工作表，或分别上传")
        })
    }

    /// The sheets that a workbook names, in their order.
    private struct Sheets {
        /// The ids of the relations of those that are shown.
        var visible: [String] = []
        var countsFrom1904 = false

        init(_ book: String, in archive: Archive) throws(Refusal) {
            let found = Found()
            let reader = try XMLReader(start: { (name, attributes) throws(Refusal) in
                switch name {
                case "workbookPr":
                    found.countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
                case "sheet":
                    if (attributes["state"] ?? "visible") == "visible", let id = attributes["id"] {
                        found.visible.append(id)
                    }
                default: break
                }
            })
            try archive.read(book) { (piece) throws(Refusal) in try reader.read(piece) }
            try reader.finish()
            (visible, countsFrom1904) = (found.visible, found.countsFrom1904)
        }

        private final class Found {
            var visible: [String] = []
            var countsFrom1904 = false
        }
    }
}

/// The references of one file of a workbook to others.
private struct Relations {
    private struct Relation {
        let id: String
        let kind: String
        let target: String
    }

    private var relations: [Relation] = []
    private static let limit = 1000

    /// - Parameter name: empty for the archive itself.
    init(of name: String, in archive: Archive) throws(Refusal) {
        let slash = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
        let (folder, file) = (String(name[..<slash]), name[slash...])
        let found = Found()
        let reader = try XMLReader(start: { (name, attributes) throws(Refusal) in
            guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
            guard found.relations.count < Self.limit else { throw damagedWorkbook }
            found.relations.append(
                Relation(
                    id: id, kind: attributes["Type"]?.split(separator: "/").last.map(String.init) ?? "",
                    target: target.hasPrefix("/") ? String(target.dropFirst()) : folder + target))
        })
        try archive.read("\(folder)_rels/\(file).rels") { (piece) throws(Refusal) in try reader.read(piece) }
        try reader.finish()
        relations = found.relations
    }

    private final class Found {
        var relations: [Relation] = []
    }

    func target(_ id: String) -> String? {
        relations.first { $0.id == id && $0.kind == "worksheet" }?.target
    }

    func target(ofKind kind: String) -> String? { relations.first { $0.kind == kind }?.target }
}
