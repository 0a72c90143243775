/// An account's name: 3–32 of a–z 0–9 . _ - starting with a letter, so that it cannot be confused with a phone or an ID
/// number.
package struct AccountName: Hashable, Sendable {
    package let text: String

    package static let length = 3...32

    /// Converts to lower case. Throws `invalid` for any other name.
    package init(_ typed: String, field: String = "name") throws(Refusal) {
        let name = trimmed(typed).lowercased()
        let isAllowed = name.utf8.allSatisfy {
            ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
                || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains($0)
        }
        guard Self.length.contains(name.utf8.count), isAllowed, name.first?.isLetter == true else {
            throw Refusal(
                .invalid, field: field, "3 to 32 of a–z 0–9 . _ - beginning with a letter",
                zh: "账号须为 3 至 32 位小写字母、数字或 . _ -，以字母开头")
        }
        text = name
    }

    /// Checks a name that a person chooses; throws for one reserved for trainees.
    package static func chosen(_ typed: String, field: String = "name") throws(Refusal) -> AccountName {
        let name = try AccountName(typed, field: field)
        guard name.text.first != "u" || !name.text.dropFirst().allSatisfy(\.isNumber) else {
            throw Refusal(.invalid, field: field, "u and digits are names of trainees", zh: "u 加数字为学员账号保留")
        }
        return name
    }

    /// Returns the name of a person who did not choose one.
    package static func given(to person: UInt64) -> String { "u\(person)" }
}
