extension Ruling: Named {
    package var phrase: Phrase {
        switch self {
        case .counts: Phrase("counts", "计入")
        case .doesNotCount: Phrase("does not count", "不计入")
        case .isPerson: Phrase("is person", "归属人员")
        case .belongsToOffering: Phrase("belongs to offering", "归属期次")
        case .countOpen: Phrase("no longer decided whether it counts", "撤销是否计入的认定")
        case .personOpen: Phrase("no longer decided whose it is", "撤销归属人员的认定")
        case .offeringOpen: Phrase("no longer decided to which offering it belongs", "撤销归属期次的认定")
        }
    }
}
