/// One field of a profile. Its raw value is its name on the wire.
package enum ProfileFieldName: String, CaseIterable, Sendable {
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

    package var label: Phrase {
        switch self {
        case .name: Phrase("name", "姓名")
        case .sex: Phrase("sex", "性别")
        case .birthDate: Phrase("birth date", "出生日期")
        case .ethnicity: Phrase("ethnic group", "民族")
        case .idNumber: Phrase("ID number", "身份证号")
        case .politicalStatus: Phrase("political status", "政治面貌")
        case .phone: Phrase("phone", "手机号")
        case .address: Phrase("address", "通讯地址")
        case .postcode: Phrase("postcode", "邮政编码")
        case .email: Phrase("email", "电子邮箱")
        case .degree: Phrase("degree", "学历")
        case .school: Phrase("school", "毕业院校")
        case .major: Phrase("major", "所学专业")
        case .graduated: Phrase("graduated on", "毕业日期")
        case .unit: Phrase("unit", "单位")
        case .department: Phrase("department", "科室")
        case .title: Phrase("title", "职称")
        case .titleSince: Phrase("title since", "取得职称日期")
        case .position: Phrase("position", "职务")
        case .years: Phrase("years of work", "工作年限")
        }
    }

    package static func of(_ section: ProfileSection) -> [ProfileFieldName] {
        allCases.filter { $0.section == section }
    }
}
