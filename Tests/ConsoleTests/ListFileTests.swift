import Domain
import Foundation
import FoundationXML
import Synchronization
import Testing
import Workbooks

@testable import Console

/// RPT-1: tables as files.
@Suite struct ListFileTests {
    private let stage = Stage()

    private func folder() throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "lists-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    /// The text of a file, with its byte order mark.
    private func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }

    @Test("RPT-1 --out writes the table to a file with headings in the reader's language, and says where it is")
    func out() throws {
        let path = try folder() + "/期次.xlsx"
        let run = try stage.run(Sample.program, "list", "--lang", "zh", "--out", path)
        #expect(run.code == .ok && run.out == path + "\n")
        let rows = try WorkbookRows.read(Array(Data(contentsOf: URL(filePath: path)))).map(\.cells)
        #expect(rows == [["期次", "名称", "状态"], ["412", "心肺复苏技能培训班", "开放"], ["7", "Cafe\u{301}"]])
        let text = try folder() + "/list.csv"
        #expect(
            try stage.run(Sample.program, "list", "--out=\(text)", "--json").out
                == "{\"file\":\"\(text)\",\"rows\":2}\n")
        #expect(
            try self.text(text)
                == "\u{FEFF}offering,title,state\r\n412,心肺复苏技能培训班,open\r\n7,Cafe\u{301},\r\n")
        // Nothing to show is a file without rows.
        _ = try stage.run(Sample.program, "list", "--kind", "exam", "--out", text)
        #expect(try self.text(text) == "\u{FEFF}offering,title,state\r\n")
    }

    @Test("RPT-1 --out follows a link, and gives a pipe or a device the text itself: neither is replaced")
    func special() throws {
        let folder = try folder()
        try Data("old".utf8).write(to: URL(filePath: folder + "/real.csv"))
        try FileManager.default.createSymbolicLink(atPath: folder + "/link.csv", withDestinationPath: "real.csv")
        #expect(try stage.run(Sample.program, "list", "--out", folder + "/link.csv").code == .ok)
        #expect(try text(folder + "/real.csv").contains("412"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link.csv") == "real.csv")
        #expect(unsafe mkfifo(folder + "/pipe", 0o600) == 0)
        let reader = unsafe open(folder + "/pipe", O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        #expect(try stage.run(Sample.program, "list", "--out", folder + "/pipe").code == .ok)
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = unsafe read(reader, &bytes, bytes.count)
        #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).contains("412"))
        #expect(try stage.run(Sample.program, "list", "--out", folder).code == .failure)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["link.csv", "pipe", "real.csv"])
    }

    @Test("RPT-1 a command without a table says that nothing was written; a failed one leaves the file as it was")
    func none() throws {
        let path = try folder() + "/a.csv"
        let run = try stage.run(Sample.program, "send", "x", "--out", path)
        #expect(run.code == .incomplete && run.err.contains("shows no table"))
        try Data("old".utf8).write(to: URL(filePath: path))
        #expect(try stage.run(Sample.program, "refuse", "--out", path).code == .refused)
        #expect(try text(path) == "old")
        #expect(try stage.run(Sample.program, "list", "--out", path + ".xls").code == .usage)
        #expect(try FileManager.default.contentsOfDirectory(atPath: String(path.dropLast(6))) == ["a.csv"])
    }

    @Test("RPT-1 an amount is a number in a workbook, with the sign of the yuan for people alone; in CSV it is plain")
    func money() throws {
        let program = Program(
            "shop", version: "1", Phrase("A shop", "商店"),
            commands: [
                Command("list", Phrase("amounts", "金额")) { _, interaction in
                    var table = Table(
                        .init("number", Phrase("Number", "编号"), .exact), .init("fen", Phrase("Amount", "金额"), .right))
                    table.add(.init("0012"), .init(Fen(120_000)))
                    table.add(.init("¥9"), .init(Fen(-5)))
                    try interaction.show(table)
                    return .ok
                }
            ])
        let folder = try folder()
        #expect(try stage.run(program, "list", "--out", folder + "/a.csv").code == .ok)
        #expect(try text(folder + "/a.csv") == "\u{FEFF}Number,Amount\r\n\"0012\t\",1200.00\r\n¥9,-0.05\r\n")
        #expect(try stage.run(program, "list", "--out", folder + "/a.xlsx").code == .ok)
        let rows = try WorkbookRows.read(Array(Data(contentsOf: URL(filePath: folder + "/a.xlsx")))).map(\.cells)
        #expect(rows == [["Number", "Amount"], ["0012", "1200"], ["¥9", "-0.05"]])
        #expect(try stage.run(program, "list").out.contains("¥1,200.00"))
        #expect(try stage.run(program, "list", "--json").out.contains("\"fen\":120000"))
    }

    @Test("RPT-1 a file that cannot be written refuses before the command does anything, and says why")
    func unwritable() throws {
        let done = Mutex(0)
        let program = Program(
            "once", version: "1", Phrase("Once", "一次"),
            commands: [
                Command("give", Phrase("what is told once", "只说一次")) { _, interaction in
                    done.withLock { $0 += 1 }
                    var table = Table(.init("secret", Phrase("Secret", "密码"), .exact))
                    table.add("7xk4")
                    try interaction.show(table)
                    return .ok
                }
            ])
        let folder = try folder()
        for place in [folder, folder + "/none/a.csv", "/proc/a.xlsx", "/dev/full/a.csv"] {
            let run = try stage.run(program, "give", "--out", place, "--lang", "zh")
            #expect(run.code == .failure && done.withLock { $0 } == 0, "\(place): \(run.err)")
            let reason = run.err.split(separator: "：").last ?? ""
            #expect(!reason.contains { $0.isASCII && $0.isLetter }, "\(run.err)")
        }
        #expect(try stage.run(program, "give", "--out", folder + "/a.csv").code == .ok && done.withLock { $0 } == 1)
        #expect(try text(folder + "/a.csv") == "\u{FEFF}Secret\r\n7xk4\r\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.csv"])
    }

    @Test("a command's own --out is its own: the table is shown, and no list written")
    func own() throws {
        let out: Parameter<String?> = .option("out", "FILE", Phrase("mine", "自用"))
        let program = Program(
            "own", version: "1", Phrase("Own", "自用"),
            commands: [
                Command("list", Phrase("List", "列出"), out) { arguments, interaction in
                    var table = Table(.init("n", Phrase("n", "序号")))
                    table.add(.init(arguments[out] ?? ""))
                    try interaction.show(table)
                    return .ok
                }
            ])
        let path = try folder() + "/a.csv"
        #expect(try stage.run(program, "list", "--out", path).out == "n\n\(path)\n")
        #expect(!FileManager.default.fileExists(atPath: path))
        let help = try stage.run(program, "list", "--help").out
        #expect(help.contains("mine") && !help.contains("write the table"))
    }

    @Test("rows that were shown so far are let go, and each is printed once")
    func soFar() throws {
        let program = Program(
            "pages", version: "1", Phrase("Pages", "分页"),
            commands: [
                Command("list", Phrase("List", "列出")) { _, interaction in
                    var table = Table(.init("n", Phrase("n", "序号"), .right))
                    for page in 0..<3 {
                        table.add(.init(page))
                        try interaction.showSoFar(&table)
                    }
                    try interaction.data("left \(table.rows.count)")
                    try interaction.show(table)
                    return .ok
                }
            ])
        #expect(try stage.run(program, "list", "--json").out == "{\"n\":0}\n{\"n\":1}\n{\"n\":2}\nleft 0\n")
        #expect(try stage.run(program, "list").out == "left 3\nn\n0\n1\n2\n")
        let path = try folder() + "/a.csv"
        #expect(try stage.run(program, "list", "--out", path).out == "left 0\n\(path)\n")
        #expect(try text(path) == "\u{FEFF}n\r\n0\r\n1\r\n2\r\n")
    }
}

