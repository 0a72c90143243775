// Generated from Protocol/recruitment.proto by `make generate`; change that and generate again.

/// What preferences are.
package enum IntakeKind: Int32, Word {
    case specialty = 1
    case base = 2
}

extension IntakeKind: Named {
    package var phrase: Phrase {
        switch self {
        case .specialty: Phrase("specialty", "专业")
        case .base: Phrase("base", "基地")
        }
    }
}

/// A draft is seen by its province alone. In a closed round nobody enrols, reviews, assigns or admits any more.
package enum RoundState: Int32, Word {
    case draft = 1
    case open = 2
    case closed = 3
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

package enum ApplicationState: Int32, Word {
    case draft = 1
    /// in review, at `level`
    case submitted = 2
    /// for revision
    case returned = 3
    case rejected = 4
    /// no base has it yet
    case approved = 5
    case assigned = 6
    case admitted = 7
    case inTraining = 8
    case completed = 9
    /// by the applicant, before the first review
    case withdrawn = 10
    /// by the applicant, after admission
    case declined = 11
    case trainingWithdrawn = 12
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

package enum ApplicationEvent: Int32, Word {
    case submit = 1
    /// approved at a level that is not the last
    case passOn = 2
    case sendBack = 3
    case resubmit = 4
    case reject = 5
    case approve = 6
    case withdraw = 7
    case assign = 8
    case admit = 9
    /// the base gives it back to the province
    case release = 10
    case decline = 11
    case startTraining = 12
    case complete = 13
    case withdrawTraining = 14
    /// its completion or withdrawal was a mistake
    case resumeTraining = 15
}

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
        case .resumeTraining: Phrase("training goes on", "恢复在培")
        }
    }
}

package enum TrainingStep: Int32, Word {
    case start = 1
    case complete = 2
    case withdraw = 3
    /// a completion or a withdrawal was recorded by mistake
    case resume = 4
}

extension TrainingStep: Named {
    package var phrase: Phrase {
        switch self {
        case .start: Phrase("start", "开始培训")
        case .complete: Phrase("complete", "结业")
        case .withdraw: Phrase("withdraw", "退出培训")
        case .resume: Phrase("resume", "恢复在培")
        }
    }
}
