import Foundation
import Processes
import Testing

/// Every command of every program, found through their help.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct HelpTests {
    private static let programs = ["rollcalld", "rollcall", "rollcall-admin", "rollcall-terminal", "rollcall-demo"]

    @Test("every command tells what it does in both languages, within eighty columns", arguments: programs)
    func help(program: String) throws {
        let (english, chinese) = (try HelpPage.all([program], "en"), try HelpPage.all([program], "zh"))
        #expect(english.map(\.path) == chinese.map(\.path))
        for page in chinese {
            let here = page.path.joined(separator: " ")
            let first = page.text.split(separator: "\n").first ?? ""
            #expect(first.unicodeScalars.contains { $0.value > 0x3000 }, "\(here) has no Chinese: \(first)")
        }
        for page in english + chinese {
            let here = page.path.joined(separator: " ")
            for line in page.text.split(separator: "\n") {
                let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
                #expect(columns <= 80, "\(here): \(columns) columns: \(line)")
            }
        }
        for page in english {
            let first = page.text.split(separator: "\n").first ?? ""
            #expect(
                !first.unicodeScalars.contains { $0.value > 0x3000 } && !first.hasSuffix("."),
                "\(page.path.joined(separator: " ")): \(first)")
        }
    }

    @Test("the page on the command line names every command of every program", arguments: programs.dropLast())
    func documented(program: String) throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../Docs/CommandLine.md")
        let told = try String(contentsOf: page, encoding: .utf8).matches(of: /`([^`]+)`/)
            .flatMap { $0.output.1.split(whereSeparator: \.isWhitespace) }
        let known = Set(told.map(String.init)).union(try CommandPage().lines.flatMap(\.words))
        for command in try HelpPage.all([program], "en").dropFirst() {
            let isTold = known.contains(command.path[command.path.count - 1])
            #expect(isTold, "\(command.path.joined(separator: " "))")
        }
    }
}
