import Books
import Domain
import Foundation
import Testing

@testable import Workbooks

/// BAT-2: rows of workbooks, good and hostile.
@Suite struct WorkbookRowTests {
    private static func rows(_ book: Book) throws -> [[String]] { try WorkbookRows.read(book.bytes).map(\.cells) }

    @Test(
        "BAT-2 texts in cells, shared texts and runs are read; the reading above a text is not, and blank rows are passed over"
    )
    func texts() throws {
        var book = Book(
            sheet: """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
                <row r="3" spans="1:3"/><row r="4"><c r="A4" t="inlineStr"><is><t> </t></is></c></row>
                <row r="9"><c r="B9" t="inlineStr"><is><r><t>张</t></r><r><t>三</t></r></is></c><c t="str"><v>a_x000D_b</v></c></row>
                """)
        book.texts =
            "<si><t>编号</t></si><si><r><t>姓</t></r><r><t xml:space=\"preserve\"> 名</t></r><rPh sb=\"0\" eb=\"1\"><t>xing</t></rPh></si>"
        for isDeflated in [false, true] {
            book.isDeflated = isDeflated
            #expect(try Self.rows(book) == [["编号", "", "姓 名"], ["", "张三", "a\rb"]])
            #expect(try WorkbookRows.read(book.bytes).map(\.line) == [1, 9])
        }
    }

