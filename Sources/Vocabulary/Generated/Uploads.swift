// Generated from Protocol/uploads.proto by `make generate`; change that and generate again.

package enum UploadKind: Int32, Word {
    case roster = 1
    case organisations = 2
    case catalogue = 3
    /// of a round
    case quotas = 4
    /// of a unit
    case trainees = 5
    /// of a programme
    case unitPayments = 6
    /// of a bank: an offering or a programme
    case questions = 7
    /// of a base
    case certificates = 8
    /// of a base or a provider
    case outsideRecords = 9
    /// those that organisations log in with
    case organisationAccounts = 10
}

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
        case .organisationAccounts: Phrase("organisation accounts", "机构账号")
        }
    }
}

package enum JobState: Int32, Word {
    case waiting = 1
    case running = 2
    case done = 3
    /// what had landed before stays
    case cancelled = 4
    /// the same; failure says why
    case failed = 5
    /// of OpenUpload; cancelled a day after it was opened
    case arriving = 6
}

extension JobState: Named {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("waiting", "等待处理")
        case .running: Phrase("running", "处理中")
        case .done: Phrase("done", "已完成")
        case .cancelled: Phrase("cancelled", "已取消")
        case .failed: Phrase("failed", "失败")
        case .arriving: Phrase("arriving", "接收中")
        }
    }
}

package enum JobFile: Int32, Word {
    /// the bad rows with their reasons, to be mended and sent again (UTF-8 CSV)
    case mend = 1
    /// the accounts that were made, with their first passwords (UTF-8 CSV)
    case accounts = 2
}

extension JobFile: Named {
    package var phrase: Phrase {
        switch self {
        case .mend: Phrase("mend file", "修正文件")
        case .accounts: Phrase("first passwords", "初始密码")
        }
    }
}
