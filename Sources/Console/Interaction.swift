/// The input and output of a command: data to standard output, everything else to standard error, so that data can be
/// piped while a person reads the rest. For one thread.
package final class Interaction {
    /// The ways to lay out a table for people.
    enum Layout {
        /// As wide as the terminal; texts are cut.
        case fitted
        case wide
        /// Each row as lines, with the columns that only JSON has too.
        case card
    }

    /// The program's name, with which the commands begin that a person may type next.
    package let program: String
    package let language: Language
    /// Whether data is printed as JSON.
    package let isJSON: Bool
    private let streams: Streams
    private let input: LineInput
    private let mayAsk: Bool
    private let hasColour: Bool
    private let layout: Layout
    private let isDumb: Bool
    private var isProgressShown = false
    /// Nil where tables are shown.
    private let listPath: String?
    private var list: ListFile?
    /// The columns of the table that the file gets; nil before it.
    private var listed: [String]?

    init(
        _ program: String, _ streams: Streams, environment: Environment, language: Language, isJSON: Bool,
        layout: Layout,
        mayAsk: Bool,
        mayColour: Bool,
        listPath: String? = nil
    ) {
        self.program = program
        self.streams = streams
        self.language = language
        self.isJSON = isJSON
        self.mayAsk = mayAsk
        self.layout = layout
        self.listPath = listPath
        input = LineInput(descriptor: streams.input)
        isDumb = environment("TERM") == "dumb"
        hasColour = mayColour && (environment("NO_COLOR") ?? "").isEmpty && !isDumb
    }

    package func text(_ phrase: Phrase) -> String { phrase.text(in: language) }

    /// The columns to lay data out for; nil if unlimited.
    package var width: Int? { streams.out.width }

    /// Prints a line of data for people. Use `show` where `--json` applies.
    package func data(_ line: String) throws {
        hideProgress()
        try streams.out.write(line + "\n")
    }

    /// Prints one value: its JSON with `--json`, else its text.
    package func show(_ json: @autoclosure () -> JSON, text: @autoclosure () -> String) throws {
        try data(isJSON ? json().text : text().split(separator: "\n").map(\.harmless).joined(separator: "\n"))
    }

    /// Prints a table; with `--json`, a line per row; with `--out`, writes it to the file. For an empty table says so on
    /// standard error.
    package func show(_ table: Table) throws {
        guard try !write(table) else { return }
        if isJSON {
            for line in table.jsonLines { try data(line) }
        } else if table.rows.isEmpty {
            say(Phrase("nothing to show", "没有记录"))
        } else {
            try show(rows: table)
        }
    }

    /// Shows the rows that a list has so far, and takes them out of it, where they are not laid out together: a list of any
    /// length then needs the same memory. The last ones are shown by `show`.
    package func showSoFar(_ table: inout Table) throws {
        guard listPath != nil || isJSON else { return }
        try show(table)
        table.removeRows()
    }

    /// Opens the file of `--out`, so that a command does nothing for a file that cannot be written.
    func openList() throws(CommandFailure) {
        guard let listPath else { return }
        list = try ListFile(listPath)
        try list?.reserve(Self.listRoom)
    }

    /// Bytes; what a longer list needs is found out as it is written.
    private static let listRoom = 1 << 16

    /// Writes the first table of a command, or more of it, to the file of `--out`.
    /// - Returns: false if it is to be shown.
    private func write(_ table: Table) throws -> Bool {
        guard let list else { return false }
        if listed == nil {
            listed = table.columns.map(\.key)
            try list.append(table.columns.map { .text(text($0.title)) })
        }
        guard listed == table.columns.map(\.key) else { return false }
        for row in table.rows {
            try list.append(
                zip(table.columns, row).map { column, cell in
                    if let yuan = cell.yuan { return .money(yuan) }
                    return column.alignment == .right ? .figure(text(cell.text)) : .text(text(cell.text))
                })
        }
        return true
    }

    /// Puts the file of `--out` in its place. Fails if there was no table.
    func finishList() throws {
        guard let listPath, let file = list else { return }
        list = nil
        guard listed != nil else {
            throw CommandFailure(
                .incomplete, name: "no_table",
                Phrase("this shows no table; \(listPath) is not written", "此命令不显示表格，未写入 \(listPath)"))
        }
        try file.finish()
        try show(["file": .string(listPath), "rows": JSON(file.rows)], text: listPath)
    }

    private func show(rows table: Table) throws {
        guard layout != .card else {
            for row in table.rows.indices {
                if row > 0 { try data("") }
                for line in table.card(row, language) { try data(line) }
            }
            return
        }
        let lines = table.lines(language, width: layout == .wide ? nil : width)
        try data(streams.out.isTerminal ? styled(lines[0], .bold) : lines[0])
        for line in lines.dropFirst() { try data(line) }
    }

    /// Shows a table to check on standard error.
    package func tell(_ table: Table) {
        hideProgress()
        streams.tell(table.lines(language, width: tellingWidth))
    }

    /// Prints a message on standard error.
    package func say(_ phrase: Phrase) {
        hideProgress()
        streams.tell(text(phrase).split(separator: "\n", omittingEmptySubsequences: false).map(\.harmless))
    }

    /// Prints a warning on standard error.
    package func warn(_ phrase: Phrase) {
        hideProgress()
        streams.tell([marked(Phrase("warning:", "警告："), .yellow) + text(phrase).harmless])
    }

    /// Reports why the command failed: text for a person, one line of JSON with `--json`.
    package func report(_ failure: CommandFailure) {
        hideProgress()
        let next = failure.next.map { Phrase("run: \(program) \($0.en)", "请运行：\(program) \($0.zh)") }
        let hints = [failure.hint, next].compactMap { $0.map { text($0) } }
        guard !isJSON else {
            let report: JSON = [
                "error": .string(failure.name), "exit": .integer(Int64(failure.exitCode.rawValue)),
                "message": .string(text(failure.message)),
                "hint": hints.isEmpty ? .null : .string(hints.joined(separator: "\n")),
            ]
            streams.tell([report.text])
            return
        }
        let message = marked(Phrase("error:", "错误："), .red) + text(failure.message).harmless
        streams.tell([message] + hints.map(\.harmless))
    }

    /// Asks for a line; without a terminal, reads the next line of standard input.
    /// - Parameter option: the option that gives the answer without a question (`--name`); named in the error if
    ///   questions are not allowed. Nil where a line of standard input is the only way.
    package func ask(_ prompt: Phrase, insteadOf option: String?) throws -> String {
        try prepare(prompt, option)
        if input.isTerminal { show(prompt) }
        guard let line = try input.next() else {
            throw input.isTerminal ? Self.cancelled : Self.unanswered(prompt, option)
        }
        return line
    }

    /// Asks for a password without echo; without a terminal, reads the next line of standard input.
    package func askSecret(_ prompt: Phrase, insteadOf option: String?) throws -> String {
        guard input.isTerminal else { return try ask(prompt, insteadOf: option) }
        try prepare(prompt, option)
        defer { streams.tell([""]) }
        do {
            return try SecretPrompt(descriptor: input.descriptor).readLine { show(prompt) }
        } catch is SecretPrompt.Cancelled { throw Self.cancelled }
    }

    /// Asks yes or no; anything but a yes is a no.
    package func confirm(_ question: Phrase, insteadOf option: String) throws -> Bool {
        let prompt = Phrase(question.en + " [y/N]", question.zh + " [y/N]")
        return ["y", "yes", "是"].contains(try ask(prompt, insteadOf: option).lowercased())
    }

    /// Reads the next line of standard input; nil at its end.
    package func nextLine() throws -> String? { try input.next() }

    /// Starts a line of progress; see `Progress`.
    /// - Parameter done: the count before this command.
    package func progress(_ label: Phrase, of total: Int? = nil, from done: Int = 0) -> Progress {
        Progress(self, label, total: total, from: done, startedMs: streams.nowMs())
    }

    /// Whether progress is visible: standard error is a terminal.
    package var showsProgress: Bool { streams.err.isTerminal && !isJSON }

    /// Flushes standard output, for a program that goes on running; it also happens at the end.
    package func flush() throws {
        hideProgress()
        try streams.out.flush()
    }

    func prepare(_ prompt: Phrase, _ option: String?) throws {
        guard mayAsk else {
            throw CommandFailure(
                .usage, name: "input_required",
                Phrase("not allowed to ask for: \(prompt.en)", "不允许询问：\(prompt.zh)"),
                hint: Self.otherWay(option))
        }
        try flush()
    }

    private static func otherWay(_ option: String?) -> Phrase {
        option.map { Phrase("give it with \($0)", "请用 \($0) 提供") }
            ?? Phrase("give it as a line of standard input", "请通过标准输入提供")
    }

    private static func unanswered(_ prompt: Phrase, _ option: String?) -> CommandFailure {
        CommandFailure(
            .usage, name: "input_required", Phrase("no answer to: \(prompt.en)", "未回答：\(prompt.zh)"),
            hint: Self.otherWay(option))
    }

    private func show(_ prompt: Phrase) { streams.prompt(text(prompt) + text(Phrase(": ", "："))) }

    static let cancelled = CommandFailure(.failure, name: "cancelled", Phrase("cancelled", "已取消"))

    private enum Style: String {
        case bold = "1"
        case red = "31"
        case yellow = "33"
    }

    /// A label before a message; Chinese punctuation brings its own space.
    private func marked(_ word: Phrase, _ style: Style) -> String {
        let mark = streams.err.isTerminal ? styled(text(word), style) : text(word)
        return mark + text(Phrase(" ", ""))
    }

    private func styled(_ text: String, _ style: Style) -> String {
        hasColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}

// The line of progress; any other output replaces it.
extension Interaction {
    var nowMs: Int64 { streams.nowMs() }

    func showProgress(_ line: String) {
        streams.prompt("\r" + line.cut(to: (streams.err.width ?? 80) - 1) + "\u{1B}[K")
        isProgressShown = true
    }

    func hideProgress() {
        guard isProgressShown else { return }
        streams.prompt("\r\u{1B}[K")
        isProgressShown = false
    }
}

// Drawing a list in place.
extension Interaction {
    var outIsTerminal: Bool { streams.out.isTerminal }
    /// The lines of standard output's terminal; nil without one.
    package var height: Int? { streams.out.height }

    /// Writes to the terminal as it is.
    func draw(_ text: String) throws {
        try streams.out.write(text)
        try streams.out.flush()
    }

    /// Writes to the terminal that a person types at, whether or not it takes it.
    func tellTerminal(_ text: String) { streams.prompt(text) }

    var canDrawLists: Bool { isAskedAtTerminal && streams.err.isTerminal && !isDumb }
    /// Whether a person at a terminal answers, who can be asked again.
    package var isAskedAtTerminal: Bool { mayAsk && input.isTerminal }
    var terminal: Int32 { input.descriptor }
    var screenHeight: Int { streams.err.height ?? 24 }
    /// The columns of standard error's terminal; nil without one.
    var tellingWidth: Int? { streams.err.width }

    func highlighted(_ line: String) -> String { styled(line, .bold) }

    /// Draws lines over those drawn before.
    func drawLines(_ lines: [String], over before: Int) {
        let up = before > 0 ? "\u{1B}[\(before)A" : ""
        streams.prompt(up + "\r" + lines.map { $0 + "\u{1B}[K\n" }.joined() + "\u{1B}[J")
    }
}