    @Test(
        "BAT-2 a number is as people see it: without the digits of a binary fraction, a date as a day",
        arguments: [
            ("<c r=\"A1\"><v>13800138000</v></c>", "13800138000"), ("<c r=\"A1\"><v>1.1000000000000001</v></c>", "1.1"),
            ("<c r=\"A1\"><v>1001.0</v></c>", "1001"),
            ("<c r=\"A1\"><v>5.1032219491231E+17</v></c>", "5.1032219491231E+17"),
            ("<c r=\"A1\"><v>1.5E3</v></c>", "1500"), ("<c r=\"A1\" s=\"1\"><v>46297</v></c>", "2026-10-02"),
            ("<c r=\"A1\" s=\"2\"><v>46297.354166666664</v></c>", "2026-10-02 08:30:00"),
            ("<c r=\"A1\" s=\"1\"><v>1</v></c>", "1900-01-01"), ("<c r=\"A1\" s=\"3\"><v>7</v></c>", "7"),
            ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "TRUE"),
        ])
    func numbers(cell: String, shown: String) throws {
        var book = Book(sheet: "<row r=\"1\">\(cell)</row>")
        book.styles = """
            <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/>
            <numFmt numFmtId="165" formatCode="0&quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
            """
        #expect(try Self.rows(book) == [[shown]])
    }

    @Test("BAT-2 a workbook as openpyxl makes it is read: the first sheet that is shown, its formula marked")
    func made() throws {
        let path = try WorkbookTests.folder() + "/made.xlsx"
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Judges/make.py").path
        _ = try Judge.run("/usr/bin/python3", script, path)
        let rows = try WorkbookRows.read(Array(Data(contentsOf: URL(filePath: path))))
        #expect(rows.map(\.line) == [1, 2, 3, 5, 6])
        #expect(rows[1].cells == ["0001", "张三", "13800138000", "11010519491231002X", "县人民医院"])
        #expect(rows[2].cells == ["2", "李四", "１３９００００００００", "", "", "主治医师"])
        #expect(rows[3].cells == ["2026-10-02", "王五", "", "5.1032219491231e+17", "", "1.1"])
        #expect(rows[4].faults.keys.sorted() == [0])
    }

    /// Files that are refused, with a part of what is said.
    static let refused: [(name: String, make: @Sendable () -> [UInt8], says: String)] = [
        ("a word document", { Book.archive([(key: "word/document.xml", value: [1])]) }, "no workbook"),
        ("cut short", { Array(Book(rows: [["a"]]).bytes.dropLast(30)) }, "damaged"),
        ("an archive's beginning alone", { [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 1, count: 40) }, "damaged"),
        (
            "a changed byte",
            {
                var bytes = Book(rows: [["abc"]]).bytes
                let place = bytes.count / 2
                bytes[place] ^= 1
                return bytes
            }, "damaged"
        ),
        (
            "entities within entities",
            {
                var book = Book(rows: [])
                book.sheet =
                    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
                    + "<worksheet>&b;</worksheet>"
                return book.bytes
            }, "document type"
        ),
        (
            "a bomb",
            {
                var book = Book(rows: [])
                book.sheet = "<worksheet>" + String(repeating: " ", count: 40 << 20) + "</worksheet>"
                book.isDeflated = true
                return book.bytes
            }, "unpacks"
        ),
        ("merged headings", { merged("A1:C1") }, "A1:C1 are merged"), ("merged cells", { merged("B2:B3") }, "unmerge"),
        ("more rows than a sheet has", { Book(sheet: "<row r=\"1048576\"/><row/>").bytes }, "damaged"),
        (
            "a cell beyond all columns",
            { Book(sheet: "<row r=\"1\"><c r=\"XFD1\" t=\"str\"><v>1</v></c></row>").bytes }, "more than 100 columns"
        ),
        ("a column that is none", { Book(sheet: "<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>").bytes }, "damaged"),
        ("a row before another", { Book(sheet: "<row r=\"2\"/><row r=\"1\"/>").bytes }, "damaged"),
        (
            "a text that is not there", { Book(sheet: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>").bytes },
            "damaged"
        ),
        ("NUL", { Book(rows: [["a\u{0}b"]]).bytes }, "damaged"),
        ("a long cell", { Book(rows: [[String(repeating: "长", count: 2000)]]).bytes }, "longer than 4096 bytes"),
        (
            "a tag without an end",
            { Book(sheet: "<row r=\"1\" x=\"" + String(repeating: "a", count: 3 << 20) + "\"/>").bytes }, "damaged"
        ),
        (
            "elements within elements",
            { Book(sheet: String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)).bytes },
            "damaged"
        ),
        (
            "one text in many cells",
            {
                let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100)
                var book = Book(sheet: String(repeating: "<row>\(cells)</row>", count: 200))
                book.texts = "<si><t>\(String(repeating: "a", count: 4000))</t></si>"
                return book.bytes
            }, "more text"
        ),
        ("many files", { Book.archive((0..<1001).map { (key: "\($0)", value: []) }) }, "1001 files"),
        (
            "a second sheet with values",
            {
                var book = Book(rows: [["编号"], ["1"]])
                book.book =
                    "<workbook><sheets><sheet name=\"a\" id=\"rId1\"/><sheet name=\"b\" id=\"rId1\"/></sheets></workbook>"
                return book.bytes
            }, "more than one sheet"
        ),
        (
            "no sheet that is shown",
            {
                var book = Book(rows: [["a"]])
                book.book = "<workbook><sheets><sheet name=\"a\" state=\"hidden\" id=\"rId1\"/></sheets></workbook>"
                return book.bytes
            }, "no visible sheet"
        ),
    ]

    private static func merged(_ place: String) -> [UInt8] {
        var book = Book(rows: [["编号", "姓名"], ["1", "张三"], ["2", "李四"]])
        book.sheet = book.sheet.replacing(
            "</worksheet>", with: "<mergeCells count=\"1\"><mergeCell ref=\"\(place)\"/></mergeCells></worksheet>")
        return book.bytes
    }

    @Test(
        "BAT-2 a workbook that cannot be a list is refused with what to do, in bounded time and memory",
        arguments: refused.indices)
    func refusals(index: Int) throws {
        let (name, make, says) = Self.refused[index]
        let bytes = make()
        let clock = ContinuousClock()
        let began = clock.now
        do {
            _ = try WorkbookRows.read(bytes)
            Issue.record("\(name) is taken")
        } catch {
            #expect(error.reason.en.contains(says), "\(name): \(error.reason.en)")
            #expect(!error.reason.zh.isEmpty)
        }
        #expect(clock.now - began < .seconds(20), "\(name)")
    }

    @Test("BAT-2 no cut and no changed byte of a workbook does more than refuse it", arguments: [UInt64(1), 2, 3])
    func fuzzed(seed: UInt64) {
        var whole = Book(rows: [["编号", "姓名"], ["1", "张三"], ["2", "李四"]])
        whole.texts = "<si><t>a</t></si>"
        whole.isDeflated = seed % 2 == 0
        let bytes = whole.bytes
        var state = seed
        func random(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        for _ in 0..<2000 {
            var changed = bytes
            for _ in 0...random(4) { changed[random(changed.count)] = UInt8(random(256)) }
            if random(3) == 0 { changed.removeLast(random(changed.count)) }
            do { _ = try WorkbookRows.read(changed) } catch { #expect(!error.reason.en.isEmpty, "seed \(seed)") }
        }
    }

    @Test("BAT-2 a sheet of a million rows that are formatted and empty is read in bounded memory")
    func blankRows() throws {
        let rows = (2...1_048_576).map { "<row r=\"\($0)\" spans=\"1:3\" s=\"1\"/>" }.joined()
        let book = Book(sheet: "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>编号</v></c></row>" + rows)
        #expect(try WorkbookRows.read(book.bytes).count == 1)
    }
}
