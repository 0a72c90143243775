// Generated from Protocol/attendance.proto by `make generate`; change that and generate again.

package enum ScanState: Int32, Word {
    case counted = 1
    /// joins an earlier one of the same window
    case `repeat` = 2
    case outsideWindow = 3
    case outsideDates = 4
    /// needs a decision; see `code`
    case flagged = 5
    case voided = 6
    /// a person decided that it does not count
    case discarded = 7
    /// a person decided that it belongs to another offering
    case elsewhere = 8
}

extension ScanState: Named {
    package var phrase: Phrase {
        switch self {
        case .counted: Phrase("counted", "有效")
        case .`repeat`: Phrase("repeat", "重复")
        case .outsideWindow: Phrase("outside window", "时段外")
        case .outsideDates: Phrase("outside dates", "举办周期外")
        case .flagged: Phrase("flagged", "待核实")
        case .voided: Phrase("voided", "已作废")
        case .discarded: Phrase("discarded", "不采用")
        case .elsewhere: Phrase("another offering's", "属于其他期次")
        }
    }
}

/// What the time of a record rests on.
package enum TimeBasis: Int32, Word {
    /// the server's clock, or contacts with it
    case measured = 1
    /// the device's wall clock, which contacts before and after vouch for
    case clocksWord = 2
    /// an attendance file says so
    case asserted = 3
    /// nothing bounds it on both sides
    case unknown = 4
    /// a person decided when it was
    case decided = 5
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

/// A person's answer about one recorded check-in. Numbers 1 to 7 stand in the facts of kind 6 (README 4.8). There are
/// three
/// questions: whether it counts, whose it is, and to which offering it belongs. Each has an answer of its own.
package enum Ruling: Int32, Word {
    /// although it is flagged; with a time, at that time
    case counts = 1
    case doesNotCount = 2
    case isPerson = 3
    case belongsToOffering = 4
    /// whether it counts is open again
    case countOpen = 5
    /// whose it is, is open again
    case personOpen = 6
    /// to which offering it belongs is open again
    case offeringOpen = 7
}

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

package enum WalkInState: Int32, Word {
    case taken = 1
    /// no credit before a person decides
    case flagged = 2
    /// by a person
    case confirmed = 3
    /// off the roster
    case rejected = 4
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

package enum WalkInRuling: Int32, Word {
    /// is who they say; where the ID number is somebody else's, without it
    case confirm = 1
    /// is the person who is known by this ID number
    case isKnown = 2
    case reject = 3
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
