/// ORG-3: the columns of a catalogue file.
package enum CatalogueColumn: SheetColumn {
    case kind
    case code
    case name
    case retired

    package var heading: Wording {
        switch self {
        case .kind: Wording("catalogue", zh: "目录")
        case .code: Wording("code", zh: "代码")
        case .name: Wording("name", zh: "名称")
        case .retired: Wording("retired", zh: "停用")
        }
    }

    package var isRequired: Bool { self != .retired }
    package var holdsLongNumbers: Bool { false }
    package static let identityNumbers: CatalogueColumn? = nil
}

/// One row of a catalogue file.
package struct CatalogueRow: Equatable, Sendable {
    /// Numbers as in `Protocol/organisations.proto`.
    package enum Kind: UInt8, CaseIterable, Sendable {
        case specialty = 1
        case title = 2
        case baseCategory = 3
        case personType = 4

        package var wording: Wording {
            switch self {
            case .specialty: Wording("specialty", zh: "专业")
            case .title: Wording("title", zh: "职称")
            case .baseCategory: Wording("base category", zh: "基地类别")
            case .personType: Wording("person type", zh: "人员类型")
            }
        }
    }

    package let kind: Kind
    package let code: String
    package let name: String
    package let isRetired: Bool

    package static let format = SheetFormat<CatalogueColumn, CatalogueRow>(
        read: { checker in
            let kind = checker.required(.kind) { text throws(Refusal) in
                try oneChoice(text, of: Kind.allCases.map { ($0.wording, $0) })
            }
            let code = checker.required(.code) { text throws(Refusal) in
                try checkedTitle(text, field: "code", limit: 32)
            }
            let name = checker.required(.name) { text throws(Refusal) in
                try checkedTitle(text, field: "name", limit: 100)
            }
            let isRetired = checker.optional(.retired) { text throws(Refusal) in
                try oneChoice(text, of: [(Wording("yes", zh: "是"), true), (Wording("no", zh: "否"), false)])
            }
            guard let kind, let code, let name else { return nil }
            return CatalogueRow(kind: kind, code: code, name: name, isRetired: isRetired ?? false)
        },
        keys: { [(.code, "\($0.kind.rawValue) \($0.code)")] })
}
