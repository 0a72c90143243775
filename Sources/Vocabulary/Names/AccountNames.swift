extension SmsState: Named {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("waiting", "待发送")
        case .sending: Phrase("sending", "发送中")
        case .sent: Phrase("sent", "已发送")
        case .failed: Phrase("failed", "失败")
        }
    }
}

extension Role: Named {
    package var phrase: Phrase {
        switch self {
        case .anyone: Phrase("anybody", "任何人")
        case .person: Phrase("anybody logged in", "已登录人员")
        case .terminal: Phrase("terminal", "终端")
        case .platformAdmin: Phrase("platform administrator", "平台管理员")
        case .commissionOfficer: Phrase("commission officer", "卫健委管理人员")
        case .committeeOfficer: Phrase("committee officer", "继教委管理人员")
        case .providerAdmin: Phrase("provider administrator", "主办单位管理员")
        case .baseAdmin: Phrase("base administrator", "基地管理员")
        case .examBaseAdmin: Phrase("exam base administrator", "考核基地管理员")
        case .unitAdmin: Phrase("unit administrator", "单位管理员")
        case .identityReviewer: Phrase("identity reviewer", "实名审核员")
        case .adjudicator: Phrase("adjudicator", "裁定人")
        case .examiner: Phrase("examiner", "考官")
        case .instructor: Phrase("instructor", "授课教师")
        case .trainee: Phrase("trainee", "学员")
        }
    }
}

extension SmsPurpose: Named {
    package var phrase: Phrase {
        switch self {
        case .register: Phrase("register", "注册")
        case .recover: Phrase("recover", "找回密码")
        case .oldPhone: Phrase("old phone", "原手机")
        case .newPhone: Phrase("new phone", "新手机")
        case .organisationLogin: Phrase("organisation login", "机构登录")
        }
    }
}
