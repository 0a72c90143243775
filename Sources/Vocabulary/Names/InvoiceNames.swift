extension BuyerKind: Named {
    package var phrase: Phrase {
        switch self {
        case .person: Phrase("person", "个人")
        case .organisation: Phrase("organisation", "单位")
        }
    }
}

extension InvoiceState: Named {
    package var phrase: Phrase {
        switch self {
        case .applied: Phrase("applied for", "待开票")
        case .issued: Phrase("issued", "已开票")
        case .voidAsked: Phrase("to be voided", "待作废")
        case .voided: Phrase("voided", "已作废")
        case .cancelled: Phrase("cancelled", "已取消")
        case .rejected: Phrase("rejected", "已驳回")
        }
    }
}
