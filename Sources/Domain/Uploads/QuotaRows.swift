/// REC-4: the columns of a file of a round's quotas.
package enum QuotaColumn: SheetColumn {
    case city
    case specialty
    case seats

    package var heading: Phrase {
        switch self {
        case .city: Phrase("city", "地市")
        case .specialty: Phrase("specialty", "专业")
        case .seats: Phrase("seats", "名额")
        }
    }

    package var isRequired: Bool { self != .specialty }
    package var holdsLongNumbers: Bool { false }
    package static let identityNumbers: QuotaColumn? = nil

    package static let instructions: [QuotaColumn: Phrase] = [
        .city: Phrase("its name; delete this row and the next", "地市名称；填写完毕请删除本行与示例行"),
        .specialty: Phrase("name or code; empty in a round of bases", "名称或代码；按基地招录时留空"),
        .seats: Phrase("a whole number", "整数"),
    ]

    package static let example: [QuotaColumn: Phrase] = [.city: Phrase("city", "某市"), .seats: Phrase("12")]
}

/// One row of a file of quotas.
package struct QuotaRow: Equatable, Sendable {
    package let city: String
    /// The name or code; empty in a round of bases.
    package let specialty: String
    package let seats: Int

    package static let format = SheetFormat<QuotaColumn, QuotaRow>(
        read: { checker in
            let city = checker.required(.city) { text throws(Refusal) in
                try checkedTitle(text, field: "city", limit: 100)
            }
            let specialty = checker.optional(.specialty) { text throws(Refusal) in
                try checkedTitle(text, field: "specialty", limit: 100)
            }
            let seats = checker.required(.seats) { text throws(Refusal) in
                guard let seats = decimal(trimmed(halfWidth(text)).utf8), seats <= 1_000_000 else {
                    throw Refusal(.invalid, "a number from 0 to 1000000", zh: "须为 0 至 1000000 的整数")
                }
                return seats
            }
            guard let city, let seats else { return nil }
            return QuotaRow(city: city, specialty: specialty ?? "", seats: seats)
        },
        keys: { [(.city, "\($0.city)/\($0.specialty)")] })
}
