extension UploadKind: Named {
    package var phrase: Phrase {
        switch self {
        case .roster: Phrase("roster", "名单")
        case .organisations: Phrase("organisations", "机构")
        case .catalogue: Phrase("catalogue", "字典")
        case .quotas: Phrase("quotas", "名额")
        case .trainees: Phrase("members", "单位人员")
        case .unitPayments: Phrase("unit payments", "单位缴费")
        case .questions: Phrase("questions", "试题")
        case .certificates: Phrase("certificates", "证书")
        case .outsideRecords: Phrase("records from outside", "外部记录")
        }
    }
}

extension JobState: Named {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("waiting", "等待处理")
        case .running: Phrase("running", "处理中")
        case .done: Phrase("done", "已完成")
        case .cancelled: Phrase("cancelled", "已取消")
        case .failed: Phrase("failed", "失败")
        }
    }
}

extension JobFile: Named {
    package var phrase: Phrase {
        switch self {
        case .mend: Phrase("mend file", "修正文件")
        case .accounts: Phrase("first passwords", "初始密码")
        }
    }
}
