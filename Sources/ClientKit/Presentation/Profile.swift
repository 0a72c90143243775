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
                .init(profile.section), .init(field.label),
                .init(field.shown, json: .string(field.value)))
        }
    }
}

extension ProfileField {
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

extension SubmittedField {
    /// A value of it as people write it.
    package func shown(_ value: String) -> Phrase {
        ProfileField(name: name.split(separator: ".").last.map(String.init) ?? name, value: value).shown
    }
}
