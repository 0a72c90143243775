package import Console

/// The names of request fields that errors mention.
package enum FieldNames {
    /// Returns the field as people call it. Keeps a row number: `numbers 2`.
    package static func phrase(_ field: String) -> Phrase {
        let words = field.split(separator: " ", maxSplits: 1).map(String.init)
        guard let name = words.first else { return Phrase("") }
        let row = words.count == 1 ? "" : " \(words[1])"
        return Phrase(english(name) + row, (chinese[name] ?? name) + row)
    }

    /// `code_period_s` is the code period: its unit is no part of the name.
    private static func english(_ field: String) -> String {
        var words = field.split { "_.".contains($0) }.map(String.init)
        if words.count > 1, let last = words.last, units.contains(last) { words.removeLast() }
        return words.map { $0 == "id" ? "ID" : $0 }.joined(separator: " ")
    }

    private static let units: Set<String> = ["ms", "s", "tenths", "hundredths", "fen"]

    private static let chinese: [String: String] = [
        "account": "账号", "answers": "回答", "awards": "授分", "document": "文件", "pages": "内容", "report": "执行情况反馈",
        "textbooks": "教材", "basis": "依据", "from_year": "年度", "rule": "规则", "titles": "职称",
        "actor": "考官", "assessment": "考核", "checklist": "评分表", "content": "证书内容", "edition": "版本", "examiner": "考官",
        "examiners": "考官", "issuer": "发证机构", "items": "评分项", "pin": "口令", "place": "名额", "points": "得分",
        "server": "服务器",
        "sign_in_minutes": "签到提前分钟数", "to_minute": "结束时间", "value": "成绩", "mark": "成绩", "record": "外部记录",
        "walk_in": "现场登记", "walk_ins": "现场登记", "completion": "结业条件",
        "training": "培训", "certificate": "证书",

        "action": "操作", "activity_day": "举办日期", "address": "通讯地址", "amount": "金额",
        "application": "报名申请", "applications": "报名申请", "attendance": "考勤", "award": "授分", "bank": "题库", "base": "基地",
        "batch": "志愿批次",
        "batches": "志愿批次", "batches.base_categories": "志愿批次的基地类别", "batches.name": "志愿批次的名称",
        "batches.person_types": "志愿批次的人员类型", "batches.preferences": "志愿批次的志愿数", "birth_date": "出生日期", "body": "正文",
        "booking": "预约", "difference": "对账差异", "differences": "对账差异", "file_name": "文件名", "first": "位置",
        "last_day": "账期最后一日", "period": "账期", "rows": "记录", "statement": "对账单", "transaction": "支付机构单号",
        "buyer": "发票抬头", "invoice": "发票", "invoices": "发票", "red_number": "红字发票号码",
        "tax_number": "税号", "capacity": "席位数", "category": "类别", "chosen": "作答", "channel": "支付方式", "city": "地市",
        "claim": "认证申请",
        "code": "验证码", "code_period_s": "签到码周期", "cohort": "界别", "context": "已见内容", "correct": "答案", "counter": "作答序号",
        "counts_at": "计入时间",
        "counts_at_ms": "计入时间", "course": "课程", "courses": "课程", "courses.id": "课程编号", "courses.name": "课程名称",
        "credits_tenths": "学分", "cursor": "位置", "data_confirmed": "信息核对", "dates": "举办周期", "day": "日期",
        "documents": "文件",
        "degree": "学历", "department": "科室", "device": "设备", "device_key": "设备密钥", "digest": "摘要", "email": "电子邮箱",
        "employs": "用人单位", "entitlement": "名额权益", "entry": "条目", "ethnicity": "民族", "evaluation": "评价", "exam": "考试",
        "exclusions.person": "排除人员",
        "exclusions.reason": "排除原因", "facts": "记录", "fee": "费用", "fee_fen": "费用", "fen": "金额", "fields": "字段",
        "file": "文件", "from": "开始时间", "from_day": "开始日期", "from_ms": "开始时间", "graduated": "毕业日期", "hours": "学时",
        "hours_tenths": "学时", "id_number": "身份证号", "identity": "身份", "introduction": "简介", "job": "任务", "kind": "类型",
        "instructors": "授课教师", "instructors.course": "授课课程", "instructors.hours_tenths": "授课学时",
        "instructors.number": "医通卡号",
        "leave": "请假", "level": "级别", "levels": "审核级别", "line": "行", "location": "地点", "lodging": "住宿",
        "lodgings": "住宿选项", "logs": "日志", "major": "所学专业", "marks": "分值", "mebibytes": "存储上限", "messages": "消息",
        "method": "操作", "minutes": "分钟数", "modality": "培训形式",
        "name": "名称", "name_prefix": "姓名", "new_name": "新姓名", "new_number": "新编号", "new_password": "新密码",
        "notice": "通知", "notice_version": "须知版本", "notices": "通知", "number": "编号", "numbers": "编号", "offering": "期次",
        "old_password": "原密码", "options": "选项", "order": "订单", "organisation": "机构", "other_number": "另一编号",
        "owner": "主办单位", "paper": "试卷",
        "parent": "上级机构", "pass_mark_hundredths": "及格分", "password": "密码", "payment": "缴费记录", "people": "人员",
        "person": "人员", "person_name": "姓名", "person_type": "人员类型", "phone": "手机号", "photo": "照片", "position": "职务",
        "postcode": "邮政编码", "preferences": "志愿", "preset": "预设", "privacy_version": "隐私政策", "programme": "项目体系",
        "project": "项目", "provider": "第三方", "province": "省份", "purpose": "用途", "question": "试题", "questions": "试题",
        "quota": "名额", "reason": "原因",
        "reference": "凭证号", "refund": "退款", "region": "地区", "revision": "版次", "role": "角色", "role.organisation": "机构",
        "runs": "期数",
        "roles": "角色", "roles.organisation": "机构", "round": "招录批次", "ruling": "认定", "school": "毕业院校", "seats": "名额",
        "section": "部分", "sequence": "序号", "session": "会话", "sex": "性别", "side": "照片类别", "sitting": "考试", "size": "大小",
        "specialty": "专业", "specialty_since": "本专业开始工作时间", "state": "状态", "stem": "题干", "step": "步骤", "subject": "审核事项",
        "subjects": "审核事项", "target": "所属", "terminal": "终端", "text": "文字", "ticket": "凭据", "time_zone": "时区",
        "title": "职称或标题", "title_since": "取得职称日期", "to": "结束时间", "to_day": "结束日期", "to_ms": "截止时间", "unit": "单位",
        "value_hundredths": "成绩", "windows": "考勤时段", "with_photos": "证件照片", "year": "年度", "years": "工作年限",
    ]
}
