/// ORG-3: the columns of a catalogue file.
package enum CatalogueColumn: SheetColumn {
    case kind
    case code
    case name
    case retired

    package var heading: Phrase {
        switch self {
        case .kind: Phrase("catalogue", "目录")
        case .code: Phrase("code", "代码")
        case .name: Phrase("name", "名称")
        case .retired: Phrase("retired", "停用")
        }
    }

    package var isRequired: Bool { self != .retired }
    package var holdsLongNumbers: Bool { false }
    package static let identityNumbers: CatalogueColumn? = nil

    package static let instructions: [CatalogueColumn: Phrase] = [
        .kind: Phrase(
            CatalogueKind.allCases.map(\.phrase.en).joined(separator: ", ") + "; delete this row and the next",
            CatalogueKind.allCases.map(\.phrase.zh).joined(separator: "、") + "；填写完毕请删除本行与示例行"),
        .retired: Phrase("yes or empty", "填“是”或留空"),
    ]

    package static let example: [CatalogueColumn: Phrase] = [
        .kind: CatalogueKind.allCases[0].phrase, .code: Phrase("0100"), .name: Phrase("example", "示例"),
    ]
}

/// One row of a catalogue file.
package struct CatalogueRow: Equatable, Sendable {
    package let kind: CatalogueKind
    package let code: String
    package let name: String
    package let isRetired: Bool

    package static let format = SheetFormat<CatalogueColumn, CatalogueRow>(
        read: { checker in
            let kind = checker.required(.kind) { text throws(Refusal) in
                try oneChoice(text, of: CatalogueKind.allCases.map { ($0.phrase, $0) })
            }
            let code = checker.required(.code) { text throws(Refusal) in
                try checkedTitle(text, field: "code", limit: 32)
            }
            let name = checker.required(.name) { text throws(Refusal) in
                try checkedTitle(text, field: "name", limit: 100)
            }
            let isRetired = checker.optional(.retired) { text throws(Refusal) in
                try oneChoice(text, of: [(Phrase("yes", "是"), true), (Phrase("no", "否"), false)])
            }
            guard let kind, let code, let name else { return nil }
            return CatalogueRow(kind: kind, code: code, name: name, isRetired: isRetired ?? false)
        },
        keys: { [(.code, "\($0.kind.rawValue) \($0.code)")] })
}
