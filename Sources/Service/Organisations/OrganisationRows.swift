import Application
import Messages
import Storage

extension Organisations {
    /// - Throws: `notFound` for an id no organisation has.
    func organisation(_ id: UInt64, field: String = "organisation", _ snapshot: Snapshot) throws -> Organisation {
        let found = try snapshot.first(
            """
            SELECT o.id, o.kind, o.name, o.parent, o.level, o.category, o.trains, o.examines, o.employs, o.provides,
            o.closed, c.name FROM organisation o LEFT JOIN catalogue_entry c ON c.id = o.category WHERE o.id = ?1
            """, id
        ) { try Organisation($0) }
        guard let found else { throw Refused(.notFound, field: field) }
        return found
    }

    /// The region of a level in which an organisation lies; `nil` when it lies in none.
    func region(_ level: RegionLevel, of organisation: UInt64, _ snapshot: Snapshot) throws -> UInt64? {
        try snapshot.first(
            """
            SELECT r.id FROM organisation_above a JOIN organisation r ON r.id = a.above
            WHERE a.organisation = ?1 AND r.kind = ?2 AND r.level = ?3
            """, organisation, OrganisationKind.region.rawValue, level.rawValue
        ) { $0.id(0) }
    }
}

extension Organisation {
    /// From the columns id, kind, name, parent, level, category, trains, examines, employs, provides, closed, category's
    /// name.
    init(_ row: borrowing Row) throws {
        self.init(
            id: row.id(0), kind: try row.enumeration(1), name: row.text(2),
            parent: row.id(3), level: try row.enumeration(4), category: row.id(5),
            trains: row.bool(6), examines: row.bool(7), employs: row.bool(8), provides: row.bool(9),
            closed: row.bool(10), categoryName: row.textOrNil(11) ?? "")
    }
}

extension Organisation {
    /// The roles of who acts for it.
    var roles: [Role] {
        switch kind {
        case .base: [.baseAdmin] + (examines ? [.examBaseAdmin] : [])
        case .unit: (provides ? [.providerAdmin] : []) + [.unitAdmin]
        case .commission: [.commissionOfficer]
        case .committee: [.committeeOfficer]
        case .region, .unspecified: []
        }
    }
}
