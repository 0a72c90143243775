package import Console
import Domain
package import Messages

extension Table {
    /// REC-5a, REC-6: a person's own data, shown before submission and to reviewers.
    package static var ownData: Table {
        Table(
            .init("section", Phrase("Section", "部分")), .init("label", Phrase("Name", "名称")),
            .init("value", Phrase("Value", "内容")))
    }

    package mutating func addFilled(_ profile: Profile) {
        for field in profile.fields where !field.value.isEmpty {
            add(
                .init(profile.section.phrase, json: .string("\(profile.section)")), .init(field.label),
                .init(field.shown, json: .string(field.value)))
        }
    }
}

extension Messages.ProfileSection {
    package var phrase: Phrase {
        switch self {
        case .unspecified: Phrase("")
        case .basic: Phrase("basic", "基本信息")
        case .contact: Phrase("contact", "联系信息")
        case .education: Phrase("education", "教育信息")
        case .unit: Phrase("unit", "单位信息")
        }
    }
}

extension Messages.ProfileField {
    /// The value as people write it.
    package var shown: Phrase {
        switch (name, value) {
        case ("sex", "male"): Phrase("male", "男")
        case ("sex", "female"): Phrase("female", "女")
        case ("degree", _): Degree(rawValue: value).map { Phrase($0.rawValue, $0.chinese) } ?? Phrase(value)
        default: Phrase(value)
        }
    }
}
