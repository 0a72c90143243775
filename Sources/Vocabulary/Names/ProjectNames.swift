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

extension ProjectLevel: Named {
    package var phrase: Phrase {
        switch self {
        case .national: Phrase("national", "国家级")
        case .provincial: Phrase("provincial", "省级")
        case .city: Phrase("city", "市级")
        }
    }
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

extension OfferingDocumentKind: Named {
    package var phrase: Phrase {
        switch self {
        case .notice: Phrase("notice", "会议通知")
        case .agenda: Phrase("agenda", "会议日程")
        case .supervision: Phrase("online-credit supervision statement", "线上学员授予学分监管说明")
        }
    }
}

extension ProjectState: Named {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase("open", "有效")
        case .withdrawn: Phrase("withdrawn", "已撤销")
        }
    }
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
