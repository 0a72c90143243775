/// The columns of a roster file, in the order of its template.
package enum RosterColumn: Int, CaseIterable, Sendable {
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

    /// The heading of the column that a mend file adds.
    package static let reason = Wording("reason", zh: "原因")
}
