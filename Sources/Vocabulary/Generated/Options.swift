// Generated from Protocol/options.proto by `make generate`; change that and generate again.

/// Who may call. ANYONE needs no login, PERSON any logged-in person, TERMINAL an authenticated terminal;
/// the rest are the roles of ORG-2, each limited to its own region, base, unit or offering.
package enum Role: Int32, Word {
    case anyone = 1
    case person = 2
    case terminal = 3
    case platformAdmin = 4
    case commissionOfficer = 5
    case committeeOfficer = 6
    case providerAdmin = 7
    case baseAdmin = 8
    case examBaseAdmin = 9
    case unitAdmin = 10
    case identityReviewer = 11
    case adjudicator = 12
    case examiner = 13
    case instructor = 14
    case trainee = 15
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
