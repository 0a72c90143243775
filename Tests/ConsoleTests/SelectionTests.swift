import Foundation
import Processes
import Testing

@testable import Console

@Suite struct SelectionTests {
    @Test("the cursor stays within the rows, what is seen follows it, and marks stay where they were set")
    func moving() {
        var selection = Selection(texts: (0..<10).map { "row \($0)" }, height: 3)
        #expect(selection.press(.up) == .going && selection.cursor == 0 && selection.seen == 0..<3)
        for _ in 0..<3 { _ = selection.press(.down) }
        #expect(selection.cursor == 3 && selection.seen == 1..<4)
        _ = selection.press(.mark)
        _ = selection.press(.end)
        #expect(selection.cursor == 9 && selection.seen == 7..<10)
        _ = selection.press(.mark)
        _ = selection.press(.mark)
        _ = selection.press(.pageUp)
        #expect(selection.cursor == 6 && selection.seen == 6..<9)
        _ = selection.press(.home)
        #expect(selection.seen == 0..<3 && selection.marked == [3])
        selection.height = 20
        #expect(selection.seen == 0..<10)
        _ = selection.press(.all)
        #expect(selection.marked.count == 10)
        _ = selection.press(.clear)
        #expect(selection.marked.isEmpty)
        #expect(selection.press(.accept) == .accepted && selection.press(.cancel) == .cancelled)
    }

    @Test("a search leaves the rows that contain its text, and marks outlive it")
    func searching() {
        var selection = Selection(texts: ["李伟 宁乡", "王芳 沅陵", "张敏 宁乡", "LI Lei"], height: 2)
        _ = selection.press(.mark)
        _ = selection.press(.search)
        for character in "宁乡" { _ = selection.press(.typed(character)) }
        #expect(selection.found == [0, 2] && selection.isTyping && selection.search == "宁乡")
        _ = selection.press(.accept)
        #expect(!selection.isTyping && selection.press(.down) == .going && selection.press(.details) == .detailed(2))
        _ = selection.press(.all)
        #expect(selection.marked == [0, 2])
        _ = selection.press(.search)
        for character in "li x" { _ = selection.press(.typed(character)) }
        #expect(selection.found.isEmpty && selection.press(.details) == .going && selection.seen.isEmpty)
        _ = selection.press(.erase)
        _ = selection.press(.erase)
        #expect(selection.found == [3])
        #expect(selection.press(.cancel) == .going && selection.search == nil && selection.found.count == 4)
        #expect(selection.marked == [0, 2] && selection.press(.accept) == .accepted)
        // What ends the selection does so in a search, too.
        _ = selection.press(.search)
        #expect(selection.press(.quit) == .cancelled)
    }

    @Test("in a search letters are text, also those of several bytes that come in pieces, until Enter or Esc")
    func typing() {
        var reader = KeyReader()
        #expect(reader.take(Array("a/a宁".utf8)) == [.all, .search, .typed("a"), .typed("宁")])
        #expect(reader.take(Array("乡".utf8.prefix(2))) == [] && reader.take(Array("乡".utf8.suffix(1))) == [.typed("乡")])
        #expect(reader.take([0x7F, 0x0D, 0x61]) == [.erase, .accept, .all])
        #expect(reader.take(Array("/d".utf8)) == [.search, .typed("d")])
        #expect(reader.take([0x1B]) == [] && reader.pause() == [.cancel] && reader.take(Array("d".utf8)) == [.details])
    }

    @Test("rows are named as people write them, and a row that is not there is no answer")
    func ranges() {
        #expect(Selection.indices(in: "1,3-5", count: 5) == [0, 2, 3, 4])
        #expect(Selection.indices(in: "5, 1，2、2", count: 5) == [0, 1, 4])
        #expect(Selection.indices(in: "all", count: 2) == [0, 1])
        #expect(Selection.indices(in: "全部", count: 2) == [0, 1])
        for wrong in ["", "0", "6", "3-2", "1-9", "-", "1-", "x", "1-2-3", "99999999999999999999"] {
            #expect(Selection.indices(in: wrong, count: 5) == nil, "\(wrong)")
        }
    }

