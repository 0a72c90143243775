// Generated from Protocol/outside.proto by `make generate`; change that and generate again.

/// EXM-7: results, contact hours and credits from elsewhere or from before, entered by an organiser.
package enum OutsideState: Int32, Word {
    /// entered, and nobody has accepted it
    case fromOutside = 1
    /// by the commission: its credits and hours are in totals
    case accepted = 2
    case rejected = 3
    /// to be corrected
    case returned = 4
    case withdrawn = 5
}

extension OutsideState: Named {
    package var phrase: Phrase {
        switch self {
        case .fromOutside: Phrase("from outside", "外部来源")
        case .accepted: Phrase("accepted", "已认可")
        case .rejected: Phrase("rejected", "未认可")
        case .returned: Phrase("returned", "退回修改")
        case .withdrawn: Phrase("withdrawn", "已撤回")
        }
    }
}
