/// EXM-7: the columns of a file of records from outside.
package enum OutsideColumn: SheetColumn {
    case name
    case identity
    case title
    case day
    case mark
    case hours
    case credits
    case category

    package var heading: Phrase {
        switch self {
        case .name: Phrase("name", "姓名")
        case .identity: Phrase("id number", "身份证号")
        case .title: Phrase("what", "内容")
        case .day: Phrase("date", "日期")
        case .mark: Phrase("mark", "成绩")
        case .hours: Phrase("hours", "学时")
        case .credits: Phrase("credits", "学分")
        case .category: Phrase("category", "类别")
        }
    }

    package var isRequired: Bool { [.name, .identity, .title, .day].contains(self) }
    package var holdsLongNumbers: Bool { self == .identity }
    package static let identityNumbers: OutsideColumn? = .identity

    package static let instructions: [OutsideColumn: Phrase] = [
        .name: Phrase("delete this row of instructions", "填写完毕请删除本说明行"),
        .title: Phrase("the training or exam, up to 200 characters", "培训或考试名称，不超过 200 字"),
        .day: Phrase("its last day, such as 2019-06-30", "结束日期，如 2019-06-30"),
        .mark: Phrase("as it was given; a mark, hours or credits are needed", "按原成绩填写；成绩、学时、学分至少填一项"),
        .category: Phrase("I or II; II where it is empty", "Ⅰ类或Ⅱ类，不填为Ⅱ类"),
    ]

    package static let example: [OutsideColumn: Phrase] = [
        .name: Phrase("Zhang San", "张三"), .identity: Phrase("430102xxxxxxxxxxxx"),
        .title: Phrase("Safety training", "安全生产培训"), .day: Phrase("2019-06-30"), .mark: Phrase("86"),
        .hours: Phrase("12"),
    ]
}

extension ValidOutsideRecord {
    /// A row of a file of records from outside.
    package static let format = SheetFormat<OutsideColumn, ValidOutsideRecord>(
        read: { checker in
            let name = checker.required(.name) { text throws(Refusal) in try PersonName.checked(text) }
            let identity = checker.identityNumber(.identity)
            let title = checker.required(.title) { text throws(Refusal) in text }
            let day = checker.required(.day) { text throws(Refusal) in try dayOfCell(text) }
            let mark = checker.optional(.mark) { text throws(Refusal) in text }
            let hours = checker.optional(.hours) { text throws(Refusal) in try tenthsOfCell(text) }
            let credits = checker.optional(.credits) { text throws(Refusal) in try tenthsOfCell(text) }
            let category = checker.optional(.category) { text throws(Refusal) in try categoryOfCell(text) }
            let today = checker.today
            if identity == nil, checker.refusals.isEmpty {
                checker.refuse(.identity, Phrase("must not be empty", "不能为空"))
            }
            guard checker.refusals.isEmpty, let name, let identity, let title, let day else { return nil }
            return checker.whole { field in
                switch field {
                case "title": .title
                case "day": .day
                case "hours_tenths": .hours
                case "credits_tenths": .credits
                default: .mark
                }
            } _: { () throws(Refusal) in
                try ValidOutsideRecord(
                    name: name, identity: identity, title: title, day: day, mark: mark ?? "", hours: hours ?? .zero,
                    credits: credits ?? .zero, category: category, today: today)
            }
        },
        keys: { [(.title, "\($0.identity.text) \($0.day.number) \($0.title)")] })
}

/// Parses a day of a cell, also as spreadsheets write it: `2019/6/30`, `2019年6月30日`, `2019-06-30 00:00`.
func dayOfCell(_ text: String) throws(Refusal) -> Day {
    let parts = halfWidth(text).prefix { $0 != " " }.split { "-/.年月日".contains($0) }.map(String.init)
    guard parts.count == 3, parts[0].utf8.count == 4, let year = decimal(parts[0].utf8),
        let month = decimal(parts[1].utf8), let number = decimal(parts[2].utf8),
        let day = Day(year: year, month: month, day: number)
    else { throw Refusal(.invalid, "a day such as 2019-06-30", zh: "日期格式如 2019-06-30") }
    return day
}

/// Parses hours or credits of a cell, with one decimal at most; zeros behind it do no harm.
func tenthsOfCell(_ text: String) throws(Refusal) -> Tenths {
    let parts = halfWidth(text).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let decimals = parts.count == 2 ? parts[1] : "0"
    let tenth =
        decimals.utf8.dropFirst().allSatisfy { $0 == UInt8(ascii: "0") } ? decimal(decimals.utf8.prefix(1)) : nil
    guard let whole = parts.first.flatMap({ decimal($0.utf8) }), let tenth, whole <= 10_000 else {
        throw Refusal(.invalid, "a number with at most one decimal", zh: "须为数字，最多一位小数")
    }
    return Tenths(UInt32(whole * 10 + tenth))
}

/// Parses a category of credit in the ways in which lists write it.
func categoryOfCell(_ text: String) throws(Refusal) -> CreditCategory {
    switch halfWidth(text).uppercased().filter({ $0 != "类" && !$0.isWhitespace }) {
    case "I", "Ⅰ", "1": .i
    case "II", "Ⅱ", "2": .ii
    default: throw Refusal(.invalid, "may be I, II", zh: "可填：Ⅰ类、Ⅱ类")
    }
}