@Suite struct ChartTests {
    @Test("RPT-1 figures are bars of one measure, and a picture that is well-formed whatever the labels say")
    func bars() {
        var chart = Chart("名额 <&> 录取", .bars)
        chart.add(.init("长沙市 \"急诊\" & <i>", 15, of: 30))
        chart.add(.init("宁乡县", 30, of: 30))
        chart.add(.init("\u{202E}空", 0))
        #expect(chart.bars.map { chart.text(of: $0).count } == [30, 30, 0])
        #expect(chart.text(of: chart.bars[0]).count { $0 == "█" } == 15)
        let svg = chart.svg
        #expect(XMLParser(data: Data(svg.utf8)).parse())
        #expect(svg.contains("名额 &lt;&amp;&gt; 录取") && svg.contains("15 / 30") && !svg.contains("\u{202E}"))
        var curve = Chart("到课", .curve)
        for count in [0, 3, 9] { curve.add(.init("08:0\(count)", count, of: 12)) }
        #expect(XMLParser(data: Data(curve.svg.utf8)).parse() && curve.svg.contains("<polyline points="))
        #expect(XMLParser(data: Data(Chart("无", .curve).svg.utf8)).parse())
    }
}

@Suite struct PrivateFileTests {
    @Test("BAT-3 of a file that is too large no more is read than may be, and it is said how large it may be")
    func large() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "large-\(UUID().uuidString)").path
        try Data(count: 1 << 20).write(to: URL(filePath: path))
        #expect(try PrivateFile.readExisting(path, atMost: 1 << 20).count == 1 << 20)
        let failure = #expect(throws: CommandFailure.self) {
            try PrivateFile.readExisting(path, atMost: (1 << 20) - 1)
        }
        #expect(failure?.name == "too_large" && failure?.exitCode == .usage)
        // Without an end.
        #expect(throws: CommandFailure.self) { try PrivateFile.readExisting("/dev/zero", atMost: 1 << 20) }
    }
}
