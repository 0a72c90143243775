/// EXM-1a: the content of a question of a bank, as checked.
package struct ValidQuestion: Equatable, Sendable {
    package static let stemLimit = 1000
    package static let optionLimit = 300
    package static let optionCounts = 2...8
    /// The names of options, in their order.
    package static let letters = Array("ABCDEFGH")

    package let kind: QuestionKind
    package let stem: String
    package let options: [String]
    /// Bit 0 is the first option.
    package let correct: UInt32

    /// - Parameter kind: nil if it was not said.
    /// - Throws: `invalid`, and names the field.
    package init(
        kind: QuestionKind?, stem: String, options: [String], correct: UInt32
    ) throws(Refusal) {
        guard let kind else {
            throw Refusal(.invalid, field: "kind", "single choice or multiple choice", zh: "单选题或多选题")
        }
        guard Self.optionCounts.contains(options.count) else {
            throw Refusal(
                .invalid, field: "options", "a question has 2 to 8 options", zh: "选项须为 2 至 8 个")
        }
        self.kind = kind
        self.stem = try checkedTitle(Self.onOneLine(stem), field: "stem", limit: Self.stemLimit)
        var kept: [String] = []
        for (index, option) in options.enumerated() {
            let text = try checkedTitle(Self.onOneLine(option), field: "options", limit: Self.optionLimit)
            guard !kept.contains(text) else {
                throw Refusal(
                    .invalid, field: "options", "option \(Self.letters[index]) repeats an earlier one",
                    zh: "选项 \(Self.letters[index]) 与前面的选项重复")
            }
            kept.append(text)
        }
        self.options = kept
        try Self.check(correct, kind, count: kept.count)
        self.correct = correct
    }

    private static func check(_ correct: UInt32, _ kind: QuestionKind, count: Int) throws(Refusal) {
        guard correct < 1 << UInt32(count) else {
            throw Refusal(
                .invalid, field: "correct", "the answer names an option that there is not", zh: "答案中有不存在的选项")
        }
        switch kind {
        case .singleChoice:
            guard correct.nonzeroBitCount == 1 else {
                throw Refusal(.invalid, field: "correct", "one option is right", zh: "单选题须有且只有一个正确答案")
            }
        case .multipleChoice:
            guard correct.nonzeroBitCount > 1 else {
                throw Refusal(.invalid, field: "correct", "two options or more are right", zh: "多选题须有两个以上正确答案")
            }
        }
    }

    /// Cells of spreadsheets break lines, which a question does not keep.
    private static func onOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { trimmed(String($0)) }.joined(separator: " ")
    }

    /// Formats options as people name them: `ACD`.
    package static func text(of bits: UInt32) -> String {
        String(letters.indices.filter { bits & 1 << UInt32($0) != 0 }.map { letters[$0] })
    }

    /// Parses `ACD`, `a, c, d`, `Ａ、Ｃ`; nil for anything else than letters of options.
    package static func bits(of text: String) -> UInt32? {
        var bits: UInt32 = 0
        for letter in halfWidth(text).uppercased() where !" ,、;，；".contains(letter) {
            guard let index = letters.firstIndex(of: letter) else { return nil }
            bits |= 1 << UInt32(index)
        }
        return bits == 0 ? nil : bits
    }
}
