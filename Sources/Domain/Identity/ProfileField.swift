/// ACC-8: the four sections of a profile.
package enum ProfileSection: UInt8, CaseIterable, Sendable {
    case basic = 1
    case contact = 2
    case education = 3
    case unit = 4
}

/// One field of a profile. Its raw value is its name on the wire.
package enum ProfileField: String, CaseIterable, Sendable {
    case name
    case sex
    case birthDate = "birth_date"
    case ethnicity
    case idNumber = "id_number"
    case politicalStatus = "political_status"

    case phone
    case address
    case postcode
    case email

    case degree
    case school
    case major
    case graduated

    /// An organisation's id, or a name if the organisation is not registered.
    case unit
    case department
    case title
    case titleSince = "title_since"
    case position
    case years

    package var section: ProfileSection {
        switch self {
        case .name, .sex, .birthDate, .ethnicity, .idNumber, .politicalStatus: .basic
        case .phone, .address, .postcode, .email: .contact
        case .degree, .school, .major, .graduated: .education
        case .unit, .department, .title, .titleSince, .position, .years: .unit
        }
    }

    /// Whether the section is incomplete without the field. Identity evidence, not a section, requires the ID number.
    package var isRequired: Bool {
        switch self {
        case .name, .sex, .birthDate, .ethnicity, .phone, .address, .degree, .school, .major, .graduated, .unit,
            .department, .title:
            true
        case .idNumber, .politicalStatus, .postcode, .email, .titleSince, .position, .years: false
        }
    }

    /// Stored with the person, and changed by verifying an identity or binding a phone, not by editing the profile.
    package var isFixed: Bool {
        switch self {
        case .idNumber, .phone: true
        case .name, .sex, .birthDate, .ethnicity, .politicalStatus, .address, .postcode, .email, .degree, .school,
            .major, .graduated, .unit, .department, .title, .titleSince, .position, .years:
            false
        }
    }

    package var label: Wording {
        switch self {
        case .name: Wording("name", zh: "姓名")
        case .sex: Wording("sex", zh: "性别")
        case .birthDate: Wording("birth date", zh: "出生日期")
        case .ethnicity: Wording("ethnic group", zh: "民族")
        case .idNumber: Wording("ID number", zh: "身份证号")
        case .politicalStatus: Wording("political status", zh: "政治面貌")
        case .phone: Wording("phone", zh: "手机号")
        case .address: Wording("address", zh: "通讯地址")
        case .postcode: Wording("postcode", zh: "邮政编码")
        case .email: Wording("email", zh: "电子邮箱")
        case .degree: Wording("degree", zh: "学历")
        case .school: Wording("school", zh: "毕业院校")
        case .major: Wording("major", zh: "所学专业")
        case .graduated: Wording("graduated on", zh: "毕业日期")
        case .unit: Wording("unit", zh: "单位")
        case .department: Wording("department", zh: "科室")
        case .title: Wording("title", zh: "职称")
        case .titleSince: Wording("title since", zh: "取得职称日期")
        case .position: Wording("position", zh: "职务")
        case .years: Wording("years of work", zh: "工作年限")
        }
    }

    package static func of(_ section: ProfileSection) -> [ProfileField] { allCases.filter { $0.section == section } }
}
