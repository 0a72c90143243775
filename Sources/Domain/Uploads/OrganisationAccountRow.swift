/// ACC-7: the columns of a file of organisations that get an account.
package enum OrganisationAccountColumn: SheetColumn {
    case organisation
    case region
    case account

    package var heading: Phrase {
        switch self {
        case .organisation: Phrase("organisation", "机构名称")
        case .region: Phrase("region", "所属地区")
        case .account: Phrase("account", "账号")
        }
    }

    package var isRequired: Bool { self != .region }
    package var holdsLongNumbers: Bool { false }
    package static let identityNumbers: OrganisationAccountColumn? = nil

    package static let instructions: [OrganisationAccountColumn: Phrase] = [
        .organisation: Phrase("its whole name; delete this row and the next", "机构全称；填写完毕请删除本行与示例行"),
        .region: Phrase("only where several have the name", "名称不唯一时填写其所属地区"),
        .account: Phrase("3 to 32 of a–z 0–9 . _ -", "3 至 32 位小写字母、数字或 . _ -"),
    ]

    package static let example: [OrganisationAccountColumn: Phrase] = [
        .organisation: Phrase("County Hospital", "县人民医院"), .account: Phrase("county.hospital"),
    ]
}

/// One row of a file of organisations that get an account.
package struct OrganisationAccountRow: Equatable, Sendable {
    package let organisation: String
    /// Empty where the name alone is enough.
    package let region: String
    /// In lower case; checked further where accounts are made.
    package let account: String

    package static let format = SheetFormat<OrganisationAccountColumn, OrganisationAccountRow>(
        read: { checker in
            let organisation = checker.required(.organisation) { text throws(Refusal) in
                try checkedTitle(text, field: "organisation", limit: 100)
            }
            let region = checker.optional(.region) { text throws(Refusal) in
                try checkedTitle(text, field: "region", limit: 100)
            }
            let account = checker.required(.account) { text throws(Refusal) in
                try checkedTitle(text, field: "account", limit: 32).lowercased()
            }
            guard let organisation, let account else { return nil }
            return OrganisationAccountRow(organisation: organisation, region: region ?? "", account: account)
        },
        keys: { [(.account, $0.account)] })
}
