/// A type that the value of an option or argument is converted to.
package protocol ArgumentValue: Sendable {
    /// Returns nil unless the text is such a value.
    init?(argument: String)

    /// A noun phrase that completes "… is not": "a whole number".
    static var expectation: Phrase { get }

    /// The allowed texts if they are few, for the help and for suggestions; else empty.
    static var choices: [String] { get }

    /// The value as the help shows a default.
    var argument: String { get }
}

extension ArgumentValue {
    package static var choices: [String] { [] }
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
    package static var expectation: Phrase {
        Phrase("one of \(choices.joined(separator: ", "))", "\(choices.joined(separator: "、"))之一")
    }
    package static var choices: [String] { allCases.map(\.rawValue) }
    package var argument: String { rawValue }
}

extension Language: ArgumentValue {}