    @Test("keys that come in pieces are one key, and a lone escape is told by the pause after it")
    func keys() {
        var reader = KeyReader()
        #expect(
            reader.take(Array("\u{1B}[A\u{1B}OBjk xan\r".utf8)) == [
                .up, .down, .down, .up, .mark, .mark, .all, .clear, .accept,
            ])
        #expect(reader.take([0x1B]) == [] && reader.take([0x5B]) == [] && reader.take([0x36, 0x7E]) == [.pageDown])
        #expect(reader.take([0x1B]) == [] && reader.pause() == [.cancel])
        #expect(reader.take(Array("\u{1B}[1;5C".utf8)) == [] && reader.pause() == [])
        #expect(reader.take([0x1B, 0x71]) == [.cancel, .quit])
    }

    static let program = Program(
        "picker", version: "1", Phrase("Pick rows", "选择"),
        commands: [
            Command("pick", Phrase("Pick", "选择")) { _, interaction in
                var table = Table(.init("id", Phrase("Id", "编号"), .right), .init("name", Phrase("Name", "姓名")))
                for (id, name) in [(11, "李伟"), (12, "王芳"), (13, "张敏"), (14, "刘洋"), (15, "陈静")] {
                    table.add(.init(id), .init(name))
                }
                let rows = try interaction.select(table, Phrase("Who", "选择人员"), insteadOf: "--ids")
                let what = try interaction.choose(
                    Phrase("Decision", "操作"),
                    [("approve", Phrase("approved", "审核通过")), ("reject", Phrase("rejected", "审核不通过"))],
                    insteadOf: "--approve")
                try interaction.data("\(rows) \(what)")
                return .ok
            }
        ])

    @Test("on a terminal rows are marked with the arrow keys, and the terminal is as it was afterwards")
    func drawn() throws {
        let terminal = try PseudoTerminal(columns: 40)
        let typist = Typist(
            terminal,
            [
                ("\u{1B}[J", " \u{1B}[B\u{1B}[B "), ("(2 of 5 marked)", "\r"), ("Decision: ", "2\n"),
            ])
        #expect(terminal.run(Self.program, "pick", variables: ["NO_COLOR": "1"]) == .ok)
        let shown = try typist.finish()
        #expect(shown.contains("> [ ] 11  李伟") && shown.contains("> [x] 13  张敏") && shown.contains("(2 of 5 marked)"))
        #expect(shown.hasSuffix("[0, 2] 1\r\n") || shown.hasSuffix("[0, 2] 1\n"))
        #expect(terminal.isEchoing)
    }

    @Test("on a terminal a row is found by what it contains, looked at as a whole, and marked")
    func found() throws {
        let terminal = try PseudoTerminal(columns: 60)
        let typist = Typist(
            terminal,
            [
                ("\u{1B}[J", "/张\r"), ("/张  1", "d"), ("any key goes back to the list", "x"), ("> [ ] 13", " \r"),
                ("Decision: ", "1\n"),
            ])
        #expect(terminal.run(Self.program, "pick", variables: ["NO_COLOR": "1"]) == .ok)
        let shown = try typist.finish()
        #expect(shown.contains("Name: 张敏") && shown.contains("[2] 0"))
    }

    /// A table far wider than forty columns, as the reviews of a county are.
    static let wide = Program(
        "picker", version: "1", Phrase("Pick rows", "选择"),
        commands: [
            Command("pick", Phrase("Pick", "选择")) { _, interaction in
                var table = Table(
                    .init("id", Phrase("Id", "编号"), .right), .init("name", Phrase("Name", "姓名")),
                    .init("what", Phrase("What", "内容")), .init("state", Phrase("State", "状态")),
                    .init("level", Phrase("Level", "级别")), .init("submitted", Phrase("Submitted", "提交时间")),
                    .init("reason", Phrase("Reason", "原因")))
                for id in 1001...1030 {
                    table.add(
                        .init(id), .init("阿卜杜拉·买买提"), .init("第\(id)期县级医疗机构急诊医学骨干医师培训班"), .init("待审核"),
                        .init("区县"), .init("2026-11-21 09:00:00"), .init("学历信息与证书不符"))
                }
                let rows = try interaction.select(table, Phrase("Which", "选择要审核的记录"), insteadOf: "--ids")
                let reason = try interaction.askText(Phrase("Reason", "原因"), insteadOf: "--reject")
                try interaction.data("\(rows) \(reason)")
                return .ok
            }
        ])

    @Test(
        "on a narrow terminal no line of a list is broken in two, in either language", arguments: ["zh", "en"],
        [24, 40, 80])
    func narrow(language: String, columns: Int) throws {
        let terminal = try PseudoTerminal(columns: UInt16(columns))
        let counted = language == "zh" ? "（已选 2 / 30）" : "(2 of 30 marked)"
        let asked = language == "zh" ? "原因：" : "Reason: "
        let typist = Typist(
            terminal,
            [
                ("\u{1B}[J", "\u{1B}[6~ \u{1B}[F "), (columns > 24 ? counted : "[x] 1030", "\r"), (asked, "  \n"),
                (asked, "重\n"),
            ])
        #expect(terminal.run(Self.wide, "pick", "--lang", language, variables: ["NO_COLOR": "1"]) == .ok)
        let shown = try typist.finish()
        #expect(shown.contains("[20, 29] 重"))
        let drawn = shown.replacing(/\u{1B}\[[0-9]*[AKJ]/, with: "").split(whereSeparator: \.isNewline)
        for line in drawn where line.contains("[ ]") || line.contains("[x]") || line.contains("Enter") {
            #expect(line.columns < columns, "\(line)")
        }
        #expect(drawn.contains { $0.contains("> [x] 1030") })
        #expect(terminal.isEchoing)
    }

    @Test("a slip at a terminal is asked again, and what was marked is not lost")
    func slip() throws {
        let terminal = try PseudoTerminal()
        let typist = Typist(
            terminal, [("\u{1B}[J", " \r"), ("Decision: ", "9\n"), ("Decision: ", "\n"), ("Decision: ", "reject\n")])
        #expect(terminal.run(Self.program, "pick") == .ok)
        #expect(try typist.finish().contains("[0] 1"))
    }

    @Test("Ctrl-C in a list ends the command and leaves the terminal as it was")
    func cancelled() throws {
        let terminal = try PseudoTerminal()
        let typist = Typist(terminal, [("\u{1B}[J", "\u{3}")])
        #expect(terminal.run(Self.program, "pick") == .failure)
        #expect(try typist.finish().contains("cancelled"))
        #expect(terminal.isEchoing)
    }

    @Test("off a terminal the rows are numbered, and the next line of input says which")
    func piped() throws {
        let outcome = try Stage(input: "1,3-4\nreject\n").run(Self.program, "pick")
        #expect(outcome.code == .ok && outcome.out == "[0, 2, 3] 1\n")
        #expect(outcome.err.contains("   4  14  刘洋\n"))
        #expect(try Stage(input: "\nreject\n").run(Self.program, "pick").out == "[] 1\n")
        #expect(try Stage(input: "6\n").run(Self.program, "pick").code == .usage)
        #expect(try Stage(input: "1\nperhaps\n").run(Self.program, "pick").code == .usage)
        #expect(try Stage(input: "1\n").run(Self.program, "pick", "--no-input").code == .usage)
        #expect(try Stage(input: "").run(Self.program, "pick").code == .usage)
    }
}
