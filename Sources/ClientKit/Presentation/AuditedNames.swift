package import Console

/// The protocol's methods as audit lists name them: an area and a few words.
package enum AuditedNames {
    /// `Projects.ChangeOffering` → `projects: change offering`, `项目：变更期次`.
    package static func phrase(_ method: String) -> Phrase {
        let parts = method.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return Phrase(method) }
        let (area, words) = (Self.words(parts[0]), Self.words(parts[1]))
        return Phrase(
            (area.joined(separator: " ") + ": " + words.joined(separator: " ")).lowercased(),
            (areas[parts[0]] ?? area.map(chinese).joined()) + "：" + (whole[method] ?? words.map(chinese).joined()))
    }

    /// The methods that have names of their own.
    package static var named: [String] { Array(whole.keys) }

    /// Areas whose words one by one say something else.
    private static let areas = ["PostReports": "执行情况反馈", "OutsideRecords": "外部记录"]

    /// Methods whose words one by one say something else.
    private static let whole: [String: String] = [
        "Accounts.AddFirstResponsible": "新增首位负责人", "Accounts.InviteAgain": "重新生成初始密码", "Accounts.Invite": "生成初始密码",
        "Accounts.LinkOutside": "绑定第三方账号", "Accounts.UnlinkOutside": "解除第三方账号绑定", "Accounts.RevokeSession": "结束会话",
        "Attendance.DecideWalkIns": "处理现场登记", "Bookings.KeepDoublePlace": "保留重复名额",
        "Certificates.IssueCompletion": "发放结业证书", "Certificates.IssueOwn": "本人领取",
        "Certificates.IssueTrained": "为结业学员发放",
        "Credits.AwardCredit": "授予学分", "Credits.AwardInstructor": "授予教师学分", "Exams.AdmitMark": "确认评分计入",
        "Exams.SetExamMinutes": "设置考试时长", "Invoices.Issue": "开具", "Leaves.CancelLeave": "取消请假",
        "Leaves.ListLeave": "查看请假", "Leaves.MyLeave": "我的请假", "Leaves.RequestLeave": "申请请假", "Members.End": "终止",
        "Orders.CheckPayments": "核对支付", "Orders.PlaceOrder": "下单", "Orders.RefundOrder": "退款",
        "Orders.SetOrderNotice": "设置报名须知", "Orders.TakeBackUnitPayment": "撤回单位缴费", "Programmes.ChangePolicy": "变更政策开关",
        "Recruitment.AdmitApplications": "录取学员", "Recruitment.AssignApplications": "分配学员",
        "Recruitment.ChangeTraining": "变更培训状态", "Recruitment.OpenRound": "开放招录批次",
        "Recruitment.ReleaseApplications": "退回学员", "Reviews.DecideReviews": "审核", "Sittings.MarkAgain": "重新评分",
        "Sittings.StartExam": "开始考试", "Terminals.CreateEnrolmentCode": "生成终端注册码", "Terminals.Enrol": "注册",
        "Terminals.RaiseTerminal": "上调存储上限", "Worklist.DecideWork": "认定",
    ]

    /// Returns the words of a method that have no Chinese ones.
    package static func missing(in method: String) -> [String] {
        method.split(separator: ".").flatMap { words(String($0)) }.filter { all[$0] == nil }
    }

    private static func chinese(_ word: String) -> String { all[word] ?? word }

    private static func words(_ name: String) -> [String] {
        name.reduce(into: []) { words, character in
            if character.isUppercase || words.isEmpty {
                words.append(String(character))
            } else {
                words[words.count - 1].append(character)
            }
        }
    }

    private static let all: [String: String] = [
        "Account": "账号", "Accounts": "账号", "Add": "新增", "Adjudicate": "裁定", "Admission": "录取", "Admit": "录取",
        "Admitted": "录取人员", "Again": "（再次）", "Am": "是", "Analyse": "分析", "Answer": "作答", "Application": "报名",
        "Applications": "报名", "Apply": "申请", "Ask": "申请", "Assign": "分配", "Attendance": "考勤", "Audit": "审计记录",
        "Authenticate": "认证", "Award": "授分", "Awards": "授分", "Back": "退回", "Balance": "余额", "Base": "基地", "Bases": "基地",
        "Begin": "开始", "Book": "预约", "Booking": "预约", "Bookings": "预约", "Browse": "浏览", "Buyer": "发票抬头", "Cancel": "取消",
        "Catalogue": "字典", "Certificates": "证书", "Challenge": "验证", "Change": "变更", "Changes": "变更", "Check": "检查",
        "Checklist": "评分表", "Checklists": "评分表", "Claim": "认证申请", "Close": "关闭", "Code": "验证码", "Cohort": "界别",
        "Cohorts": "界别", "Complain": "申请复核", "Completion": "结业", "Compliance": "达标情况", "Confirm": "确认",
        "Conflicts": "冲突",
        "Contact": "联系方式", "Contacts": "联系方式", "Correct": "更正", "Count": "统计", "Create": "新建", "Credit": "学分",
        "Credits": "学分", "Decide": "裁定", "Decline": "放弃", "Delete": "删除", "Describe": "说明", "Diagnostics": "诊断",
        "Differences": "差异", "Disable": "停用", "Document": "文件", "Documents": "文件", "Double": "重复", "Drop": "放弃",
        "Draw": "绘制", "Echo": "回显", "Edit": "修改", "Eligible": "可授予名单", "Enable": "启用", "End": "结束", "Enrol": "登记",
        "Enrolment": "登记",
        "Enter": "录入", "Entitlements": "名额权益", "Entries": "条目", "Entry": "条目", "Evaluate": "评价", "Evaluations": "评价",
        "Exam": "考核", "Exams": "考试", "Excuse": "免除", "Explain": "说明", "Export": "导出", "Extra": "额外", "Favourite": "收藏",
        "Favourites": "收藏", "Feature": "置顶", "Fee": "费用", "Fees": "费用", "Figure": "统计图", "Figures": "统计", "File": "文件",
        "Finish": "完成",
        "First": "首次", "Forget": "清除", "Get": "查看", "Grant": "授予", "History": "历史", "Home": "首页", "I": "我",
        "Identity": "实名认证", "Import": "导入", "In": "登记", "Ins": "登记", "Instructor": "授课教师", "Invite": "邀请",
        "Invoices": "发票",
        "Issue": "发放", "Job": "任务", "Jobs": "任务", "Join": "加入", "Keep": "保留", "Leave": "退出", "Leaves": "请假",
        "Ledger": "账目", "Link": "关联", "Links": "关联", "List": "查看", "Login": "登录", "Logout": "退出登录", "Logs": "日志",
        "Managed": "所管", "Mark": "评分", "Marks": "评分", "Members": "人员", "Messages": "消息", "Mine": "本人", "Minutes": "时长",
        "My": "我的", "Notice": "通知", "Notices": "通知", "Numbers": "编号", "Offering": "期次", "Offerings": "期次", "Open": "打开",
        "Order": "订单", "Orders": "订单", "Organisation": "机构", "Organisations": "机构", "Outbox": "发件箱", "Outside": "外部",
        "Own": "本人", "Paper": "试卷", "Papers": "试卷", "Pass": "听课证", "Password": "密码", "Pay": "支付", "Payment": "缴费",
        "Payments": "支付", "People": "人员", "Period": "账期", "Periods": "账期", "Phone": "手机号", "Photo": "照片", "Pin": "口令",
        "Place": "名额", "Places": "名额", "Policy": "规则", "Post": "执行情况", "Presets": "预设", "Profiles": "个人信息",
        "Programme": "项目体系", "Programmes": "项目体系", "Project": "项目", "Projects": "项目", "Publish": "发布", "Pull": "下载",
        "Push": "上传", "Quarantined": "暂不计入", "Question": "试题", "Questions": "试题", "Quota": "名额", "Quotas": "名额",
        "Raise": "上调", "Records": "记录", "Recover": "找回", "Recruitment": "招录", "Refund": "退款", "Refunds": "退款",
        "Register": "注册", "Registration": "注册", "Reject": "驳回", "Release": "归还", "Remind": "提醒", "Remove": "移除",
        "Reports": "反馈与报表", "Request": "申请", "Reset": "重置", "Responsible": "负责人", "Results": "成绩", "Resume": "恢复",
        "Retry": "重试", "Return": "退还", "Reverse": "撤销", "Review": "审核", "Reviews": "审核", "Revoke": "撤销", "Role": "角色",
        "Roster": "名单",
        "Round": "招录批次", "Rounds": "招录批次", "Rows": "记录", "Rule": "规则", "Rules": "规则", "Runs": "期数", "Save": "保存",
        "Scans": "签到", "Score": "成绩", "Scores": "成绩", "Selling": "下单", "Send": "发送", "Server": "服务器", "Session": "场次",
        "Sessions": "会话", "Set": "设置", "Settle": "处理", "Show": "查看", "Shown": "显示", "Sitting": "考试", "Sittings": "考试",
        "Skills": "技能考核", "Sms": "短信", "Start": "开始", "State": "状态", "Statement": "对账单", "Statements": "对账单",
        "Stop": "停止", "Stops": "停止记录", "Submission": "提交内容", "Submit": "提交", "Suggest": "建议", "Supplement": "补报",
        "Support": "咨询", "Swap": "对调", "Sync": "同步", "Take": "收回", "Teaching": "授课", "Template": "模板", "Terminal": "终端",
        "Terminals": "终端", "Terms": "期限", "Texts": "文字", "Time": "时间", "Trained": "结业人员", "Training": "培训",
        "Trial": "试算",
        "Undo": "撤回", "Unit": "单位", "Units": "单位", "Unlink": "解除关联", "Upload": "上传", "Uploads": "上传", "Venue": "现场",
        "Verify": "核验",
        "Void": "作废", "Walk": "现场", "Who": "谁", "Window": "时段", "Withdraw": "撤回", "Work": "待办", "Worklist": "待办",
        "Year": "年度",
    ]
}
