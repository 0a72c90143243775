// Generated from Protocol/invoices.proto by `make generate`; change that and generate again.

/// ORD-5: electronic ordinary VAT invoices for orders.
package enum BuyerKind: Int32, Word {
    case person = 1
    case organisation = 2
}

extension BuyerKind: Named {
    package var phrase: Phrase {
        switch self {
        case .person: Phrase("person", "个人")
        case .organisation: Phrase("organisation", "单位")
        }
    }
}

package enum InvoiceState: Int32, Word {
    case applied = 1
    case issued = 2
    /// by who has it, or by a refund that waits for it
    case voidAsked = 3
    /// another may be applied for
    case voided = 4
    /// by who applied, or with the refund of the whole order
    case cancelled = 5
    /// by an administrator; another may be applied for
    case rejected = 6
    /// sent to its issuer, which has not issued it yet
    case issuing = 7
    /// its issuer was told to void it, and has not done so yet
    case voiding = 8
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

/// A call to who issues invoices, as the outbox keeps it.
package enum InvoiceAct: Int32, Word {
    case issue = 1
    case query = 2
    case void = 3
    case fetchFile = 4
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
