/// PRJ-2: the number (医通卡号) by which others name a person who has registered: their id and a check digit, so that a mistyped
/// number names nobody instead of somebody else. The digit is that of ISO 7064, MOD 11,10.
package struct ParticipantNumber: Equatable, Sendable, CustomStringConvertible {
    package let person: UInt64

    /// - Parameter person: below 2⁵³, and not 0.
    package init(of person: UInt64) { self.person = person }

    /// Parses a number as typed, with blanks and full-width digits.
    /// - Throws: `notFound` for what cannot be anybody's number.
    package init(_ typed: String, field: String) throws(Refusal) {
        let digits = Array(halfWidth(trimmed(typed)).utf8)
        guard (2...17).contains(digits.count), let all = UInt64(String(decoding: digits, as: UTF8.self)),
            all / 10 != 0, all / 10 < PersonID.limit, digits.first != UInt8(ascii: "0"),
            Self(of: all / 10).checkDigit == all % 10
        else { throw Self.unknown(typed, field: field) }
        person = all / 10
    }

    package var description: String { "\(person)\(checkDigit)" }

    /// The refusal of a number that nobody has.
    package static func unknown(_ typed: String, field: String) -> Refusal {
        Refusal(
            .notFound, field: field, "nobody who has registered has the participant number \(typed)",
            zh: "没有医通卡号为“\(typed)”的注册人员")
    }

    private var checkDigit: UInt64 {
        var product: UInt64 = 10
        for digit in "\(person)".utf8 {
            let sum = (product + UInt64(digit - UInt8(ascii: "0"))) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (11 - product) % 10
    }
}
