import Documents
import Foundation
import Signatures
import Testing

@Suite struct StatementPageTests {
    private static func pages(rows: Int) -> StatementPages {
        StatementPages(
            title: "2026 年度学分情况", fields: [.init("姓名", "欧阳靖雯"), .init("年度要求", "未达标，尚缺：23.0 学分、84.0 学时")],
            columns: [.init("日期", width: 83), .init("项目名称", width: 300), .init("学分", width: 100)],
            rows: (0..<rows).map { ["2026-10-02", "心血管疾病规范化诊疗新进展及其在基层医疗机构的推广应用研讨班 \($0)", "2.0"] },
            author: "Rollcall", createdMs: Paper.nowMs)
    }

    @Test(
        "RPT-1 a statement goes on over as many pages as it needs, with its headings on each, in one font, and its signature is valid"
    )
    func pages() throws {
        try Paper.onDisk(try Paper.sign(Self.pages(rows: 60).pdf())) { path in
            let info = try Tool.run("pdfinfo", path)
            let count = try #require(info.firstMatch(of: /Pages: +(\d+)/).flatMap { Int($0.1) })
            #expect(count > 1)
            #expect(try Tool.run("pdffonts", path).split(separator: "\n").count == 3)
            let text = try Tool.run("pdftotext", "-layout", path, "-")
            #expect(text.matches(of: /日期/).count == count && text.contains("欧阳靖雯") && text.contains("84.0 学时"))
            let words = Set(text.split(whereSeparator: \.isWhitespace).map { $0.drop { !$0.isASCII } })
            for row in 0..<60 { #expect(words.contains("\(row)"), "\(row)") }
            #expect(try Tool.run("pdfsig", "-nocert", path).contains("Signature is Valid"))
        }
        try Paper.onDisk(try Self.pages(rows: 0).pdf()) { path in
            let info = try Tool.run("pdfinfo", path)
            #expect(info.contains("Pages:           1"))
        }
    }

    @Test("a character that the font lacks is refused by name")
    func unprintable() {
        #expect(throws: CertificatePage.Fault.unprintable(UnprintableCharacter(character: "𠮷"))) {
            try StatementPages(
                title: "𠮷", fields: [], columns: [], rows: [], author: "", createdMs: 0
            ).pdf()
        }
    }
}
