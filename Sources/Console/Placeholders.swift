extension Phrase {
    /// A placeholder of a usage line, such as `NAME:HOURS`, with its words in both languages.
    static func placeholder(_ text: String) -> Phrase {
        var chinese = ""
        var word = ""
        for character in text + " " {
            if character.isASCII, character.isUppercase {
                word.append(character)
            } else {
                chinese += (words[word] ?? word) + String(character)
                word = ""
            }
        }
        return Phrase(text, String(chinese.dropLast()))
    }

    private static let words: [String: String] = [
        "ACCOUNT": "账号", "ANSWER": "选项", "APPLICATION": "报名", "AWARD": "授分", "BANK": "题库", "BASE": "基地",
        "BOOKING": "预约",
        "CATEGORIES": "基地类别",
        "CATEGORY": "类别",
        "CERTIFICATE": "证书", "CHANNEL": "支付方式", "CHECKLIST": "考核表", "CLAIM": "申请", "CLASS": "培训班", "CODE": "代码",
        "COHORT": "界别", "COUNT": "数量", "COURSE": "课程", "CREDITS": "学分",
        "CURSOR": "位置", "DAY": "日期", "DIR": "目录", "DOCUMENT": "文件", "FIELD": "字段", "FILE": "文件", "FINGERPRINT": "指纹",
        "FOLDER": "文件夹",
        "FORM": "形式",
        "FROM": "开始", "HH": "时", "HOST": "主机", "HOURS": "学时", "ID": "编号", "IN": "登记", "INVOICE": "发票", "ITEM": "记录",
        "KEY": "公钥",
        "KIND": "类型",
        "LANG": "语言",
        "LEAVE": "请假", "LETTERS": "字母", "LEVEL": "级别", "LOG": "日志", "MARK": "成绩", "MINUTES": "分钟", "MM": "分",
        "MODE": "方式", "N": "数量",
        "NAME": "名称",
        "NAMES": "名称", "NOTE": "备注", "NOTICE": "通知", "NUMBER": "编号", "OFFERING": "期次", "OPENID": "标识", "ORDER": "订单",
        "ORG": "机构", "OTHER": "另一编号",
        "PAPER": "试卷", "PART": "身份", "PAYMENT": "缴费记录", "PEOPLE": "人员", "PERIOD": "期间", "PERSON": "人员", "PHONE": "手机号",
        "PLACE": "地区或基地", "POINTS": "分值", "PORT": "端口",
        "PREFERENCES": "志愿", "PRESET": "预设", "PROGRAMME": "项目体系", "PROJECT": "项目", "PROVIDER": "平台", "PURPOSE": "用途",
        "QUESTION": "试题",
        "REASON": "原因",
        "RECORD": "记录", "REFUND": "退款", "REGION": "地区", "REPORT": "执行情况反馈", "ROLE": "角色", "ROUND": "招录批次", "ROWS": "行数",
        "RULE": "规则",
        "RULING": "认定", "SCORE": "成绩", "SEATS": "名额", "SECONDS": "秒",
        "SECTION": "部分", "SEQUENCE": "序号", "SESSION": "场次", "SHELL": "命令解释器", "SIDE": "面", "SITTING": "考试",
        "STATE": "状态",
        "SUBJECT": "对象", "SWITCH": "开关",
        "TERMINAL": "终端",
        "TEXT": "文字", "TITLE": "名称", "TO": "截止", "TYPES": "人员类型", "UNIT": "单位", "URL": "网址", "VALUE": "取值",
        "WALK": "现场", "YEAR": "年度",
        "YUAN": "元",
        "ZONE": "时区",
    ]
}
