// Generated from Protocol/ledger.proto by `make generate`; change that and generate again.

/// ORD-6b: what a gateway says it has taken and paid back on one day, compared with what is entered here. A client
/// reads the
/// gateway's own file and sends its rows in their order. Days are those of Beijing.
package enum StatementState: Int32, Word {
    /// rows are to follow
    case running = 1
    case compared = 2
    /// another one of its day was begun before its end
    case abandoned = 3
}

extension StatementState: Named {
    package var phrase: Phrase {
        switch self {
        case .running: Phrase("running", "核对中")
        case .compared: Phrase("compared", "已核对")
        case .abandoned: Phrase("abandoned", "已放弃")
        }
    }
}

package enum StatementRowKind: Int32, Word {
    case payment = 1
    case refund = 2
}

extension StatementRowKind: Named {
    package var phrase: Phrase {
        switch self {
        case .payment: Phrase("payment", "付款")
        case .refund: Phrase("refund", "退款")
        }
    }
}

package enum DifferenceKind: Int32, Word {
    /// the gateway has it
    case missingHere = 1
    /// of that day here, and in no statement
    case missingThere = 2
    /// of another amount
    case different = 3
    /// in the statement twice
    case repeated = 4
}

extension DifferenceKind: Named {
    package var phrase: Phrase {
        switch self {
        case .missingHere: Phrase("missing here", "本方缺少")
        case .missingThere: Phrase("missing there", "对方缺少")
        case .different: Phrase("different", "金额不符")
        case .repeated: Phrase("repeated", "重复")
        }
    }
}

package enum DifferenceState: Int32, Word {
    case open = 1
    /// by a person, with a reason
    case settled = 2
    /// by what came since: the payment, or a later statement
    case resolved = 3
}

extension DifferenceState: Named {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase("open", "待处理")
        case .settled: Phrase("settled", "已处理")
        case .resolved: Phrase("resolved", "已自动消除")
        }
    }
}
