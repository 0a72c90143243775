extension ProfileFieldName {
    package static let textLimit = 100
    private static let addressLimit = 200
    private static let postcodeDigits = 6
    private static let longestWork = 70

    /// Normalises a value for storage; an empty one deletes the field. Throws `invalid` for a value the field cannot
    /// have.
    /// - Parameter today: dates must lie before it.
    package func checked(_ typed: String, today: Day) throws(Refusal) -> String {
        let text = trimmed(typed)
        guard !text.isEmpty else { return "" }
        switch self {
        case .name: return try PersonName.checked(text, field: rawValue)
        case .sex: return try sex(text)
        case .birthDate, .graduated, .titleSince: return try date(text, today: today)
        case .postcode:
            let digits = halfWidth(text)
            guard digits.utf8.count == Self.postcodeDigits, decimal(digits.utf8) != nil else {
                throw refusal("a postcode has \(Self.postcodeDigits) digits", zh: "邮政编码应为 \(Self.postcodeDigits) 位数字")
            }
            return digits
        case .email: return try email(text)
        case .degree: return try degree(text)
        case .years:
            guard let years = decimal(halfWidth(text).utf8), years <= Self.longestWork else {
                throw refusal("a number of years, 0 to \(Self.longestWork)", zh: "应为 0 至 \(Self.longestWork) 的整数")
            }
            return String(years)
        case .address: return try checkedTitle(text, field: rawValue, limit: Self.addressLimit)
        case .ethnicity, .politicalStatus, .school, .major, .unit, .department, .title, .position:
            return try checkedTitle(text, field: rawValue, limit: Self.textLimit)
        case .idNumber, .phone:
            throw refusal(
                "changed by verifying the identity or binding a phone, not here", zh: "须通过实名认证或更换手机号修改")
        }
    }

    private func refusal(_ english: String, zh chinese: String) -> Refusal {
        Refusal(.invalid, field: rawValue, english, zh: chinese)
    }

    private func sex(_ text: String) throws(Refusal) -> String {
        switch text.lowercased() {
        case "male", "男": "male"
        case "female", "女": "female"
        default: throw refusal("male or female", zh: "应为男或女")
        }
    }

    private func date(_ text: String, today: Day) throws(Refusal) -> String {
        guard let day = Day(halfWidth(text)), day <= today, day.civil.year >= 1900 else {
            throw refusal("a date as 1990-01-31, from 1900 to today", zh: "应为 1900 年至今的日期，如 1990-01-31")
        }
        return day.description
    }

    private func email(_ text: String) throws(Refusal) -> String {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        guard isPlain, text.utf8.count <= Self.textLimit, parts.count == 2, !parts[0].isEmpty,
            parts[1].split(separator: ".", omittingEmptySubsequences: false).count > 1,
            parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty })
        else { throw refusal("an address as name@example.org", zh: "邮箱格式应如 name@example.org") }
        return text
    }

    private func degree(_ text: String) throws(Refusal) -> String {
        guard let degree = Degree.allCases.first(where: { $0.rawValue == text.lowercased() || $0.chinese == text })
        else {
            let all = Degree.allCases
            throw refusal(
                "one of \(all.map(\.rawValue).joined(separator: ", "))",
                zh: "应为：\(all.map(\.chinese).joined(separator: "、"))")
        }
        return degree.rawValue
    }
}

/// Education levels as Chinese forms name them.
package enum Degree: String, CaseIterable, Sendable {
    case secondary
    case college
    case bachelor
    case master
    case doctor
    case other

    package var chinese: String {
        switch self {
        case .secondary: "中专"
        case .college: "大专"
        case .bachelor: "本科"
        case .master: "硕士"
        case .doctor: "博士"
        case .other: "其他"
        }
    }
}
