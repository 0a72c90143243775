extension StatementState: Named {
    package var phrase: Phrase {
        switch self {
        case .running: Phrase("running", "核对中")
        case .compared: Phrase("compared", "已核对")
        case .abandoned: Phrase("abandoned", "已放弃")
        }
    }
}

extension StatementRowKind: Named {
    package var phrase: Phrase {
        switch self {
        case .payment: Phrase("payment", "付款")
        case .refund: Phrase("refund", "退款")
        }
    }
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

extension DifferenceState: Named {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase("open", "待处理")
        case .settled: Phrase("settled", "已处理")
        case .resolved: Phrase("resolved", "已自动消除")
        }
    }
}
