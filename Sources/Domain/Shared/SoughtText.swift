/// A part of a name or a number, by which a list is searched.
package struct SoughtText: Equatable, Sendable {
    /// Characters; nothing that is searched for is longer.
    package static let limit = 200

    package let text: String

    /// - Throws: `invalid` for a longer text: each row would be compared with all of it.
    package init(_ text: String, field: String) throws(Refusal) {
        guard text.unicodeScalars.prefix(Self.limit + 1).count <= Self.limit else {
            throw Refusal(
                .invalid, field: field, "at most \(Self.limit) characters are searched for",
                zh: "最多按 \(Self.limit) 个字符查找")
        }
        self.text = text
    }

    package var isEmpty: Bool { text.isEmpty }

    /// For `LIKE … ESCAPE '!'`: its signs for any character are characters like others here.
    package var pattern: String {
        text.reduce(into: "%") { pattern, character in
            if "%_!".contains(character) { pattern.append("!") }
            pattern.append(character)
        } + "%"
    }
}
