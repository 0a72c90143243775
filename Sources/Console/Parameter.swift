/// A flag, option or argument of a command, with the type that `Arguments` returns for it.
///
///     let limit: Parameter<Int> = .option("limit", "N", Phrase("at most N rows", "最多 N 行"), default: 50)
///     let code: Parameter<String> = .argument("CODE", Phrase("what the venue shows", "现场显示的签到码"))
package struct Parameter<Result: Sendable>: Sendable {
    let declaration: Declaration

    private init(
        _ shape: Declaration.Shape, _ name: String, short: Character? = nil, count: Declaration.Count,
        _ help: Phrase, default text: String? = nil, variable: String? = nil, choices: [Phrase] = [],
        read: @escaping @Sendable (Declaration, [String]) throws(CommandFailure) -> Result
    ) {
        declaration = Declaration(
            shape: shape, name: name, short: short, count: count, help: help, defaultText: text, variable: variable,
            choices: choices,
            read: { (declaration, texts) throws(CommandFailure) -> any Sendable in try read(declaration, texts) })
    }

    /// `--name`: true if given.
    package static func flag(
        _ name: String, short: Character? = nil, _ help: Phrase
    ) -> Parameter where Result == Bool {
        Parameter(.flag, name, short: short, count: .optional, help) { (_, texts) throws(CommandFailure) in
            !texts.isEmpty
        }
    }

    /// `--name VALUE`; nil if not given.
    package static func option<Value: ArgumentValue>(
        _ name: String, short: Character? = nil, _ placeholder: String, _ help: Phrase, variable: String? = nil
    ) -> Parameter where Result == Value? {
        Parameter(
            .option(placeholder: placeholder), name, short: short, count: .optional, help, variable: variable,
            choices: Value.choices
        ) { (declaration, texts) throws(CommandFailure) in
            guard let text = texts.first else { return nil }
            return try declaration.value(text, as: Value.self)
        }
    }

    /// `--name VALUE`; `fallback` if not given.
    package static func option(
        _ name: String, short: Character? = nil, _ placeholder: String, _ help: Phrase, default fallback: Result,
        variable: String? = nil
    ) -> Parameter where Result: ArgumentValue {
        Parameter(
            .option(placeholder: placeholder), name, short: short, count: .optional, help,
            default: fallback.argument, variable: variable, choices: Result.choices
        ) { (declaration, texts) throws(CommandFailure) in
            guard let text = texts.first else { return fallback }
            return try declaration.value(text, as: Result.self)
        }
    }

    /// `--name VALUE`, required.
    package static func required(
        _ name: String, short: Character? = nil, _ placeholder: String, _ help: Phrase, variable: String? = nil
    ) -> Parameter where Result: ArgumentValue {
        Parameter(
            .option(placeholder: placeholder), name, short: short, count: .one, help, variable: variable,
            choices: Result.choices
        ) { (declaration, texts) throws(CommandFailure) in
            try declaration.value(texts[0], as: Result.self)
        }
    }

    /// `--name VALUE`, any number of times.
    package static func options<Value: ArgumentValue>(
        _ name: String, short: Character? = nil, _ placeholder: String, _ help: Phrase
    ) -> Parameter where Result == [Value] {
        Parameter(
            .option(placeholder: placeholder), name, short: short, count: .any, help, choices: Value.choices,
            read: readAll)
    }

    /// A required positional argument.
    package static func argument(_ name: String, _ help: Phrase) -> Parameter where Result: ArgumentValue {
        Parameter(.argument, name, count: .one, help, choices: Result.choices) {
            (declaration, texts) throws(CommandFailure) in
            try declaration.value(texts[0], as: Result.self)
        }
    }

    /// An optional positional argument; only optional ones may follow.
    package static func optionalArgument<Value: ArgumentValue>(
        _ name: String, _ help: Phrase
    ) -> Parameter where Result == Value? {
        Parameter(.argument, name, count: .optional, help, choices: Value.choices) {
            (declaration, texts) throws(CommandFailure) in
            guard let text = texts.first else { return nil }
            return try declaration.value(text, as: Value.self)
        }
    }

    /// All remaining arguments, at least one.
    package static func arguments<Value: ArgumentValue>(
        _ name: String, _ help: Phrase
    ) -> Parameter where Result == [Value] {
        Parameter(.argument, name, count: .some, help, choices: Value.choices, read: readAll)
    }

    private static func readAll<Value: ArgumentValue>(
        _ declaration: Declaration, _ texts: [String]
    ) throws(CommandFailure) -> [Value] where Result == [Value] {
        var values: [Value] = []
        for text in texts { values.append(try declaration.value(text, as: Value.self)) }
        return values
    }
}
