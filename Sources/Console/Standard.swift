/// The options of every program.
enum Standard {
    private static let json: Parameter<Bool> = .flag(
        "json", Phrase("print data as JSON, one line for a value or row", "以 JSON 输出数据，每个值或每行数据一行"))
    private static let language: Parameter<Language?> = .option(
        "lang", "LANG", Phrase("language of texts; else that of the environment", "界面语言，默认取自环境变量"),
        variable: "ROLLCALL_LANG")
    private static let noInput: Parameter<Bool> = .flag(
        "no-input", Phrase("never ask; fail where an answer is needed", "不询问；需要输入时直接失败"))
    private static let noColour: Parameter<Bool> = .flag(
        "no-color", Phrase("no colours (also by NO_COLOR)", "不使用颜色（亦可设 NO_COLOR）"))

    private static let wide: Parameter<Bool> = .flag(
        "wide", Phrase("lay tables out as wide as they are; cut nothing", "按实际宽度显示表格，不截断"))
    private static let card: Parameter<Bool> = .flag(
        "card", Phrase("show each row as lines, with all that is known of it", "逐行显示每条记录的全部内容"))
    private static let out: Parameter<String?> = .option(
        "out", "FILE", Phrase("write the table to this file: a workbook (.xlsx) or CSV", "将表格写入文件：工作簿（.xlsx）或 CSV"))

    static var declarations: [Declaration] {
        [
            json.declaration, language.declaration, wide.declaration, card.declaration, out.declaration,
            noInput.declaration, noColour.declaration,
        ]
    }

    private enum Shell: String, CaseIterable, ArgumentValue {
        case bash, zsh, fish
    }

    private static let shell: Parameter<Shell> = .argument("SHELL", Phrase("whose completions", "补全所用的命令解释器"))

    /// The program with its own commands and those of every program, which print what it tells of itself.
    static func root(
        _ name: String, _ help: Phrase, _ groups: [Command.Group], _ common: [Declaration], version: String,
        section: Int
    ) -> Command {
        @Sendable func whole() -> Command {
            root(name, help, groups, common, version: version, section: section)
        }
        let manual = Command("manual", Phrase("print the manual page, for man -l -", "输出手册页，供手册阅读程序显示")) {
            _, interaction in
            let page = ManualPage(
                root: whole(), common: common, version: version, section: section, language: interaction.language)
            try interaction.data(page.text)
            return .ok
        }
        let completion = Command(
            "completion", Phrase("print what a shell needs to complete commands", "输出命令补全脚本"), shell
        ) { arguments, interaction in
            let known = ShellCompletions(root: whole(), common: common, language: interaction.language)
            let script =
                switch arguments[shell] {
                case .bash: known.bash
                case .zsh: known.zsh
                case .fish: known.fish
                }
            try interaction.data(script)
            return .ok
        }
        let own = groups.contains { $0.title != nil } ? Phrase("this program", "程序自身") : nil
        return Command(name, help, groups: groups + [Command.Group(own, [manual, completion])])
    }

    static func interaction(
        _ program: String, _ streams: Streams, _ environment: @escaping Environment, _ arguments: Arguments
    ) -> Interaction {
        Interaction(
            program, streams, environment: environment, language: arguments[language] ?? .of(environment),
            isJSON: arguments[json], layout: arguments[card] ? .card : arguments[wide] ? .wide : .fitted,
            mayAsk: !arguments[noInput],
            mayColour: !arguments[noColour], listPath: arguments.common(out))
    }

    /// The interaction for words that could not be parsed, or need not be: takes the standard options it finds in them.
    static func interaction(
        _ program: String, _ streams: Streams, _ environment: @escaping Environment, given words: [String]
    ) -> Interaction {
        let named = zip(words, words.dropFirst()).first { $0.0 == "--lang" }?.1
        let joined = words.first { $0.hasPrefix("--lang=") }.map { String($0.dropFirst("--lang=".count)) }
        let choice = named ?? joined ?? environment("ROLLCALL_LANG")
        return Interaction(
            program, streams, environment: environment,
            language: choice.flatMap(Language.init(rawValue:)) ?? .of(environment),
            isJSON: words.contains("--json"), layout: .fitted, mayAsk: false,
            mayColour: !words.contains("--no-color"))
    }
}
