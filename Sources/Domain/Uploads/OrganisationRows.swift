/// ORG-1: the columns of a file of organisations.
package enum OrganisationColumn: SheetColumn {
    case kind
    case name
    case parent
    case category
    case purposes

    package var heading: Phrase {
        switch self {
        case .kind: Phrase("kind", "类型")
        case .name: Phrase("name", "名称")
        case .parent: Phrase("region", "所属地区")
        case .category: Phrase("base category", "基地类别")
        case .purposes: Phrase("purposes", "用途")
        }
    }

    package var isRequired: Bool { self == .kind || self == .name }
    package var holdsLongNumbers: Bool { false }
    package static let identityNumbers: OrganisationColumn? = nil

    package static let instructions: [OrganisationColumn: Phrase] = [
        .kind: Phrase(
            OrganisationRow.Kind.allCases.map(\.wording.en).joined(separator: ", ") + "; delete this row and the next",
            OrganisationRow.Kind.allCases.map(\.wording.zh).joined(separator: "、") + "；填写完毕请删除本行与示例行"),
        .parent: Phrase("from the province down, parted by /", "自省级起逐级填写，以 / 分隔"),
        .category: Phrase("its code; bases alone", "类别代码，仅基地填写"),
        .purposes: Phrase(
            OrganisationRow.Purpose.allCases.map(\.wording.en).joined(separator: ", "),
            OrganisationRow.Purpose.allCases.map(\.wording.zh).joined(separator: "、") + "，可多项"),
    ]

    package static let example: [OrganisationColumn: Phrase] = [
        .kind: OrganisationRow.Kind.unit.wording, .name: Phrase("County Hospital", "县人民医院"),
        .parent: Phrase("province/city/county", "某省/某市/某县"), .purposes: OrganisationRow.Purpose.employs.wording,
    ]
}

/// One row of a file of organisations. It may name a region of an earlier row.
package struct OrganisationRow: Equatable, Sendable {
    package enum Kind: CaseIterable, Sendable {
        case province, city, county, commission, base, unit, committee

        package var wording: Phrase {
            switch self {
            case .province: RegionLevel.province.phrase
            case .city: RegionLevel.city.phrase
            case .county: RegionLevel.county.phrase
            case .commission: OrganisationKind.commission.phrase
            case .base: OrganisationKind.base.phrase
            case .unit: OrganisationKind.unit.phrase
            // As files have said it from the beginning; lists name one kind of committee.
            case .committee: Phrase("committee", "委员会")
            }
        }
    }

    package enum Purpose: CaseIterable, Sendable {
        case trains, examines, employs, provides

        package var wording: Phrase {
            switch self {
            case .trains: Phrase("training", "培训")
            case .examines: Phrase("exam", "考试")
            case .employs: Phrase("employer", "用人")
            case .provides: Phrase("provider", "主办")
            }
        }
    }

    package let kind: Kind
    package let name: String
    /// The names of the parent regions from the top down: 湖南省/长沙市; empty for none.
    package let parents: [String]
    /// The code of a base category, or empty.
    package let category: String
    package let purposes: Set<Purpose>

    package static let format = SheetFormat<OrganisationColumn, OrganisationRow>(
        read: { checker in
            let kind = checker.required(.kind) { text throws(Refusal) in
                try oneChoice(text, of: Kind.allCases.map { ($0.wording, $0) })
            }
            let name = checker.required(.name) { text throws(Refusal) in
                try checkedTitle(text, field: "name", limit: 100)
            }
            let parents = checker.optional(.parent) { text throws(Refusal) in
                var names: [String] = []
                for part in parts(text, ["/", "／"]) {
                    names.append(try checkedTitle(part, field: "region", limit: 100))
                }
                return names
            }
            let category = checker.optional(.category) { text throws(Refusal) in
                try checkedTitle(text, field: "category", limit: 32)
            }
            let purposes = checker.optional(.purposes) { text throws(Refusal) in
                var purposes: Set<Purpose> = []
                for part in parts(text, ["、", ",", "，", ";", "；"]) {
                    purposes.insert(try oneChoice(part, of: Purpose.allCases.map { ($0.wording, $0) }))
                }
                return purposes
            }
            guard let kind, let name else { return nil }
            return OrganisationRow(
                kind: kind, name: name, parents: parents ?? [], category: category ?? "", purposes: purposes ?? [])
        },
        keys: { [(.name, "\($0.kind) \($0.parents.joined(separator: "/"))/\($0.name)")] })

    private static func parts(_ text: String, _ separators: Set<Character>) -> [String] {
        text.split(whereSeparator: separators.contains).map(String.init)
    }
}
