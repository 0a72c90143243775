/// ORD-3: the columns of a file of unit payments.
package enum UnitPaymentColumn: SheetColumn {
    case phone
    case name
    case amount
    case reference

    package var heading: Phrase {
        switch self {
        case .phone: Phrase("phone", "手机号")
        case .name: Phrase("name", "姓名")
        case .amount: Phrase("amount in yuan", "金额（元）")
        case .reference: Phrase("reference", "缴费凭证号")
        }
    }

    package var isRequired: Bool { true }
    package var holdsLongNumbers: Bool { self == .phone || self == .reference }
    package static let identityNumbers: UnitPaymentColumn? = nil

    package static let instructions: [UnitPaymentColumn: Phrase] = [
        .phone: Phrase("format the column as text; delete this row and the next", "请设为文本格式；填写完毕请删除本行与示例行"),
        .amount: Phrase("with two decimals", "保留两位小数"), .reference: Phrase("of the transfer", "汇款或缴费凭证的号码"),
    ]

    package static let example: [UnitPaymentColumn: Phrase] = [
        .phone: Phrase("138xxxxxxxx"), .name: Phrase("Zhang San", "张三"), .amount: Phrase("300.00"),
        .reference: Phrase("20260001"),
    ]
}

/// One row of a file of unit payments.
package struct UnitPaymentRow: Equatable, Sendable {
    package let phone: MobileNumber
    package let name: String
    package let amount: Fen
    /// 1 … 64 characters.
    package let reference: String

    package static let format = SheetFormat<UnitPaymentColumn, UnitPaymentRow>(
        read: { checker in
            let phone = checker.required(.phone) { text throws(Refusal) in try MobileNumber(text) }
            let name = checker.required(.name) { text throws(Refusal) in try PersonName.checked(text) }
            let amount = checker.required(.amount) { text throws(Refusal) in
                let amount = try Fen(yuan: text, field: "amount")
                guard amount > .zero else { throw Refusal(.invalid, "more than zero", zh: "须大于零") }
                return amount
            }
            let reference = checker.required(.reference) { text throws(Refusal) in
                try checkedTitle(text, field: "reference", limit: 64)
            }
            guard let phone, let name, let amount, let reference else { return nil }
            return UnitPaymentRow(phone: phone, name: name, amount: amount, reference: reference)
        },
        keys: { [(.reference, "\($0.reference)/\($0.phone.text)")] })
}
