extension ScanState: Named {
    package var phrase: Phrase {
        switch self {
        case .counted: Phrase("counted", "有效")
        case .repeat: Phrase("repeat", "重复")
        case .outsideWindow: Phrase("outside window", "时段外")
        case .outsideDates: Phrase("outside dates", "举办周期外")
        case .flagged: Phrase("flagged", "待核实")
        case .voided: Phrase("voided", "已作废")
        case .discarded: Phrase("discarded", "不采用")
        case .elsewhere: Phrase("another offering's", "属于其他期次")
        }
    }
}

extension TimeBasis: Named {
    package var phrase: Phrase {
        switch self {
        case .measured: Phrase("measured", "已核定")
        case .clocksWord: Phrase("the clock's word", "凭终端时钟")
        case .asserted: Phrase("the file", "凭文件")
        case .unknown: Phrase("unknown", "无法核定")
        case .decided: Phrase("a decision", "凭认定")
        }
    }
}

extension WalkInState: Named {
    package var phrase: Phrase {
        switch self {
        case .taken: Phrase("taken", "已登记")
        case .flagged: Phrase("flagged", "待核实")
        case .confirmed: Phrase("confirmed", "已确认")
        case .rejected: Phrase("rejected", "不予认可")
        }
    }
}

extension WalkInRuling: Named {
    package var phrase: Phrase {
        switch self {
        case .confirm: Phrase("confirm", "确认")
        case .isKnown: Phrase("is known", "系已登记人员")
        case .reject: Phrase("reject", "不予认可")
        }
    }
}
