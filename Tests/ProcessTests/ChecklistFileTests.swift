import Books
import Foundation
import Processes
import Testing

/// SKL-2: the items of a checklist come in a workbook or a CSV file.
@Suite struct ChecklistFileTests {
    private static let rows = [
        ["评分项", "分值", "关键步骤"], ["判断意识与呼吸", "20", ""], ["胸外按压", "50", "是"], ["人工呼吸", "30", ""],
    ]

    @Test("SKL-2 a workbook of items is the checklist that a CSV file is, and a row that is none is named")
    func workbook() throws {
        let site = try Site()
        let admin = try site.administrator()
        let programme = try admin("programmes", "create", "公众心肺复苏", "--preset", "tianjin-cpr", "--json").id()
        func write(_ rows: [[String]], _ name: String) throws -> String {
            let path = site.folder.path + "/" + name
            try Data(Book(rows: rows).bytes).write(to: URL(fileURLWithPath: path))
            return path
        }
        func items(_ title: String, _ path: String) throws -> [[String: Any]] {
            let row = try admin("checklists", "save", programme, "--title", title, "--items", path, "--json").rows.first
            return try #require(row?["items"] as? [[String: Any]])
        }
        let csv = try site.file("评分表.csv", Self.rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n")
        let fromText = try items("甲", csv)
        let fromBook = try items("乙", try write(Self.rows, "评分表.xlsx"))
        #expect(fromBook.count == 3 && fromBook.map { $0["text"] as? String } == Self.rows.dropFirst().map { $0[0] })
        #expect(fromBook.map { $0["points_hundredths"] as? Int } == [2000, 5000, 3000])
        #expect(fromBook.map { $0["critical"] as? Bool } == fromText.map { $0["critical"] as? Bool })
        let wrong = try write(Self.rows + [["除颤", "十分", ""]], "错.xlsx")
        let outcome = try admin("checklists", "save", programme, "--title", "丙", "--items", wrong, exits: 3)
        #expect(outcome.err.contains("line 5"), "\(outcome.err)")
    }
}
