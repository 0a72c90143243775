package import Console
package import Domain
import Messages

/// A word of the protocol, by its name in lower case: `base-category`.
package struct Choice<Value: Word>: ArgumentValue {
    package let value: Value

    package init(_ value: Value) { self.value = value }

    package init?(argument: String) {
        guard let found = Self.values.first(where: { $0.written == argument }) else { return nil }
        value = found
    }

    private static var values: [Value] { Array(Value.allCases) }
    package static var choices: [String] { values.map(\.written) }
    package static var expectation: Phrase {
        Phrase("one of \(choices.joined(separator: ", "))", "\(choices.joined(separator: "、"))之一")
    }
    package var argument: String { value.written }
}

extension Word {
    fileprivate var written: String { Role.written("\(self)") }
}

/// `2026-10-02`
extension Day: ArgumentValue {
    package init?(argument: String) { self.init(argument) }
    package static var expectation: Phrase { Phrase("a day (2026-10-02)", "日期（2026-10-02）") }
    package var argument: String { description }
}

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
