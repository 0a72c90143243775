/// The columns of a file of a unit's people, in the order of its template.
package enum TraineeColumn: SheetColumn {
    case name
    case phone
    case identity
    case title

    package var heading: Phrase {
        switch self {
        case .name: Phrase("name", "姓名")
        case .phone: Phrase("phone", "手机号")
        case .identity: Phrase("id number", "身份证号")
        case .title: Phrase("title", "职称")
        }
    }

    package var isRequired: Bool {
        switch self {
        case .name, .phone: true
        case .identity, .title: false
        }
    }

    package var holdsLongNumbers: Bool {
        switch self {
        case .phone, .identity: true
        case .name, .title: false
        }
    }

    package static let identityNumbers: TraineeColumn? = .identity

    package static let instructions: [TraineeColumn: Phrase] = [
        .name: Phrase("as on the ID card; delete this row and the next", "与身份证一致；填写完毕请删除本行与示例行"),
        .phone: Phrase("format the column as text", "请将本列设为文本格式"),
        .identity: Phrase("format the column as text; may stay empty", "请将本列设为文本格式；可不填"),
    ]

    package static let example: [TraineeColumn: Phrase] = [
        .name: Phrase("Zhang San", "张三"), .phone: Phrase("138xxxxxxxx"), .title: Phrase("attending doctor", "主治医师"),
    ]
}

/// ACC-9a: one of a unit's people, as the unit knows them.
package struct TraineeRow: Equatable, Sendable {
    package let name: String
    package let phone: MobileNumber
    package let identity: IdentityNumber?
    /// Empty if not given.
    package let title: String

    package static let titleLimit = 100

    package init(name: String, phone: MobileNumber, identity: IdentityNumber?, title: String) {
        (self.name, self.phone, self.identity, self.title) = (name, phone, identity, title)
    }

    package static let format = SheetFormat<TraineeColumn, TraineeRow>(
        read: { checker in
            let name = checker.required(.name) { text throws(Refusal) in try PersonName.checked(text) }
            let phone = checker.required(.phone) { text throws(Refusal) in try MobileNumber(text) }
            let identity = checker.identityNumber(.identity)
            let title = checker.optional(.title) { text throws(Refusal) in
                try checkedTitle(text, field: "title", limit: titleLimit)
            }
            guard let name, let phone else { return nil }
            return TraineeRow(name: name, phone: phone, identity: identity, title: title ?? "")
        },
        keys: { entry in
            [(.phone, entry.phone.text)] + (entry.identity.map { [(.identity, $0.text)] } ?? [])
        })
}
