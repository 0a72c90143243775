/// A type that the value of an option or argument is converted to.
package protocol ArgumentValue: Sendable {
    /// Returns nil unless the text is such a value.
    init?(argument: String)

    /// A noun phrase that completes "… is not": "a whole number".
    static var expectation: Phrase { get }

    /// The allowed texts if they are few, for the help and for suggestions; else empty. Each is taken in both languages.
    static var choices: [Phrase] { get }

    /// The value as the help shows a default.
    var argument: String { get }
}

extension ArgumentValue {
    package static var choices: [Phrase] { [] }

    /// The expectation of a type with choices.
    package static var oneOfChoices: Phrase {
        Phrase(
            "one of \(choices.map(\.en).joined(separator: ", "))", "\(choices.map(\.zh).joined(separator: "、"))之一")
    }
}

extension String: ArgumentValue {
    package init?(argument: String) { self = argument }
    package static var expectation: Phrase { Phrase("text", "文本") }
    package var argument: String { self }
}

extension ArgumentValue where Self: FixedWidthInteger {
    package init?(argument: String) { self.init(argument) }
    package static var expectation: Phrase {
        min < 0 ? Phrase("a whole number", "整数") : Phrase("a whole number from 0 up", "非负整数")
    }
    package var argument: String { String(self) }
}

extension Int: ArgumentValue {}
extension Int64: ArgumentValue {}
extension UInt32: ArgumentValue {}
extension UInt64: ArgumentValue {}

/// An enumeration of strings is read by its raw values.
extension ArgumentValue where Self: RawRepresentable & CaseIterable, RawValue == String {
    package init?(argument: String) { self.init(rawValue: argument) }
    package static var expectation: Phrase { oneOfChoices }
    package static var choices: [Phrase] { allCases.map { Phrase($0.rawValue) } }
    package var argument: String { rawValue }
}

extension Language: ArgumentValue {}
