// Generated from Protocol/credit.proto by `make generate`; change that and generate again.

package enum AwardState: Int32, Word {
    case pending = 1
    case effective = 2
    case reversed = 3
    case notValid = 4
    case lapsed = 5
}

extension AwardState: Named {
    package var phrase: Phrase {
        switch self {
        case .pending: Phrase("pending", "待生效")
        case .effective: Phrase("effective", "有效")
        case .reversed: Phrase("reversed", "已撤销")
        case .notValid: Phrase("not valid", "无效")
        case .lapsed: Phrase("lapsed", "已失效")
        }
    }
}

package enum ExportKind: Int32, Word {
    case awards = 1
    case eligible = 2
    case scans = 3
    case analysis = 4
    case scores = 5
}

extension ExportKind: Named {
    package var phrase: Phrase {
        switch self {
        case .awards: Phrase("awards", "授分明细")
        case .eligible: Phrase("eligible", "有效人员")
        case .scans: Phrase("scans", "签到记录")
        case .analysis: Phrase("analysis", "考勤分析")
        case .scores: Phrase("scores", "成绩")
        }
    }
}

/// CRD-2: what became of an award. Entries are added and never changed; the state of an award is that of its last
/// entry.
package enum CreditEvent: Int32, Word {
    case awarded = 1
    /// by hand, which is not valid
    case entered = 2
    /// its report was approved
    case effective = 3
    case reversed = 4
    /// though what came later speaks against it
    case kept = 5
    /// its report was rejected
    case lapsed = 6
    /// awarded to an instructor
    case taught = 7
}

extension CreditEvent: Named {
    package var phrase: Phrase {
        switch self {
        case .awarded: Phrase("awarded", "授予")
        case .entered: Phrase("entered by hand", "手工录入")
        case .effective: Phrase("effective", "生效")
        case .reversed: Phrase("reversed", "撤销")
        case .kept: Phrase("kept", "维持")
        case .lapsed: Phrase("lapsed", "失效")
        case .taught: Phrase("awarded for teaching", "授课授予")
        }
    }
}

package enum CreditStepKind: Int32, Word {
    case membership = 1
    case window = 2
    case decision = 3
    case exam = 4
    case evaluation = 5
    case certificate = 6
    case report = 7
}

extension CreditStepKind: Named {
    package var phrase: Phrase {
        switch self {
        case .membership: Phrase("membership", "单位确认")
        case .window: Phrase("attendance", "考勤")
        case .decision: Phrase("decision", "裁定")
        case .exam: Phrase("exam", "考试")
        case .evaluation: Phrase("evaluation", "评价")
        case .certificate: Phrase("certificate", "证书")
        case .report: Phrase("report", "执行情况反馈")
        }
    }
}
