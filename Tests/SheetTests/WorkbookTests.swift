import Domain
import Foundation
import Processes
import Testing

@testable import Console
@testable import Sheets

/// Workbooks as openpyxl reads them.
@Suite struct WorkbookTests {
    struct Dump: Decodable {
        let rows: [[[String]?]]
        let frozen: String?
    }

    static func folder() throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "sheets-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    static func dump(_ path: String) throws -> Dump {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Judges/dump.py").path
        let out = try Judge.run("/usr/bin/python3", script, path)
        return try JSONDecoder().decode(Dump.self, from: Data(out.utf8))
    }

    @Test("RPT-1 a workbook that cannot be written fails in our words alone: its library prints nothing")
    func silent() throws {
        let path = try Self.folder() + "/said"
        let said = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        let kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        try #require(said >= 0 && kept >= 0)
        dup2(said, STDERR_FILENO)
        let failure = #expect(throws: Workbook.Failure.self) {
            let book = try Workbook(at: "/dev/full")
            try book.append([.text("编号")])
            try book.finish(widths: [8])
        }
        dup2(kept, STDERR_FILENO)
        close(kept)
        close(said)
        #expect(failure?.isDiskFull == true)
        #expect(try !String(contentsOfFile: path, encoding: .utf8).contains("[ERROR]"))
    }

    @Test(
        "RPT-1 a workbook read by openpyxl equals what was written: an ID number and =1+1 are text, a figure is a number with its decimals"
    )
    func readBack() throws {
        let path = try Self.folder() + "/名单.xlsx"
        let file = try ListFile(path)
        try file.append(["编号", "姓名", "身份证号", "金额（元）"].map { .text($0) })
        let rows: [[ListFile.Cell]] = [
            [.text("0001"), .text("=1+1"), .text("510322199001011000"), .figure("1160.00")],
            [.text("2"), .text("欧阳·娜娜 <&> \"'"), .text("+86 138"), .figure("-0.5")],
            [.text(""), .text("两\n行\u{0007}"), .text("@x"), .figure("123456789012")],
            [.figure("007"), .text("𠮷"), .figure("12"), .figure("1.2.3")],
            [.money("1200.00"), .money("-0.05"), .text("¥1,200.00"), .money("100000000.00")],
        ]
        for row in rows { try file.append(row) }
        #expect(!FileManager.default.fileExists(atPath: path))
        try file.finish()
        #expect(file.rows == 5)
        let dump = try Self.dump(path)
        #expect(dump.frozen == "A2")
        #expect(dump.rows[0].map { $0?[1] } == ["编号", "姓名", "身份证号", "金额（元）"])
        #expect(
            dump.rows[1] == [
                ["s", "0001", "General"], ["s", "=1+1", "General"], ["s", "510322199001011000", "General"],
                ["n", "1160", "0.00"],
            ])
        #expect(dump.rows[2][1]?[1] == "欧阳·娜娜 <&> \"'" && dump.rows[2][3] == ["n", "-0.5", "0.0"])
        #expect(dump.rows[3][0] == nil && dump.rows[3][3] == ["s", "123456789012", "General"])
        #expect(dump.rows[4].map { $0?[0] } == ["s", "s", "n", "s"])
        let yuan = "\"¥\"#,##0.00"
        #expect(
            dump.rows[5] == [
                ["n", "1200", yuan], ["n", "-0.05", yuan], ["s", "¥1,200.00", "General"], ["n", "100000000", yuan],
            ])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        // Nothing but the file is left.
        #expect(try FileManager.default.contentsOfDirectory(atPath: String(path.dropLast(8))) == ["名单.xlsx"])
    }

    @Test("RPT-1 text that came as guarded CSV is in a workbook as it was, and in a .csv byte for byte")
    func fromText() throws {
        var writer = DelimitedWriter(digits: .guarded)
        let rows = [
            ["编号", "姓名", "学分"], ["0012", "=cmd", "2.5"], ["510322199001011000", "'=x;y;z", "3"], ["-5", " 张 ", ""],
        ]
        var pieces: [[UInt8]] = []
        for row in rows {
            writer.append(row)
            pieces.append(writer.take())
        }
        let folder = try Self.folder()
        for name in ["a.csv", "a.xlsx"] {
            let file = try ListFile("\(folder)/\(name)")
            for piece in pieces { try file.append(rows: piece, figures: [2]) }
            try file.finish()
            #expect(file.rows == 3)
        }
        let text = try Data(contentsOf: URL(filePath: folder + "/a.csv"))
        #expect(Array(text) == pieces.flatMap { $0 })
        let dump = try Self.dump(folder + "/a.xlsx")
        #expect(dump.rows.map { $0.map { $0?[1] ?? "" } } == rows)
        #expect(dump.rows[1][2]?[0] == "n" && dump.rows[3][0]?[0] == "s")
    }

    @Test("a list of two hundred thousand rows is written in memory that does not grow with it")
    func memory() async {
        // In a process of its own, where nothing else takes memory.
        await #expect(processExitsWith: .success) {
            func resident() throws -> Int {
                let status = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
                return (Int(status.split(separator: " ")[1]) ?? 0) * 4096
            }
            let file = try ListFile(WorkbookTests.folder() + "/long.xlsx")
            func write(_ rows: Int) throws {
                for row in 0..<rows { try file.append([.figure("\(row)"), .text("某市某县人民医院"), .text("张三")]) }
            }
            try write(1000)
            let before = try resident()
            try write(200_000)
            guard try resident() - before < 8 << 20 else { exit(1) }
            try file.finish()
        }
    }

    @Test("a workbook ends where its form does, and says what to do; .xls is not written")
    func limits() throws {
        let folder = try Self.folder()
        let file = try ListFile(folder + "/a.xlsx")
        #expect(throws: CommandFailure.self) { try file.append([.text(String(repeating: "长", count: 32_768))]) }
        #expect(throws: CommandFailure.self) { try ListFile(folder + "/a.xls") }
        let wide = try ListFile(folder + "/b.xlsx")
        #expect(throws: CommandFailure.self) { try wide.append(Array(repeating: .text("1"), count: 16_385)) }
    }
}

/// Runs a program and returns its output.
enum Judge {
    struct Failed: Error {
        let text: String
    }

    static func run(_ program: String, _ words: String...) throws -> String {
        let process = Process()
        let (out, err) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: program)
        process.arguments = words
        (process.standardOutput, process.standardError) = (out, err)
        try process.run()
        let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let told = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(text: told) }
        return text
    }
}
