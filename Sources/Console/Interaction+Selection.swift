// Selecting rows of a table, and choosing one of a few options.

extension Interaction {
    /// Lets a person select rows: on a terminal with the arrow keys, elsewhere by the next line of input (`1,3-5`,
    /// `all`) under the numbered table.
    /// - Parameters:
    ///   - table: has at least one row.
    ///   - option: the option that gives the answer without a question; named in the error if questions are not
    ///     allowed.
    ///   - details: what else is known of a row, as lines, when somebody asks for it.
    /// - Returns: the indices of the selected rows, in order; may be empty.
    package func select(
        _ table: Table, _ prompt: Phrase, insteadOf option: String,
        details: @escaping (Int) throws -> [Phrase] = { _ in [] }
    ) throws -> [Int] {
        try prepare(prompt, option)
        guard canDrawLists else { return try selectByNumber(table, prompt, option) }
        let chosen = try RawTerminal.with(terminal) { try SelectionScreen(self, table, prompt, details).run() }
        guard let chosen else { throw Self.cancelled }
        return chosen
    }

    private func selectByNumber(_ table: Table, _ prompt: Phrase, _ option: String) throws -> [Int] {
        for (number, line) in table.lines(language, width: tellingWidth.map { $0 - 6 }, isPicked: true).enumerated() {
            let mark = number == 0 ? "#" : "\(number)"
            say(Phrase(String(repeating: " ", count: max(0, 4 - mark.count)) + mark + "  " + line))
        }
        let text = try ask(
            Phrase("\(prompt.en) (1,3-5 or all)", "\(prompt.zh)（如 1,3-5，或“全部”）"), insteadOf: option)
        if text.isEmpty { return [] }
        guard let indices = Selection.indices(in: text, count: table.rows.count) else {
            throw CommandFailure.usage(
                Phrase(
                    "\"\(text.harmless)\" names no rows: write 1,3-5 or all, at most \(table.rows.count)",
                    "“\(text.harmless)”不是行号：请输入 1,3-5 或“全部”，最大 \(table.rows.count)"))
        }
        return indices
    }

    /// Lets a person choose one option by its number or name. Asks again after a mistake at a terminal.
    /// - Parameter choices: names and their meanings; at least one.
    /// - Returns: the index of the choice.
    package func choose(_ prompt: Phrase, _ choices: [(name: String, meaning: Phrase)], insteadOf option: String) throws
        -> Int
    {
        for (number, choice) in choices.enumerated() where isAskedAtTerminal {
            let line = Phrase(
                "  \(number + 1)  \(choice.name)  \(choice.meaning.en)",
                "  \(number + 1)  \(choice.name)  \(choice.meaning.zh)")
            say(line)
        }
        let names = choices.map(\.name)
        let expectation = Phrase(
            "a number from 1 to \(names.count), or one of \(names.joined(separator: ", "))",
            " 1 至 \(names.count) 的序号，也不是\(names.joined(separator: "、"))之一")
        return try ask(prompt, insteadOf: option, for: expectation) { answer in
            if let number = Int(answer), choices.indices.contains(number - 1) { return number - 1 }
            return choices.firstIndex { $0.name == answer || $0.meaning.zh == answer }
        }
    }

    /// Asks for a line until `read` takes it. A person at a terminal is told what it should be and asked again; elsewhere the
    /// first line that is no answer is a wrong command line.
    package func ask<Value>(
        _ prompt: Phrase, insteadOf option: String, for expectation: Phrase, _ read: (String) throws -> Value?
    ) throws -> Value {
        while true {
            let text = try ask(prompt, insteadOf: option)
            if let value = try read(text) { return value }
            let slip = Phrase(
                "\"\(text.harmless)\" is not \(expectation.en)", "“\(text.harmless)”不是\(expectation.zh)")
            guard isAskedAtTerminal else { throw CommandFailure.usage(slip) }
            say(slip)
        }
    }

    /// Asks for a line that is not blank: repeats the question at a terminal; elsewhere returns the next line of input.
    package func askText(_ prompt: Phrase, insteadOf option: String) throws -> String {
        while true {
            let text = try ask(prompt, insteadOf: option)
            guard isAskedAtTerminal, text.allSatisfy(\.isWhitespace) else { return text }
            say(Phrase("it must not be empty", "不能为空"))
        }
    }
}

/// A selection drawn in place on standard error until it is accepted.
private struct SelectionScreen {
    /// Long enough for the rest of an arrow key over a slow line, too short to notice.
    private static let escapeMs: Int32 = 50

    private let interaction: Interaction
    private let table: Table
    private let prompt: Phrase
    private let details: (Int) throws -> [Phrase]

