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
