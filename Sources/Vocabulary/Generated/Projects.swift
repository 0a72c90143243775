// Generated from Protocol/projects.proto by `make generate`; change that and generate again.

package enum ProjectLevel: Int32, Word {
    case national = 1
    case provincial = 2
    case city = 3
}

extension ProjectLevel: Named {
    package var phrase: Phrase {
        switch self {
        case .national: Phrase("national", "国家级")
        case .provincial: Phrase("provincial", "省级")
        case .city: Phrase("city", "市级")
        }
    }
}

package enum CreditCategory: Int32, Word {
    case i = 1
    case ii = 2
}

extension CreditCategory: Named {
    package var phrase: Phrase {
        switch self {
        case .i: Phrase("I", "Ⅰ类")
        case .ii: Phrase("II", "Ⅱ类")
        }
    }
}

package enum ProjectState: Int32, Word {
    case open = 1
    /// no more runs are entered or submitted; those there are stay
    case withdrawn = 2
}

extension ProjectState: Named {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase("open", "有效")
        case .withdrawn: Phrase("withdrawn", "已撤销")
        }
    }
}

/// PRJ-4a.
package enum Modality: Int32, Word {
    case inPerson = 1
    case online = 2
    case blended = 3
}

extension Modality: Named {
    package var phrase: Phrase {
        switch self {
        case .inPerson: Phrase("in person", "线下")
        case .online: Phrase("online", "线上")
        case .blended: Phrase("blended", "线上线下结合")
        }
    }
}

/// PRJ-4b, PRJ-4c: the documents of an offering: JPEG pictures of ≤ 5 MiB, one of a kind. Where the programme has lead
/// days, notice and
/// agenda are needed to submit it, and the supervision statement unless it is in person.
package enum OfferingDocumentKind: Int32, Word {
    case notice = 1
    case agenda = 2
    /// of credit for those who take part online
    case supervision = 3
}

extension OfferingDocumentKind: Named {
    package var phrase: Phrase {
        switch self {
        case .notice: Phrase("notice", "会议通知")
        case .agenda: Phrase("agenda", "会议日程")
        case .supervision: Phrase("online-credit supervision statement", "线上学员授予学分监管说明")
        }
    }
}

package enum OfferingState: Int32, Word {
    case draft = 1
    case submitted = 2
    case approved = 3
    case rejected = 4
    case cancelled = 5
    /// for revision; changed and submitted again
    case returned = 6
}

extension OfferingState: Named {
    package var phrase: Phrase {
        switch self {
        case .draft: Phrase("draft", "草稿")
        case .submitted: Phrase("submitted", "已提交")
        case .approved: Phrase("approved", "已批准")
        case .rejected: Phrase("rejected", "已驳回")
        case .cancelled: Phrase("cancelled", "已取消")
        case .returned: Phrase("returned for revision", "退回修改")
        }
    }
}

/// PRJ-9a: the runs of a project.
package enum RunState: Int32, Word {
    case notRegistered = 1
    /// for approval
    case waiting = 2
    case returned = 3
    case approved = 4
    /// another may be registered in its place
    case rejected = 5
    /// over, and the programme asks for no report
    case held = 6
    case reportDue = 7
    /// the report waits for its review
    case reported = 8
    /// the report was decided on
    case closed = 9
}

extension RunState: Named {
    package var phrase: Phrase {
        switch self {
        case .notRegistered: Phrase("not registered", "未登记")
        case .waiting: Phrase("waiting", "待审核")
        case .returned: Phrase("returned for revision", "退回修改")
        case .approved: Phrase("approved", "已批准")
        case .rejected: Phrase("rejected", "已驳回")
        case .held: Phrase("held", "已举办")
        case .reportDue: Phrase("report due", "待反馈")
        case .reported: Phrase("reported", "已反馈")
        case .closed: Phrase("closed", "已结束")
        }
    }
}

/// PRJ-8b: what became of a roster, the newest first.
package enum RosterEvent: Int32, Word {
    case added = 1
    case renamed = 2
    case renumbered = 3
    case removed = 4
}

extension RosterEvent: Named {
    package var phrase: Phrase {
        switch self {
        case .added: Phrase("added", "加入")
        case .renamed: Phrase("renamed", "更正姓名")
        case .renumbered: Phrase("renumbered", "更换编号")
        case .removed: Phrase("removed", "移出")
        }
    }
}
