/// The name of an account: 3–32 of a–z 0–9 . _ - beginning with a letter, so that it is never taken for a phone or an ID
/// number.
package struct AccountName: Hashable, Sendable {
    package let text: String

    package static let length = 3...32

    /// Capitals are made small.
    package init(_ typed: String) throws(Refusal) {
        let name = trimmed(typed).lowercased()
        let isAllowed = name.utf8.allSatisfy {
            ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
                || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains($0)
        }
        guard Self.length.contains(name.utf8.count), isAllowed, name.first?.isLetter == true else {
            throw Refusal(
                .invalid, field: "name", "3 to 32 of a–z 0–9 . _ - beginning with a letter",
                zh: "账号须为 3 至 32 位小写字母、数字或 . _ -，以字母开头")
        }
        text = name
    }
}
