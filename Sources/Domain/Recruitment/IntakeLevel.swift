/// A level of review of a round: one of those of `ReviewLevel`, with the same number.
package enum IntakeLevel: UInt8, CaseIterable, Sendable {
    /// The applicant's own unit, if the round requires its approval (是否需要申报审批).
    case unit = 1
    case county = 2
    case city = 3
    case province = 4

    /// Nil at a level where no application is reviewed.
    package init?(_ level: ReviewLevel?) {
        switch level {
        case .unit: self = .unit
        case .county: self = .county
        case .city: self = .city
        case .province: self = .province
        case .base, .committee, .identity, .platform, nil: return nil
        }
    }

    package var reviewLevel: ReviewLevel {
        switch self {
        case .unit: .unit
        case .county: .county
        case .city: .city
        case .province: .province
        }
    }

    package var wording: Phrase {
        switch self {
        case .unit: Phrase("the unit's review", "单位审核")
        case .county: Phrase("the county's review", "区县审核")
        case .city: Phrase("the city's review", "地市审核")
        case .province: Phrase("the province's review", "省级审核")
        }
    }
}

/// The regions of a trainee's unit.
package struct UnitPlace: Equatable, Sendable {
    package let unit: UInt64
    /// 0 if the unit has none of that level.
    package let county: UInt64
    package let city: UInt64
    package let province: UInt64

    package init(unit: UInt64, county: UInt64, city: UInt64, province: UInt64) {
        self.unit = unit
        self.county = county
        self.city = city
        self.province = province
    }

    /// REC-4: the city whose quota counts. In a municipality, which has no cities, the municipality itself.
    package var quotaCity: UInt64 { city == 0 ? province : city }

    package func organisation(_ level: IntakeLevel) -> UInt64 {
        switch level {
        case .unit: unit
        case .county: county
        case .city: city
        case .province: province
        }
    }

    /// REC-3b: returns the reviewing organisations of an application in the round's order; skips a level without a
    /// region.
    package func stops(_ levels: [IntakeLevel]) throws(Refusal) -> [(level: IntakeLevel, organisation: UInt64)] {
        let stops = levels.map { (level: $0, organisation: organisation($0)) }.filter { $0.organisation != 0 }
        guard !stops.isEmpty else {
            throw Refusal(
                .invalid, field: "unit", "the unit lies in no region that reviews this round", zh: "所在单位不属于本批次的任何审核地区")
        }
        return stops
    }
}
