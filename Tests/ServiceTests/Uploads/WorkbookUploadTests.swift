import Books
import Domain
import Messages
import Testing

/// BAT-2: workbooks as uploads.
@Suite struct WorkbookUploadTests {
    private static let heading = ["编号", "姓名", "手机号", "身份证号", "单位", "职称"]

    @Test(
        "BAT-2, BAT-3 a workbook lands as text does, whatever it is called; its bad rows come back with line and column"
    )
    func lands() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let rows = [
            Self.heading, ["W1", "张三", "１３８００００００７１", "430124198803120018", "县医院", ""],
            ["W2", "李四", "5.10322E+17"], [], ["W3", "王五", "13800000073"],
        ]
        let reply = try keeper.upload(Book(rows: rows).bytes, to: offering)
        #expect((reply.encoding, reply.added, reply.badCount) == ("XLSX", 2, 1))
        #expect(reply.bad.map(\.line) == [3] && reply.bad.map(\.column) == ["手机号"])
        #expect(try keeper.roster(offering).map(\.name).sorted() == ["张三", "王五"])
        #expect(try keeper.upload(Book(rows: rows).bytes, to: offering).unchanged == 2)
        #expect(String(decoding: reply.mendFile, as: UTF8.self).contains("W2,李四,5.10322E+17"))
    }

    @Test(
        "BAT-2, EXM-1b a bank of questions is taken in from a workbook: instructions and example are passed over, a changed heading is refused by name"
    )
    func questions() throws {
        let world = try World()
        let admin = try world.client("admin")
        admin.locale = "zh"
        let template: TemplateReply = try admin.call(.uploadsTemplate, TemplateRequest(kind: .questions))
        var (rows, reader): ([[String]], DelimitedReader) = ([], DelimitedReader(template.bytes))
        while let row = try reader.next() { rows.append(row.cells) }
        rows.append(["单选", "成人按压深度？", "5 至 6 厘米", "3 至 4 厘米", "", "", "", "", "", "", "A"])
        let taken = try admin.upload(Book(rows: rows).bytes, to: world.made.programme, kind: .questions)
        #expect((taken.rows, taken.added) == (1, 1), "\(taken.bad)")
        rows[0][1] = "题目内容"
        let refusal = #expect(throws: Client.Refusal.self) {
            try admin.upload(Book(rows: rows).bytes, to: world.made.programme, kind: .questions)
        }
        #expect(refusal?.failure.text.contains("题目内容") == true)
    }

    @Test("BAT-2 a formula, an error and a number that became a date are refused cell by cell, with what to do")
    func cells() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let heading = "<row r=\"1\"><c t=\"str\"><v>编号</v></c><c t=\"str\"><v>姓名</v></c></row>"
        var book = Book(
            sheet: heading + """
                <row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c t="str"><v>张三</v></c></row>
                <row r="3"><c r="A3" t="e"><v>#REF!</v></c><c t="str"><v>李四</v></c></row>
                <row r="4"><c r="A4" s="1"><v>46297</v></c><c t="str"><v>王五</v></c></row>
                <row r="5"><c r="A5"><v>5</v></c><c t="str"><v>赵六</v></c></row>
                """)
        book.styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
        let reply = try keeper.upload(book.bytes, to: try world.emptyOffering())
        #expect(reply.added == 1 && reply.bad.map(\.line) == [2, 3, 4])
        for (row, told) in zip(reply.bad, ["formula", "error", "date 2026-10-02"]) {
            #expect(row.column == "编号" && row.reason.contains(told), "\(row)")
        }
    }

    @Test("BAT-2 what is packed as a workbook and is none is refused by what it is; the server goes on")
    func hostile() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        var bomb = Book(rows: [])
        bomb.sheet = "<worksheet>" + String(repeating: " ", count: 30 << 20) + "</worksheet>"
        bomb.isDeflated = true
        var merged = Book(rows: [Self.heading, ["W1", "张三"]])
        merged.sheet = merged.sheet.replacing(
            "</worksheet>", with: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>")
        for (file, told) in [
            (bomb.bytes, "unpacks"), (merged.bytes, "A1:B1 are merged"),
            (Book.archive([(key: "word/document.xml", value: [1])]), "no workbook"),
        ] {
            let refusal = #expect(throws: Client.Refusal.self) { try keeper.upload(file, to: offering) }
            #expect(refusal?.failure.text.contains(told) == true, "\(String(describing: refusal))")
        }
        #expect(try keeper.upload(Book(rows: [Self.heading, ["W1", "张三"]]).bytes, to: offering).added == 1)
    }

    @Test(
        "BAT-1 every kind of upload has a template with headings, instructions and an example that lands as no row",
        arguments: UploadKind.allCases)
    func templates(kind: UploadKind) throws {
        let world = try World()
        let admin = try world.client("admin")
        for locale in ["en", "zh"] {
            admin.locale = locale
            let template: TemplateReply = try admin.call(.uploadsTemplate, TemplateRequest(kind: kind))
            #expect(String(decoding: template.bytes, as: UTF8.self).split(separator: "\r\n").count == 3)
            let target: UInt64 =
                switch kind {
                case .roster: world.offering
                case .questions: world.made.programme
                case .trainees: try admin.organisation(.unit, "医院\(locale)")
                case .certificates, .outsideRecords: world.made.base
                default: 0
                }
            // These belong to what the world has not.
            guard kind != .quotas, kind != .unitPayments else { continue }
            let sender = [.certificates, .outsideRecords].contains(kind) ? try world.client("keeper") : admin
            #expect(try sender.upload(template.bytes, to: target, kind: kind).rows == 0)
        }
    }
}
