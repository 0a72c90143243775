/// The number under which a person stands on a roster, and on their card.
package enum RosterNumber {
    package static let limit = 32

    /// Returns a scanned code in the form of rosters; a code of another kind unchanged.
    package static func normalized(_ scanned: String) -> String {
        do {
            return try checked(scanned)
        } catch {
            return scanned
        }
    }

    /// Returns 1–32 of A–Z 0–9 - _ . / in upper case, the characters that every card, code and scanner supports.
    /// Leading zeros are significant. Throws `invalid`.
    package static func checked(_ typed: String, field: String = "number") throws(Refusal) -> String {
        let number = halfWidth(trimmed(typed)).uppercased()
        let isAllowed = number.utf8.allSatisfy {
            ($0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z")) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
                || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/")].contains($0)
        }
        guard (1...limit).contains(number.utf8.count), isAllowed else {
            throw Refusal(
                .invalid, field: field, "a number has 1 to \(limit) letters, digits or - _ . /",
                zh: "编号须为 1 至 \(limit) 位字母、数字或 - _ . /")
        }
        return number
    }
}
