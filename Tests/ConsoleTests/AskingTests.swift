import Foundation
import Processes
import Testing

@testable import Console

@Suite struct AskingTests {
    @Test("a line beyond 64 KiB is passed over, of a stream without an end too, and the next one is read")
    func longLines() throws {
        let pipe = Pipe()
        let writer = Thread {
            let piece = Data(repeating: UInt8(ascii: "x"), count: 1 << 16)
            for _ in 0..<64 { try? pipe.fileHandleForWriting.write(contentsOf: piece) }
            try? pipe.fileHandleForWriting.write(contentsOf: Data("\n1001\n".utf8))
            try? pipe.fileHandleForWriting.write(contentsOf: piece + piece)
            try? pipe.fileHandleForWriting.close()
        }
        writer.start()
        let input = LineInput(descriptor: pipe.fileHandleForReading.fileDescriptor)
        let refused = #expect(throws: CommandFailure.self) { try input.next() }
        #expect(refused?.name == "too_long" && refused?.message.en.hasPrefix("line 1 ") == true)
        #expect(try input.next() == "1001")
        #expect(throws: CommandFailure.self) { try input.next() }
        #expect(try input.next() == nil)
    }

    @Test("a refused field is said with the option that gives it, in both languages; one without an option as it is")
    func optionOfField() {
        let date: Parameter<String?> = .option("date", "DAY", Phrase("when", "日期"))
        let credits: Parameter<String?> = .option("credits", "N", Phrase("how many", "学分"))
        let command = Command("create", Phrase("make one", "新建"), date, credits) { _, _ in .ok }
        for (field, told) in [
            ("dates", "not valid (--date)"), ("credits_tenths", "not valid"),
            ("dates 2", "not valid (--date)"),
            ("owner", "not valid"), ("", "not valid"),
        ] {
            let failure = CommandFailure(.refused, name: "invalid", Phrase("not valid", "无效"), field: field)
            #expect(failure.naming(optionOf: command).message.en == told, "\(field)")
        }
    }

    @Test("off a terminal answers are the lines of standard input, and nothing is echoed or prompted")
    func piped() throws {
        let outcome = try Stage(input: "li\r\n秘 密\nyes").run(Sample.program, "login")
        #expect(outcome.code == .ok && outcome.out == "li/秘 密/true\n" && outcome.err.isEmpty)
        let short = try Stage(input: "li\n").run(Sample.program, "login")
        #expect(short.code == .usage && short.err.hasPrefix("error: no answer to: "), "\(short.err)")
    }

    @Test("lines end as scanners and editors end them; a line that is not UTF-8 is told, and nothing is replaced")
    func lineEnds() throws {
        for input in ["li\rpw\ryes\r", "\u{FEFF}li\r\npw\r\nyes", "li\npw\nyes\n"] {
            #expect(try Stage(input: input).run(Sample.program, "login").out == "li/pw/true\n")
        }
        let lines = LineInput(descriptor: try pipe([0x31, 0x0D, 0xB0, 0xD7, 0x0A, 0x32, 0x0D]))
        #expect(try lines.next() == "1")
        let failure = #expect(throws: CommandFailure.self) { try lines.next() }
        #expect(failure?.name == "encoding" && failure?.message.en.contains("line 2") == true)
        #expect(try lines.next() == "2")
        #expect(try lines.next() == nil)
    }

    private func pipe(_ bytes: [UInt8]) throws -> Int32 {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
        try pipe.fileHandleForWriting.close()
        return dup(pipe.fileHandleForReading.fileDescriptor)
    }

    @Test("--no-input fails at once and says what to give instead")
    func noInput() throws {
        let outcome = try Stage(input: "li\nx\n").run(Sample.program, "login", "--no-input")
        #expect(outcome.code == .usage)
        #expect(outcome.err == "error: not allowed to ask for: name\ngive it with --name\n")
    }

    @Test("a password typed at a terminal is never shown, may be mended, and the terminal echoes again after it")
    func password() throws {
        let terminal = try PseudoTerminal()
        let typist = Typist(
            terminal, [("name: ", "li\n"), ("password: ", "secre\u{7F}密x\u{7F}\n"), ("[y/N]: ", "n\n")])
        #expect(terminal.run(Sample.program, "login") == .ok)
        let shown = try typist.finish()
        #expect(shown.contains("li/secr密/false\n"))
        #expect(shown.components(separatedBy: "secr").count == 2)
        #expect(terminal.isEchoing)
    }

    @Test("Ctrl-C at the password ends the command and leaves the terminal echoing")
    func cancelled() throws {
        let terminal = try PseudoTerminal()
        let typist = Typist(terminal, [("name: ", "li\n"), ("password: ", "sec\u{3}")])
        #expect(terminal.run(Sample.program, "login") == .failure)
        #expect(try typist.finish().contains("error:"))
        #expect(terminal.isEchoing)
    }

    @Test("progress appears on a terminal only, after a second, and is gone at the end")
    func progress() throws {
        let terminal = try PseudoTerminal()
        var clock: Int64 = 0
        let slow = { () -> Int64 in
            clock += 600
            return clock
        }
        #expect(terminal.run(Sample.program, "send", "a", "b", "c", nowMs: slow) == .ok)
        #expect(
            try terminal.shown()
                == "a\n\rsending 2 / 3 (66 %), 1/s\u{1B}[K\r\u{1B}[Kb\n\rsending 3 / 3 (100 %), 1/s\u{1B}[K\r\u{1B}[Kc\n"
        )
        #expect(terminal.run(Sample.program, "send", "a", "b", "c") == .ok)
        #expect(try terminal.shown() == "a\nb\nc\n")
        #expect(try Stage().run(Sample.program, "send", "a").err.isEmpty)
    }
}
