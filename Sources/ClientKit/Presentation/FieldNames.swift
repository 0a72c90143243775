/// The names of request fields that errors mention.
enum FieldNames {
    /// Returns the field's Chinese name; the field itself if it has none. Keeps a row number: `numbers 2`.
    static func chinese(_ field: String) -> String {
        let words = field.split(separator: " ", maxSplits: 1)
        guard let name = words.first.flatMap({ names[String($0)] }) else { return field }
        return words.count == 1 ? name : "\(name) \(words[1])"
    }

    private static let names: [String: String] = [
        "account": "账号", "action": "操作", "activity_day": "举办日期", "address": "通讯地址", "application": "报名申请",
        "applications": "报名申请", "award": "授分", "base": "基地", "batch": "志愿批次", "batches": "志愿批次",
        "birth_date": "出生日期", "body": "正文", "category": "类别", "city": "地市", "claim": "认证申请", "code": "验证码",
        "cohort": "界别", "course": "课程", "courses": "课程", "credits_tenths": "学分", "data_confirmed": "信息核对",
        "dates": "举办周期", "day": "日期", "degree": "学历", "department": "科室", "email": "电子邮箱", "entry": "条目",
        "ethnicity": "民族",
        "fields": "字段", "file": "文件", "from": "开始时间", "from_day": "开始日期", "graduated": "毕业日期", "hours": "学时",
        "hours_tenths": "学时", "id_number": "身份证号", "kind": "类型", "leave": "请假", "level": "级别", "levels": "审核级别",
        "line": "行", "major": "所学专业", "name": "名称", "new_password": "新密码", "notice": "通知", "notices": "通知",
        "number": "编号", "numbers": "编号", "offering": "期次", "old_password": "原密码", "organisation": "机构",
        "owner": "主办单位", "parent": "上级机构", "password": "密码", "people": "人员", "person": "人员", "person_name": "姓名",
        "person_type": "人员类型", "phone": "手机号", "photo": "照片", "postcode": "邮政编码",
        "preferences": "志愿", "privacy_version": "隐私政策", "programme": "项目", "project": "项目", "provider": "第三方",
        "province": "省份", "quota": "名额", "reason": "原因", "region": "地区", "role": "角色",
        "role.organisation": "机构", "roles": "角色", "roles.organisation": "机构",
        "round": "招录批次", "school": "毕业院校", "seats": "名额", "section": "部分", "session": "会话", "sex": "性别", "side": "照片类别",
        "specialty": "专业", "specialty_since": "本专业开始工作时间", "state": "状态", "step": "步骤", "subject": "审核事项",
        "subjects": "审核事项", "terminal": "终端", "time_zone": "时区", "title": "职称或标题", "title_since": "取得职称日期",
        "to": "结束时间", "to_day": "结束日期", "unit": "单位", "windows": "考勤时段", "year": "年度", "years": "工作年限",
    ]
}
