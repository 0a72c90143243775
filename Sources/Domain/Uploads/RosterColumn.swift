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
}
