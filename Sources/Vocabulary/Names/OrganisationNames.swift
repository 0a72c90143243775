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

extension RegionLevel: Named {
    package var phrase: Phrase {
        switch self {
        case .province: Phrase("province", "省")
        case .city: Phrase("city", "市")
        case .county: Phrase("county", "县")
        }
    }
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
