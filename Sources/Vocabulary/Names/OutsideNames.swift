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
