/// The Chinese words of what audit entries say. A test finds a literal whose words are missing here.
package enum AuditWords {
    /// Returns a literal in Chinese: its words one by one, between the signs that part them. A sign of Chinese has no space behind it.
    package static func chinese(_ english: String) -> String {
        // Every command begins with nothing said.
        guard !english.isEmpty else { return "" }
        var (result, words) = ("", "")
        var isBehindSign = false
        for character in english {
            if isOfWord(character) {
                if !(isBehindSign && character == " ") { words.append(character) }
                isBehindSign = false
                continue
            }
            result += translated(words)
            words = ""
            isBehindSign = signs[character] != nil
            if let sign = signs[character] { result.append(sign) } else { result.append(character) }
        }
        return result + translated(words)
    }

    /// Returns the words of a literal that have no Chinese ones.
    package static func missing(in english: String) -> [String] {
        english.split { !isOfWord($0) }.map(trimmed).filter { !$0.isEmpty && all[$0] == nil }
    }

    private static func isOfWord(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character == " " || character == "-")
    }

    private static func translated(_ words: String) -> String {
        let bare = trimmed(words)
        guard !bare.isEmpty, let chinese = all[bare] else { return words }
        return words.replacing(bare, with: chinese)
    }

    private static func trimmed(_ words: some StringProtocol) -> String {
        var rest = Substring(words)
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }

    private static let signs: [Character: Character] = [":": "：", ",": "，", ";": "；", "(": "（", ")": "）"]

    private static let all: [String: String] = [
        "a name of nobody": "不存在的账号", "account made": "开通账号", "account of organisation": "机构账号",
        "account of person": "账号，人员", "accounts of offering": "个账号，期次", "added": "新增", "admission": "录取",
        "and": "另有", "application": "报名", "are enabled": "道已启用", "asked": "已申请", "asked again": "恢复要求",
        "at base": "基地", "attempt": "第几次", "award": "授分", "awarded": "人授分", "bad": "错误", "bank": "题库", "base": "基地",
        "batches": "个志愿批次", "booking": "预约", "bound": "绑定", "buyer details of person": "发票抬头，人员", "by": "方式",
        "by hand": "人工办理", "bytes": "字节", "cancelled": "已取消", "category": "类别", "certificate": "证书", "change": "变更",
        "changed": "变更", "checklist": "评分表", "city": "地市", "closed": "已关闭", "closed at base": "关闭，基地",
        "cohort": "界别", "completed": "结业", "claim": "认证申请", "confirmed": "确认", "contested": "号码有争议", "credits": "学分",
        "declared": "自行填报",
        "declined": "拒绝", "deleted": "删除", "denied": "拒绝", "disabled": "停用", "document": "文件", "double place": "重复名额",
        "dropped": "放弃", "edition": "版本", "enabled": "启用", "ended": "终止", "enrolment": "报名", "examiner": "考官",
        "examiners": "名考官", "exams": "场考核", "excluded": "排除", "excused": "免除", "failed": "失败",
        "first one replaced": "首次更换",
        "first passwords": "个初始密码", "first passwords again of offering": "个初始密码重新发放，期次", "for organisation": "代表机构",
        "for session": "场次", "from": "自", "given": "授予", "goes on": "继续", "h": "学时", "hours": "学时",
        "in place of another": "替换原件", "in round": "招录批次", "invoice": "发票", "is open at base": "已在开放，基地",
        "items": "个评分项", "job": "任务", "kept": "维持", "late": "逾期", "leave": "请假", "level": "级别", "linked": "关联",
        "locked": "锁定",
        "made": "新建", "matched": "笔相符", "messages": "条短信", "min": "分钟", "min on top": "分钟加时", "more": "次", "ms": "毫秒",
        "name and ID number": "姓名与身份证号", "name": "姓名", "nothing": "无",
        "new first password": "新的初始密码", "no gateway": "未接入支付机构", "none": "无",
        "not allowed": "无权操作", "not landed": "未写入", "notice": "通知", "of": "所属", "of bank": "题库", "of base": "基地",
        "of offering": "期次", "of order": "订单", "of organisation": "机构", "of report": "执行情况反馈", "of session": "场次",
        "of skills exam": "技能考核", "of the phone of person": "手机号，人员", "offering": "期次", "on": "于", "once more": "再次退款",
        "opened at base": "打开，基地", "order": "订单", "orders resumed": "恢复下单", "orders stopped": "停止下单",
        "organisation": "机构", "pages": "页", "paper": "试卷", "pass mark": "合格线", "password changed": "密码已修改",
        "password chosen": "已设置密码", "password of person": "密码，人员", "people": "人", "person": "人员", "phone": "手机号",
        "phone of person": "手机号，人员", "PIN of examiner": "口令，考官", "places": "席", "programme": "项目体系", "project": "项目",
        "province": "省份", "question": "试题", "questions": "道试题", "quota round": "名额，招录批次", "record": "外部记录",
        "refund": "退款", "reminded": "人已提醒", "removed": "移除", "renamed": "改名", "report": "执行情况反馈", "retired": "停用",
        "reversed": "撤销", "reviewed again": "重新审核", "revision": "版次", "round": "招录批次", "rows": "笔", "rule": "规则",
        "runs": "期", "saved": "保存", "session": "场次", "set": "设置", "sitting": "考试", "skills exam": "技能考核",
        "specialty": "专业", "statement": "对账单", "submitted": "提交", "supplement": "补报", "taken": "撤销", "taken back": "撤回",
        "takes": "时长", "taught": "授课", "terminal": "终端", "the change that waited was taken back": "撤回待审变更",
        "the exam of offering": "考试，期次", "the person complains": "本人申请复核", "to": "至", "unchanged": "未变", "under": "上级",
        "undoes job": "撤回任务",
        "to be voided by": "作废，由", "unit": "单位", "unit payment": "单位缴费", "unlinked": "解除关联", "verified": "已认证",
        "version": "版本", "voided": "作废",
        "waiting": "待处理", "waits": "待审核",
        "walk-in of offering": "现场登记，期次", "withdrawn": "停用",
    ]
}
