package import Console
package import Domain
import Messages

/// A word of the protocol, by its name in lower case, `base-category`, or by what people call it in either language.
package struct Choice<Value: Named>: ArgumentValue {
    package let value: Value

    package init(_ value: Value) { self.value = value }

    package init?(argument: String) {
        guard let found = Value.allCases.first(where: { $0.isCalled(argument) }) else { return nil }
        value = found
    }

    package static var choices: [Phrase] { Value.allCases.map { Phrase($0.written, $0.phrase.zh) } }
    package static var expectation: Phrase { oneOfChoices }
    package var argument: String { value.written }
}

extension Named {
    fileprivate var written: String { Role.written("\(self)") }

    /// Whether a person who writes this means the word: `in-training`, `in training`, `InTraining`, 在培.
    package func isCalled(_ text: String) -> Bool {
        let asked = text.comparable
        return ["\(self)", phrase.en, phrase.zh].contains { $0.comparable == asked }
            || phrase.zh.split(separator: "、").contains(text[...])
    }
}

extension String {
    /// Without what people leave out, or write in another way: `WeChat` is `we-chat`.
    fileprivate var comparable: String { lowercased().filter { !"-_ ".contains($0) } }
}

/// `2026-10-02`; taken also as people write it: `2026/10/2`, `2026.10.2`, `2026年10月2日`.
extension Day: ArgumentValue {
    package init?(argument: String) {
        let text = argument.hasSuffix("日") ? argument.dropLast() : argument[...]
        let parts = text.split(omittingEmptySubsequences: false) { "-/.年月".contains($0) }
        let isNumbers = parts.allSatisfy { (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(digits.contains) }
        guard isNumbers, parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
    package static var expectation: Phrase { Phrase("a day (2026-10-02)", "日期（2026-10-02）") }
    package var argument: String { description }
}

private let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

/// `1,2,3`
package struct IdList: ArgumentValue {
    package let ids: [UInt64]

    package init?(argument: String) {
        let ids = argument.split(whereSeparator: { ",， ".contains($0) }).map { UInt64($0) }
        guard !ids.isEmpty, !ids.contains(nil) else { return nil }
        self.ids = ids.compactMap { $0 }
    }
    package static var expectation: Phrase { Phrase("a list of ids (1,2,3)", "编号列表（1,2,3）") }
    package var argument: String { ids.map(String.init).joined(separator: ",") }
}
