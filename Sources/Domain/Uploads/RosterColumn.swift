/// The columns of a roster file, in the order of its template.
package enum RosterColumn: SheetColumn {
    case number
    case name
    case phone
    case identity
    case unit
    case title

    package var heading: Phrase {
        switch self {
        case .number: Phrase("number", "编号")
        case .name: Phrase("name", "姓名")
        case .phone: Phrase("phone", "手机号")
        case .identity: Phrase("id number", "身份证号")
        case .unit: Phrase("unit", "单位")
        case .title: Phrase("title", "职称")
        }
    }

    package var isRequired: Bool {
        switch self {
        case .number, .name: true
        case .phone, .identity, .unit, .title: false
        }
    }

    package var holdsLongNumbers: Bool {
        switch self {
        case .number, .phone, .identity: true
        case .name, .unit, .title: false
        }
    }

    package static let identityNumbers: RosterColumn? = .identity

    package static let instructions: [RosterColumn: Phrase] = [
        .number: Phrase("on this roster alone; delete this row and the next", "名单内的编号；填写完毕请删除本行与示例行"),
        .phone: Phrase("may stay empty", "可不填"),
        .identity: Phrase("format the column as text", "请将本列设为文本格式；可不填"),
    ]

    package static let example: [RosterColumn: Phrase] = [
        .number: Phrase("0001"), .name: Phrase("Zhang San", "张三"), .phone: Phrase("138xxxxxxxx"),
        .unit: Phrase("County Hospital", "县人民医院"), .title: Phrase("attending doctor", "主治医师"),
    ]
}
