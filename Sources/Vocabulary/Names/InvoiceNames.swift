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
        case .issuing: Phrase("being issued", "开票中")
        case .voiding: Phrase("being voided", "作废中")
        }
    }
}

extension InvoiceAct: Named {
    package var phrase: Phrase {
        switch self {
        case .issue: Phrase("issue", "开票")
        case .query: Phrase("question", "查询")
        case .void: Phrase("voiding", "作废")
        case .fetchFile: Phrase("file", "下载发票文件")
        }
    }
}
