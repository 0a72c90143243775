internal import CZlib

/// A workbook (.xlsx) made by hand, so that a test can put anything into it.
package struct Book {
    /// The XML of cells between `<sheetData>` and what follows it.
    package var sheet: String
    package var texts: String?
    package var styles: String?
    package var book =
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"名单\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    /// Further files, and replacements of those above.
    package var others: [String: [UInt8]] = [:]
    package var isDeflated = false

    /// - Parameter sheet: rows of `<row>` elements.
    package init(sheet: String) { self.sheet = "<worksheet><sheetData>\(sheet)</sheetData></worksheet>" }

    /// Texts as they stand, in the cells themselves.
    package init(rows: [[String]]) {
        self.init(
            sheet: rows.enumerated().map { line, cells in
                let xml = cells.enumerated().map { column, text in
                    "<c r=\"\(Self.place(column, line))\" t=\"inlineStr\"><is><t>\(Self.escaped(text))</t></is></c>"
                }
                return "<row r=\"\(line + 1)\">\(xml.joined())</row>"
            }.joined())
    }

    package static func place(_ column: Int, _ line: Int) -> String {
        "\(Character(Unicode.Scalar(UInt8(65 + column))))\(line + 1)"
    }

    package static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            default: escaped.append(character)
            }
        }
    }

    package var bytes: [UInt8] {
        let start = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        var files: [String: [UInt8]] = [
            "[Content_Types].xml": Array("<Types/>".utf8),
            "_rels/.rels": relations([(start + "officeDocument", "xl/workbook.xml")]),
            "xl/_rels/workbook.xml.rels": relations(
                [
                    (start + "worksheet", "worksheets/sheet1.xml"), (start + "sharedStrings", "sharedStrings.xml"),
                    (start + "styles", "styles.xml"),
                ].filter { ($0.1 != "sharedStrings.xml" || texts != nil) && ($0.1 != "styles.xml" || styles != nil) }),
            "xl/workbook.xml": Array(book.utf8),
            "xl/worksheets/sheet1.xml": Array(sheet.utf8),
        ]
        if let texts { files["xl/sharedStrings.xml"] = Array("<sst>\(texts)</sst>".utf8) }
        if let styles { files["xl/styles.xml"] = Array(styles.utf8) }
        for (name, bytes) in others { files[name] = bytes }
        return Self.archive(files.sorted { $0.key < $1.key }, isDeflated: isDeflated)
    }

    private func relations(_ targets: [(kind: String, target: String)]) -> [UInt8] {
        let all = targets.enumerated().map {
            "<Relationship Id=\"rId\($0 + 1)\" Type=\"\($1.kind)\" Target=\"\($1.target)\"/>"
        }
        return Array("<Relationships>\(all.joined())</Relationships>".utf8)
    }

    /// A ZIP archive of files.
    package static func archive(_ files: [(key: String, value: [UInt8])], isDeflated: Bool = false) -> [UInt8] {
        var (archive, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, plain) in files {
            let data = isDeflated ? deflated(plain) : plain
            let sum = unsafe UInt32(crc32(0, plain, UInt32(plain.count)))
            var common = number(20, 2) + number(0, 2) + number(isDeflated ? 8 : 0, 2) + number(0, 4)
            common += number(Int(sum), 4) + number(data.count, 4) + number(plain.count, 4) + number(name.utf8.count, 2)
            directory += number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 12) + number(archive.count, 4)
            directory += Array(name.utf8)
            archive += number(0x0403_4B50, 4) + common + number(0, 2) + Array(name.utf8) + data
        }
        let end = number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
        return archive + directory + end + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
    }

    private static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
    }

    private static func deflated(_ plain: [UInt8]) -> [UInt8] {
        // A stream of zlib without its header of two bytes and its sum of four.
        var size = compressBound(UInt(plain.count))
        var out = [UInt8](repeating: 0, count: Int(size))
        precondition(unsafe compress(&out, &size, plain, UInt(plain.count)) == Z_OK)
        return Array(out[2..<Int(size) - 4])
    }
}