    init(
        _ interaction: Interaction, _ table: Table, _ prompt: Phrase, _ details: @escaping (Int) throws -> [Phrase]
    ) {
        self.interaction = interaction
        self.table = table
        self.prompt = prompt
        self.details = details
    }

    /// Returns the selected indices; nil if cancelled.
    func run() throws -> [Int]? {
        let texts = table.rows.indices.map { table.card($0, interaction.language).joined(separator: "\n") }
        var selection = Selection(texts: texts, height: height)
        var keys = KeyReader()
        var drawn = draw(selection, over: 0)
        var waits: Int32 = -1
        while let bytes = RawTerminal.read(interaction.terminal, waitMs: waits) {
            let pressed = bytes.isEmpty ? keys.pause() : keys.take(bytes)
            waits = bytes.isEmpty ? -1 : Self.escapeMs
            for key in pressed {
                switch selection.press(key) {
                case .going: continue
                case .accepted:
                    erase(drawn)
                    return selection.marked.sorted()
                case .cancelled:
                    erase(drawn)
                    return nil
                case .detailed(let row):
                    guard try show(row, over: drawn) else { return nil }
                    drawn = 0
                }
            }
            selection.height = height
            drawn = draw(selection, over: drawn)
        }
        return nil
    }

    /// Shows what is known of a row, as much at a time as the screen holds, each part until a key is pressed; returns false
    /// at the end of input.
    private func show(_ row: Int, over before: Int) throws -> Bool {
        let more = try details(row).map(interaction.text)
        var rest = (table.card(row, interaction.language) + more).flatMap { $0.wrapped(to: width) }[...]
        var drawn = before
        repeat {
            let shown = rest.prefix(max(1, interaction.screenHeight - 2))
            rest = rest.dropFirst(shown.count)
            let back = Phrase("any key goes back to the list", "按任意键返回列表")
            let further = Phrase(
                "any key shows \(rest.count) more lines, q goes back to the list", "按任意键显示其余 \(rest.count) 行，q 返回列表")
            let hint = interaction.text(rest.isEmpty ? back : further)
            interaction.drawLines(shown + [interaction.highlighted(hint)], over: drawn)
            guard let pressed = RawTerminal.read(interaction.terminal, waitMs: -1) else { return false }
            drawn = shown.count + 1
            if !FullScreen.ends.isDisjoint(with: pressed) { break }
        } while !rest.isEmpty
        erase(drawn)
        return true
    }

    private var width: Int { max(20, (interaction.tellingWidth ?? 80) - 1) }

    /// The rows shown, besides the prompt, the headings, the keys and a line below.
    private var height: Int { max(1, interaction.screenHeight - 4) }

    /// - Returns: the number of lines drawn.
    private func draw(_ selection: Selection, over before: Int) -> Int {
        let lines = table.lines(interaction.language, width: width - 6, isPicked: true)
        var screen = [title(selection), "      " + lines[0]].map { $0.cut(to: width) }
        for position in selection.seen {
            let row = selection.found[position]
            let mark = selection.marked.contains(row) ? "[x] " : "[ ] "
            // A line wrapped by the terminal would push the others out of sight.
            let line = (mark + lines[row + 1]).cut(to: width - 2)
            screen.append(position == selection.cursor ? "> " + interaction.highlighted(line) : "  " + line)
        }
        screen.append(keys(selection))
        interaction.drawLines(screen, over: before)
        return screen.count
    }

    private func title(_ selection: Selection) -> String {
        let counts = interaction.text(
            Phrase(
                " (\(selection.marked.count) of \(selection.count) marked)",
                "（已选 \(selection.marked.count) / \(selection.count)）"))
        let search = selection.search.map { "  /\($0)" + (selection.isTyping ? "_" : "  \(selection.found.count)") }
        return interaction.text(prompt) + counts + (search ?? "")
    }

    private func keys(_ selection: Selection) -> String {
        if selection.isTyping {
            return interaction.text(Phrase("Enter keeps what is found, Esc shows all", "回车保留结果，Esc 显示全部"))
                .cut(to: width)
        }
        let keys = interaction.text(
            Phrase(
                "space marks, a all, n none, / finds, d details, Enter goes on, q cancels",
                "空格选择，a 全选，n 清除，/ 查找，d 详情，回车继续，q 取消"))
        let shortly = interaction.text(
            Phrase("space, a all, n none, / d, Enter, q", "空格选择 a全选 n清除 /查找 d详情 回车 q取消"))
        return keys.columns <= width ? keys : shortly.cut(to: width)
    }

    private func erase(_ count: Int) { interaction.drawLines([], over: count) }
}
