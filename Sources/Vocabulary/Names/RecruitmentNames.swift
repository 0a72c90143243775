extension ApplicationEvent: Named {
    package var phrase: Phrase {
        switch self {
        case .submit: Phrase("submitted", "提交")
        case .passOn: Phrase("approved, to the next level", "审核通过，转下一级")
        case .sendBack: Phrase("returned for revision", "退回修改")
        case .resubmit: Phrase("submitted again", "重新提交")
        case .reject: Phrase("rejected", "审核不通过")
        case .approve: Phrase("approved", "审核通过")
        case .withdraw: Phrase("withdrawn", "撤回")
        case .assign: Phrase("assigned", "分配基地")
        case .admit: Phrase("admitted", "录取")
        case .release: Phrase("declined by the base", "基地退回")
        case .decline: Phrase("declined", "放弃录取")
        case .startTraining: Phrase("training began", "开始培训")
        case .complete: Phrase("completed", "结业")
        case .withdrawTraining: Phrase("withdrawn from training", "退出培训")
        }
    }
}

extension RoundState: Named {
    package var phrase: Phrase {
        switch self {
        case .draft: Phrase("draft", "草稿")
        case .open: Phrase("open", "开放")
        case .closed: Phrase("closed", "已结束")
        }
    }
}

extension IntakeKind: Named {
    package var phrase: Phrase {
        switch self {
        case .specialty: Phrase("specialty", "专业")
        case .base: Phrase("base", "基地")
        }
    }
}

extension ApplicationState: Named {
    package var phrase: Phrase {
        switch self {
        case .draft: Phrase("draft", "草稿")
        case .submitted: Phrase("in review", "审核中")
        case .returned: Phrase("returned for revision", "退回修改")
        case .rejected: Phrase("rejected", "审核不通过")
        case .approved: Phrase("approved", "审核通过")
        case .assigned: Phrase("assigned", "已分配")
        case .admitted: Phrase("admitted", "已录取")
        case .inTraining: Phrase("in training", "在培")
        case .completed: Phrase("completed", "结业")
        case .withdrawn: Phrase("withdrawn", "已撤回")
        case .declined: Phrase("declined", "放弃录取")
        case .trainingWithdrawn: Phrase("withdrawn from training", "退出培训")
        }
    }
}

extension TrainingStep: Named {
    package var phrase: Phrase {
        switch self {
        case .start: Phrase("start", "开始培训")
        case .complete: Phrase("complete", "结业")
        case .withdraw: Phrase("withdraw", "退出培训")
        }
    }
}
