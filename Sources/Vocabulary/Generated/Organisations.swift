// Generated from Protocol/organisations.proto by `make generate`; change that and generate again.

package enum OrganisationKind: Int32, Word {
    case region = 1
    case commission = 2
    case base = 3
    case unit = 4
    /// a CME committee or medical association
    case committee = 5
}

package enum RegionLevel: Int32, Word {
    case province = 1
    case city = 2
    case county = 3
}

/// ORG-3: what forms choose from.
package enum CatalogueKind: Int32, Word {
    case specialty = 1
    case title = 2
    case baseCategory = 3
    case personType = 4
}
