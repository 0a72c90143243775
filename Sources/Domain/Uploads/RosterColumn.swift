/// The columns of a roster file, in the order of its template.
package enum RosterColumn: SheetColumn {
    case number
    case name
    case phone
    case identity
    case unit
    case title

    package var heading: Wording {
        switch self {
        case .number: Wording("number", zh: "编号")
        case .name: Wording("name", zh: "姓名")
        case .phone: Wording("phone", zh: "手机号")
        case .identity: Wording("id number", zh: "身份证号")
        case .unit: Wording("unit", zh: "单位")
        case .title: Wording("title", zh: "职称")
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
