import Processes
import Testing

@testable import Console

@Suite struct OutputTests {
    private let stage = Stage()

    @Test("help is made from what is declared, in either language")
    func help() throws {
        let list = try stage.run(Sample.program, "list", "--help")
        #expect(list.code == .ok && list.err.isEmpty)
        #expect(
            list.out == """
                List the offerings

                usage: sample list [options]

                options:
                  -n, --limit N       at most N rows (default 50)
                  --kind KIND         only this kind (course | exam)
                  --tag TAG           only with this tag (may be repeated)
                  -a, --all           past ones too

                for every command:
                  --site FINGERPRINT  the site to trust ($SAMPLE_SITE)
                  --json              print data as JSON, one line for a value or row
                  --lang LANG         language of texts; else that of the environment (en | zh;
                                      $ROLLCALL_LANG)
                  --wide              lay tables out as wide as they are; cut nothing
                  --card              show each row as lines, with all that is known of it
                  --out FILE          write the table to this file: a workbook (.xlsx) or CSV
                  --no-input          never ask; fail where an answer is needed
                  --no-color          no colours (also by NO_COLOR)
                  -h, --help          print this text

                """)
        #expect(try stage.run(Sample.program, "help", "list").out == list.out)

        let chinese = try stage.run(Sample.program, "scan", "void", "-h", "--lang", "zh").out
        #expect(
            chinese.hasPrefix(
                """
                作废一次签到

                用法：sample scan void 期次 [备注] --mode 方式

                  期次         期次编号
                  备注         原因

                选项：
                  --mode 方式  方式

                """))
        let top = try stage.run(Sample.program, "--help").out
        #expect(top.contains("\nusage: sample COMMAND\n") && top.contains("  scan                Mend scans\n"))
        #expect(top.contains("  3                   the server refused; asking again will not help\n"))
        #expect(try stage.run(Sample.program, "--version").out == "sample 1.0\n")
    }

    @Test("a table lines up Chinese, which takes two columns, and combining marks, which take none")
    func table() throws {
        let outcome = try stage.run(Sample.program, "list")
        #expect(
            outcome.out == """
                offering  title               state
                     412  心肺复苏技能培训班  open
                       7  Cafe\u{301}                \("")

                """)
    }

    @Test("on a terminal a table is cut to its width, numbers never, and headings are bold unless NO_COLOR")
    func narrowTable() throws {
        let terminal = try PseudoTerminal(columns: 30)
        #expect(terminal.run(Sample.program, "list") == .ok)
        let lines = try terminal.shown().split(separator: "\n").map(String.init)
        #expect(lines[0] == "\u{1B}[1moffering  title          state\u{1B}[0m")
        #expect(lines[1] == "     412  心肺复苏技能…  open")
        for line in lines[1...2] { #expect(line.columns <= 30) }
        #expect(terminal.run(Sample.program, "list", variables: ["NO_COLOR": "1"]) == .ok)
        #expect(try !terminal.shown().contains("\u{1B}"))
        #expect(terminal.run(Sample.program, "list", "--no-color") == .ok)
        #expect(try !terminal.shown().contains("\u{1B}"))
    }

    @Test(
        "on a narrow terminal nothing of a password is cut: it stands below its row behind its title; what is for scripts is not shown"
    )
    func exactColumn() {
        var table = Table(
            .init("name", Phrase("Name", "姓名")), .init("rows", Phrase("Rows", "行数"), .unshown),
            .init("password", Phrase("Password", "密码"), .exact))
        table.add(.init("张三丰的徒弟"), .init(12), "7xk4-mn3p-q8rt")
        table.add(.init("李四"), .init(3), "")
        #expect(
            table.lines(.en, width: 40) == [
                "Name          Password", "张三丰的徒弟  7xk4-mn3p-q8rt", "李四          ",
            ])
        #expect(
            table.lines(.en, width: 16) == [
                "Name", "张三丰的徒弟", "    Password", "    7xk4-mn3p-q8rt", "李四",
            ])
        #expect(table.jsonLines.first == #"{"name":"张三丰的徒弟","rows":12,"password":"7xk4-mn3p-q8rt"}"#)
    }

    @Test("--json gives a line for every row with the script's values, and nothing for no rows")
    func json() throws {
        #expect(
            try stage.run(Sample.program, "list", "--json").out == """
                {"offering":412,"title":"心肺复苏技能培训班","state":"OPEN"}
                {"offering":7,"title":"Cafe\u{301}","state":null}

                """)
        let none = try stage.run(Sample.program, "list", "--json", "--kind", "exam")
        #expect(none.out.isEmpty)
        #expect(try stage.run(Sample.program, "list", "--kind", "exam").err.hasPrefix("nothing to show\n"))
        #expect(
            try stage.run(Sample.program, "scan", "void", "9", "--mode", "m", "--json").out
                == "{\"offering\":9,\"note\":null}\n")
    }

    @Test("marks that are not seen, or turn the direction of text, are shown as symbols; a family of faces stays one")
    func unseen() {
        for mark in [
            "\u{61C}", "\u{200B}", "\u{2060}", "\u{E0041}", "\u{AD}", "\u{FEFF}", "\u{202E}", "\u{3164}", "\u{200D}",
        ] {
            #expect("张\(mark)三".harmless == "张\u{FFFD}三")
        }
        for text in ["张三", "é", "👨‍👩‍👧", "👍🏽", "葛\u{E0100}"] { #expect(text.harmless == text) }
        #expect(JSON.string("a\u{E0041}").text == #""a\udb40\udc41""#)
    }

    @Test("JSON escapes what it must and what could steer a terminal")
    func jsonText() {
        let value: JSON = [
            "a\"\\": ["\u{0}\n\t\r\u{1B}[2J", "\u{9B}\u{202E}", "期/é😀"], "n": -1, "t": true, "e": [], "o": [:],
            "z": .null,
        ]
        #expect(
            value.text
                == #"{"a\"\\":["\u0000\n\t\r\u001b[2J","\u009b\u202e","期/é😀"],"n":-1,"t":true,"e":[],"o":{},"z":null}"#)
        #expect(JSON(UInt64.max) == .string("18446744073709551615") && JSON(UInt64(1) << 53).text == "9007199254740992")
    }

    @Test("a failure keeps the data shown before it, tells why on standard error, and exits with its code")
    func failures() throws {
        let text = try stage.run(Sample.program, "refuse")
        #expect(text.code == .refused && text.out == "half\n")
        #expect(text.err == "warning: soon\nerror: the offering is full\nask later\n")
        let json = try stage.run(Sample.program, "refuse", "--json", "--lang", "zh")
        #expect(json.err.hasSuffix(#"{"error":"full","exit":3,"message":"名额已满","hint":"请稍后再试"}"# + "\n"))
    }

    @Test("an output nobody reads any more ends the program in peace")
    func closedOutput() throws {
        let outcome = try stage.run(Sample.program, words: ["list"], readingOutput: false)
        #expect(outcome.code == .ok && outcome.err == "limit 50 tags  all false site -\n")
    }

    @Test(
        "the width of a text is what a terminal gives it",
        arguments: [
            ("", 0), ("abc", 3), ("签到", 4), ("ｱｲ", 2), ("Ａ", 2), ("e\u{301}", 1), ("한글", 4),
            ("\u{1112}\u{1161}\u{11AB}", 2),
            ("a\u{200B}b", 2), ("😀", 2), ("👩‍👩‍👧", 2), ("🇨🇳", 2), ("👍🏽", 2), ("…", 1), ("，。", 4), ("𠀀", 2), ("é", 1),
        ])
    func columns(text: String, width: Int) {
        #expect(text.columns == width)
    }

    @Test("text is wrapped at spaces and between Chinese characters, never before a closing mark")
    func wrapping() {
        #expect("one two three".wrapped(to: 7) == ["one two", "three"])
        #expect("培训班，签到码".wrapped(to: 6) == ["培训", "班，签", "到码"])
        #expect("unbreakableword x".wrapped(to: 5) == ["unbreakableword", "x"])
        #expect("".wrapped(to: 5) == [""])
    }

    @Test("a narrow terminal cuts texts and no times, whichever is wider; --wide cuts nothing")
    func whole() throws {
        var table = Table(
            .init("at_ms", Phrase("Time", "时间")), .init("text", Phrase("Text", "内容")), .init("n", Phrase("N", "数")))
        table.add(
            .init(Phrase("2026-11-30 10:07:09"), json: 1, isWhole: true), "a longer text", "7")
        #expect(table.lines(.en, width: 30).last == "2026-11-30 10:07:09  a lon…  7")
        let terminal = try PseudoTerminal(columns: 24)
        #expect(terminal.run(Sample.program, "list") == .ok)
        #expect(try terminal.shown().contains("…"))
        #expect(terminal.run(Sample.program, "list", "--wide") == .ok)
        #expect(try terminal.shown().contains("412  心肺复苏技能培训班  open"))
    }

    @Test("help says a default by its word in the reader's language, and nothing where the default is none")
    func defaults() throws {
        let side: Parameter<Side> = .option("side", "SIDE", Phrase("which", "哪一面"), default: .front)
        let name: Parameter<String> = .option("name", "NAME", Phrase("called", "名称"), default: "")
        let count: Parameter<Int> = .option("count", "N", Phrase("how many", "数量"), default: 50)
        let look = Command("look", Phrase("Look", "查看"), side, name, count) { _, _ in .ok }
        let program = Program("sample", version: "1.0", Phrase("Show", "演示"), commands: [look])
        let english = try Stage().run(program, "look", "--help").out
        #expect(english.contains("front | back; default front") && english.contains("default 50"))
        let chinese = try Stage().run(program, "look", "--help", "--lang", "zh").out
        #expect(chinese.contains("默认 正面") && chinese.contains("默认 50") && !chinese.contains("默认 front"))
        #expect(chinese.split(separator: "\n").first { $0.contains("--name") }?.contains("默认") == false)
    }

    private enum Side: ArgumentValue {
        case front, back

        init?(argument: String) {
            guard let found = [Side.front, .back].first(where: { $0.argument == argument }) else { return nil }
            self = found
        }
        static var choices: [Phrase] { [Phrase("front", "正面"), Phrase("back", "背面")] }
        static var expectation: Phrase { oneOfChoices }
        var argument: String { "\(self)" }
    }

    @Test(
        "a row of a narrow terminal never runs into the next line: what cannot be cut stands below it, and nothing is lost"
    )
    func below() {
        var table = Table(
            .init("id", Phrase("Id", "编号"), .right), .init("day", Phrase("Day", "日期")),
            .init("title", Phrase("Title", "名称")), .init("state", Phrase("State", "状态")),
            .init("reason", Phrase("Reason", "原因"), .exact))
        table.add(
            .init(12_345_678), .init(Phrase("2026-11-30"), json: .null, isWhole: true), "a title of some length",
            .init(Phrase("outside window"), json: .null, isWhole: true), "not on this offering's roster")
        #expect(
            table.lines(.en, width: 46) == [
                "      Id  Day         Title     State",
                "12345678  2026-11-30  a title…  outside window", "    Reason: not on this offering's roster",
            ])
        for width in 12...60 {
            let lines = table.lines(.en, width: width)
            for text in ["12345678", "2026-11-30", "outside window", "not on this offering's roster"] {
                #expect(lines.contains { $0.contains(text) }, "\(width)")
            }
            #expect(lines.allSatisfy { $0.columns <= max(width, 33) }, "\(width)")
        }
    }

    @Test("--card shows each row as lines, with all that JSON has of it and nothing cut")
    func card() throws {
        let outcome = try Stage().run(Sample.program, "list", "--card", "--lang", "zh")
        #expect(outcome.out == "期次：412\n名称：心肺复苏技能培训班\n状态：开放\n\n期次：7\n名称：Cafe\u{301}\n")
        var table = Table(
            .init("name", Phrase("Name", "姓名")), .init("base", Phrase("Base", "所在"), .unshown),
            .init("unit", Phrase("Unit", "单位"), .unshown))
        table.add("张三", .init(12), "")
        #expect(table.card(0, .en) == ["Name: 张三", "Base: 12"])
    }

    @Test("where there is too little room, columns without a value give theirs, and off a terminal every column stays")
    func emptyColumns() {
        var table = Table(
            .init("id", Phrase("Id", "编号"), .right), .init("reason", Phrase("A long reason", "原因")),
            .init("name", Phrase("Name", "姓名")))
        table.add(.init(7), .init(""), .init("a name of thirty characters long"))
        #expect(table.lines(.en, width: 38) == ["Id  Name", " 7  a name of thirty characters long"])
        #expect(table.lines(.en, width: nil)[0] == "Id  A long reason  Name")
        #expect(table.lines(.en, width: 80)[0] == "Id  A long reason  Name")
    }

    @Test(
        "a failure advises a command as the program has it, and none that only another has",
        arguments: [
            ("scan void 412", "run: sample scan void 412"), ("send list", "run: sample send list"),
            ("list past", "run: sample list"), ("list --all", "run: sample list --all"), ("rounds list", nil),
            ("scan show", nil),
        ])
    func advice(next: String, shown: String?) throws {
        let nothing: Command.Action = { _, _ in .ok }
        let program = Program(
            "sample", version: "1.0", Phrase("Advise", "提示"), common: Sample.site,
            commands: [
                Command("list", Phrase("List", "列出"), Sample.all, action: nothing),
                Command("send", Phrase("Send", "上传"), Sample.files, action: nothing),
                Command(
                    "scan", Phrase("Mend", "更正"),
                    commands: [Command("void", Phrase("Void", "作废"), Sample.offering, action: nothing)]),
                Command("fail", Phrase("Fail", "失败")) { _, _ in
                    throw CommandFailure(.refused, name: "not_found", Phrase("none", "没有"), next: Phrase(next))
                },
            ])
        let told = try stage.run(program, "fail").err.split(separator: "\n").map(String.init)
        #expect(told == ["error: none"] + (shown.map { [$0] } ?? []))
    }
}
