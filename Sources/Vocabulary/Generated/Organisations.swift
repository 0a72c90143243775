// Generated from Protocol/organisations.proto by `make generate`; change that and generate again.

package enum OrganisationKind: Int32, Word {
    case region = 1
    case commission = 2
    case base = 3
    case unit = 4
    /// a CME committee or medical association
    case committee = 5
}

extension OrganisationKind: Named {
    package var phrase: Phrase {
        switch self {
        case .region: Phrase("region", "地区")
        case .commission: Phrase("commission", "卫健委")
        case .base: Phrase("base", "基地")
        case .unit: Phrase("unit", "单位")
        case .committee: Phrase("committee", "继教委")
        }
    }
}

package enum RegionLevel: Int32, Word {
    case province = 1
    case city = 2
    case county = 3
}

extension RegionLevel: Named {
    package var phrase: Phrase {
        switch self {
        case .province: Phrase("province", "省")
        case .city: Phrase("city", "市")
        case .county: Phrase("county", "县")
        }
    }
}

/// ORG-3: what forms choose from.
package enum CatalogueKind: Int32, Word {
    case specialty = 1
    case title = 2
    case baseCategory = 3
    case personType = 4
}

extension CatalogueKind: Named {
    package var phrase: Phrase {
        switch self {
        case .specialty: Phrase("specialty", "专业")
        case .title: Phrase("title", "职称")
        case .baseCategory: Phrase("base category", "基地类别")
        case .personType: Phrase("person type", "人员类型")
        }
    }
}
