/// An identity number of GB 11643: six digits of a series, eight of birth date, three of sequence, a check digit. Three series
/// are issued: to residents, by the region of GB/T 2260; to residents of Hong Kong, Macau and Taiwan, who hold 81, 82 and 83
/// and usually no more of a region; since 2023 to foreign permanent residents, by a 9, a province and their country.
package struct IdentityNumber: Hashable, Sendable {
    /// 18 characters, the last possibly `X`.
    package let text: String
    package let birthDay: Day

    package enum Sex: UInt8, CaseIterable, Sendable {
        case male = 1
        case female = 2
    }

    /// The 17th digit is odd for men.
    package var sex: Sex {
        text.utf8.dropFirst(16).first.map { $0 & 1 == 1 } == true ? .male : .female
    }

    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    private static let checkDigits = Array("10X98765432".utf8)
    /// GB/T 2260: the first two digits of every province.
    private static let provinces: Set<Int> = [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62,
        63, 64, 65, 71,
    ]

    /// ACC-3a: parses a number; accepts surrounding blanks, invisible characters, full-width characters and a lower-case
    /// `x`. Throws `invalid`.
    /// - Parameter today: the upper bound of birth dates.
    package init(_ typed: String, today: Day, field: String = "id_number") throws(Refusal) {
        func refusal(_ english: String, zh chinese: String) -> Refusal {
            Refusal(.invalid, field: field, english, zh: chinese)
        }
        let plain = halfWidth(trimmed(withoutInvisible(typed))).uppercased()
        let bytes = Array(plain.utf8)
        if bytes.count == 15, decimal(bytes) != nil {
            throw refusal("the old number of 15 digits; give the one of 18", zh: "15 位旧身份证号，请填写 18 位身份证号")
        }
        guard bytes.count == 18 else {
            throw refusal(
                "an ID number has 18 characters, this has \(plain.count)", zh: "身份证号应为 18 位，实为 \(plain.count) 位")
        }
        guard decimal(bytes[0..<17]) != nil, decimal(bytes[17...]) != nil || bytes[17] == UInt8(ascii: "X") else {
            throw refusal("17 digits and a digit or X are expected", zh: "身份证号应为 17 位数字加 1 位数字或 X")
        }
        guard Self.isIssued(bytes) else {
            throw refusal("the first six digits are no region", zh: "身份证号前 6 位地区码无效")
        }
        guard let year = decimal(bytes[6..<10]), let month = decimal(bytes[10..<12]),
            let date = decimal(bytes[12..<14]),
            let birthDay = Day(year: year, month: month, day: date), year >= 1900, birthDay <= today
        else { throw refusal("digits 7 to 14 are no possible birth date", zh: "身份证号中的出生日期无效") }
        let sum = zip(bytes, Self.weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
        guard bytes[17] == Self.checkDigits[sum % 11] else {
            throw refusal("the check digit is wrong: a digit is mistyped", zh: "身份证号校验位错误，请核对")
        }
        text = String(decoding: bytes, as: UTF8.self)
        self.birthDay = birthDay
    }

    /// Whether numbers of the series in the first six digits are issued.
    private static func isIssued(_ bytes: [UInt8]) -> Bool {
        guard let first = decimal(bytes[0..<2]) else { return false }
        if (81...83).contains(first) { return true }
        if bytes[0] == UInt8(ascii: "9") {
            // ISO 3166-1 numeric; 156 is China itself.
            guard let province = decimal(bytes[1..<3]), let country = decimal(bytes[3..<6]) else { return false }
            return provinces.contains(province) && (4...894).contains(country) && country != 156
        }
        return provinces.contains(first) && bytes[2..<6] != [48, 48, 48, 48]
    }

    /// ACC-11c: `110***********002X`.
    package var masked: String { Self.masked(text) }

    /// Masks a number stored as text.
    package static func masked(_ number: String) -> String { mask(number, first: 3, last: 4) }
}
