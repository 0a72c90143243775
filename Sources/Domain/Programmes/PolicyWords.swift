extension SwitchName {
    /// Its name as administrators write it, and the Chinese one.
    package var phrase: Phrase {
        let chinese =
            switch self {
            case .identityEvidence: "认证依据"
            case .profileSections: "必填个人信息"
            case .loginChallenge: "登录验证码"
            case .funding: "缴费方式"
            case .payChannels: "支付渠道"
            case .bookingReview: "预约审核"
            case .cancelLimit: "取消预约上限"
            case .refunds: "退款规则"
            case .noticeSeconds: "须知阅读秒数"
            case .offeringApproval: "期次审批"
            case .leadDays: "提前登记天数"
            case .codePeriodMax: "签到码周期上限"
            case .walkIn: "现场登记"
            case .attendanceDemand: "考勤要求"
            case .minQuestions: "最少题数"
            case .examEntry: "理论考核入口"
            case .waitDays: "预约考核等待天数"
            case .resits: "补考次数"
            case .skillsRebookings: "技能考核重新预约次数"
            case .evaluationGates: "须先评价"
            case .creditEffective: "学分生效"
            case .reportDays: "执行情况反馈天数"
            case .certificateDays: "证书发放天数"
            case .admissionFrom: "录取来源"
            case .multipleChoice: "多选题评分"
            case .certificateLevels: "发证项目级别"
            case .evaluationForm: "评价表"
            case .creditRules: "学分规则"
            case .completion: "结业条件"
            case .scanEvidence: "签到凭据"
            }
        return Phrase(name, chinese)
    }
}

/// The words for the values of a policy's switches.
package enum PolicyWords {
    /// By the English word, that of POL-1.
    package static let chinese: [String: String] = [
        "name + ID": "姓名和身份证号", "ID + photos": "身份证号和照片", "self-declared": "自行填报", "unit-confirmed": "单位确认",
        "all four": "全部四部分", "basic": "基本信息", "basic (unit-paid: none)": "基本信息（单位缴费者免填）",
        "walk-in fields": "现场登记项", "none": "无", "all": "全部", "provincial": "省级", "organisations": "机构",
        "everybody": "所有人", "individual": "个人",
        "unit": "单位", "WeChat": "微信支付", "Alipay": "支付宝", "UnionPay": "云闪付", "base": "基地", "review levels": "逐级审核",
        "off": "不支持", "full": "全额", "full, lodging only": "全额或仅住宿费", "committee": "委员会审批", "association": "学会审批",
        "yes": "是", "no": "否", "the session": "全部时段", "any one period": "任一时段",
        "every day and every window": "每天及全部时段", "paper's QR": "试卷二维码", "attendance list": "考勤名单", "unlimited": "不限",
        "exam": "考核前", "skills result": "技能成绩", "credit": "授分前", "report approved": "执行情况反馈批准后", "award": "授分时",
        "terminal": "终端扫码",
        "both exams": "理论与技能考核均合格", "training completed": "完成培训", "attendance": "完成考勤",
        "all or nothing": "全对得分", "half for part": "漏选得半分", "assigned": "已分配", "assigned or preferred": "已分配或志愿",
    ]

    /// Returns a value, or several with commas between, in both languages; numbers are the same in both.
    package static func phrase(_ value: String) -> Phrase {
        let parts = value.split(separator: ", ").map { chinese[String($0)] ?? String($0) }
        return Phrase(value, chinese[value] ?? parts.joined(separator: "、"))
    }
}
