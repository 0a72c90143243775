/// The name, shape and help of a flag, option or argument, whatever its type.
struct Declaration: Sendable {
    enum Shape: Sendable, Equatable {
        /// `--name`
        case flag
        /// `--name VALUE` or `--name=VALUE`
        case option(placeholder: String)
        /// A positional argument.
        case argument
    }

    enum Count: Sendable, Equatable {
        case optional, one, any, some

        var needsOne: Bool { self == .one || self == .some }
        var allowsMany: Bool { self == .any || self == .some }
    }

    let shape: Shape
    let name: String
    let short: Character?
    let count: Count
    let help: Phrase
    let defaultText: String?
    /// The environment variable read if the option is not given.
    let variable: String?
    let choices: [Phrase]
    /// Converts the given texts; throws for one that is not such a value.
    let read: @Sendable (Declaration, [String]) throws(CommandFailure) -> any Sendable

    /// The name as a person writes it: `--name` or `NAME`.
    var label: String {
        switch shape {
        case .flag, .option: "--" + name
        case .argument: name
        }
    }

    /// The label in both languages.
    var shown: Phrase {
        switch shape {
        case .flag, .option: Phrase(label)
        case .argument: .placeholder(name)
        }
    }

    func value<Value: ArgumentValue>(_ text: String, as type: Value.Type) throws(CommandFailure) -> Value {
        if let value = Value(argument: text) { return value }
        let hint = Suggestion.nearest(to: text, among: Value.choices.flatMap { [$0.en, $0.zh] }).map(Self.suggestion)
        throw .usage(
            Phrase(
                "\(shown.en): \"\(text.harmless)\" is not \(Value.expectation.en)",
                "\(shown.zh)：“\(text.harmless)”不是\(Value.expectation.zh)"), hint: hint)
    }

    static func suggestion(_ name: String) -> Phrase {
        Phrase("did you mean \(name)?", "您是否想输入 \(name)？")
    }
}
