import Testing

@testable import Console

@Suite struct ParserTests {
    private let stage = Stage()

    @Test("options are read before or after, apart or joined, long or short, repeated, or from the environment")
    func options() throws {
        let plain = try stage.run(Sample.program, "list")
        #expect(plain.code == .ok && plain.err == "limit 50 tags  all false site -\n")
        let full = try stage.run(
            Sample.program, "--site", "AB", "list", "-n", "-3", "--tag=a=b", "--tag", "", "-a", "--kind=course")
        #expect(full.err == "limit -3 tags a=b+ all true site AB\n")
        let stage = Stage(variables: ["SAMPLE_SITE": "CD"])
        #expect(try stage.run(Sample.program, "list").err.hasSuffix("site CD\n"))
        #expect(try stage.run(Sample.program, "list", "--site", "AB").err.hasSuffix("site AB\n"))
    }

    @Test("arguments fill their places; after -- even those that look like options")
    func arguments() throws {
        let one = try stage.run(Sample.program, "scan", "void", "412", "--mode", "dry")
        #expect(one.code == .incomplete && one.out == "412 - dry\n")
        let two = try stage.run(Sample.program, "scan", "void", "--mode", "dry", "412", "--", "--all")
        #expect(two.out == "412 --all dry\n")
        #expect(try stage.run(Sample.program, "send", "a", "b").out == "a\nb\n")
    }

    @Test(
        "a wrong command line is refused with its reason, the nearest name, and exit code 2",
        arguments: [
            (["lsit"], "there is no command \"lsit\"\ndid you mean list?"),
            (["xyz"], "there is no command \"xyz\""),
            ([], "a command is missing"),
            (["scan"], "a command is missing"),
            (["list", "--limt", "3"], "there is no option --limt\ndid you mean --limit?"),
            (["list", "--jsno"], "there is no option --jsno\ndid you mean --json?"),
            (["list", "-z"], "there is no option -z"),
            (["list", "--limit"], "--limit needs a value: N"),
            (["list", "--limit", "many"], "--limit: \"many\" is not a whole number"),
            (
                ["list", "--limit", "99999999999999999999"],
                "--limit: \"99999999999999999999\" is not a whole number"
            ),
            (["list", "--kind", "exm"], "--kind: \"exm\" is not one of course, exam\ndid you mean exam?"),
            (["list", "--all", "--all"], "--all is given twice"),
            (["list", "--all=yes"], "--all takes no value"),
            (["list", "412"], "\"412\" is one argument too many"),
            (["scan", "void", "--mode", "m"], "OFFERING is missing"),
            (["scan", "void", "412"], "--mode is missing"),
            (["scan", "void", "-1", "--mode", "m"], "OFFERING: \"-1\" is not a whole number from 0 up"),
            (["send"], "FILE is missing"),
            (["list", "\u{1B}[2J"], "\"␛[2J\" is one argument too many"),
        ])
    func refusals(words: [String], reason: String) throws {
        let outcome = try stage.run(Sample.program, words: words)
        #expect(outcome.code == .usage && outcome.out.isEmpty)
        #expect(outcome.err.hasPrefix("error: \(reason)\nsee: sample"))
    }

    @Test("where a command is missing, those that go on are listed, or told what to begin with")
    func commandMissing() throws {
        #expect(try stage.run(Sample.program, "scan").err.hasSuffix("see: sample scan --help\ncommands: void\n"))
        #expect(try stage.run(Sample.program).err.contains("\ncommands: list, scan, send, login"))
        #expect(try !stage.run(Sample.program, "lsit").err.contains("commands:"))
        let started = Program(
            "sample", version: "1.0", Phrase("Begin", "开始"), commands: [], start: Phrase("sample a", "sample 甲"))
        #expect(try stage.run(started, "--lang", "zh").err.hasSuffix("\n首先运行：sample 甲\n"))
    }

    @Test("a command about several things says whether all, some or none were refused")
    func partly() {
        #expect(ExitCode(refused: 0, of: 0) == .ok && ExitCode(refused: 0, of: 2) == .ok)
        #expect(ExitCode(refused: 1, of: 1) == .refused && ExitCode(refused: 1, of: 2) == .incomplete)
    }

    @Test("the texts are Chinese where the environment or --lang says so")
    func languages() throws {
        let chinese = Stage(variables: ["LANG": "zh_CN.UTF-8"])
        #expect(try chinese.run(Sample.program, "lsit").err == "错误：没有命令“lsit”\n您是否想输入 list？\n参见：sample --help\n")
        #expect(try chinese.run(Sample.program, "list", "--lang", "en", "-n", "x").err.hasPrefix("error: --limit"))
        #expect(try stage.run(Sample.program, "list", "--lang=zh").err == "限 50\n")
        let overruled = Stage(variables: ["LANG": "zh_CN.UTF-8", "LC_ALL": "C"])
        #expect(try overruled.run(Sample.program, "lsit").err.hasPrefix("error:"))
        #expect(try stage.run(Sample.program, "list", "--lang", "fr").code == .usage)
    }

    @Test("the exit codes are 0 to 6 and each has its meaning")
    func exitCodes() {
        #expect(ExitCode.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6])
        #expect(Set(ExitCode.allCases.map(\.meaning.en)).count == 7)
    }
}
