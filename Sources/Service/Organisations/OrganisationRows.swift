import Application
import Messages
import Storage

extension Organisations {
    /// - Throws: `notFound` for an unknown id.
    func organisation(_ id: UInt64, field: String = "organisation", _ snapshot: Snapshot) throws -> Organisation {
        let found = try snapshot.first(Organisation.one, id, body: Organisation.columns.read)
        guard let found else { throw Refusal(.notFound, field: field) }
        return found
    }

    /// Returns the region of a level in which an organisation lies; nil if there is none.
    func region(_ level: RegionLevel, of organisation: UInt64, _ snapshot: Snapshot) throws -> UInt64? {
        try snapshot.first(
            """
            SELECT r.id FROM organisation_above a JOIN organisation r ON r.id = a.above
            WHERE a.organisation = ?1 AND r.kind = ?2 AND r.level = ?3 ORDER BY r.id
            """, organisation, OrganisationKind.region.rawValue, level.rawValue
        ) { $0.id(0) }
    }
}

extension Organisation {
    static let columns = Columns(
        """
        o.id, o.kind, o.name, o.parent, o.level, o.category, o.trains, o.examines, o.employs, o.provides, o.closed,
        c.name
        """
    ) { row in
        Organisation(
            id: row.id(), kind: try row.enumeration(), name: row.text(), parent: row.id(),
            level: try row.enumerationUnlessZero(), category: row.id(), trains: row.bool(), examines: row.bool(),
            employs: row.bool(), provides: row.bool(), closed: row.bool(), categoryName: row.textOrNil() ?? "")
    }

    static let from: SQL = "FROM organisation o LEFT JOIN catalogue_entry c ON c.id = o.category"

    fileprivate static let one = SQL("SELECT \(columns) \(from) WHERE o.id = ?1")
}

extension Organisation {
    /// The roles of a person who acts for it.
    var roles: [Role] {
        switch kind {
        case .base: [.baseAdmin] + (examines ? [.examBaseAdmin] : [])
        case .unit: (provides ? [.providerAdmin] : []) + [.unitAdmin]
        case .commission: [.commissionOfficer]
        case .committee: [.committeeOfficer]
        case .region, nil: []
        }
    }

    /// The roles that its administrators give and take (ACC-12): its own, and those of people who work there. None reaches
    /// farther than the organisation does.
    var givenRoles: [Role] {
        switch kind {
        case .base, .unit: roles + [.examiner, .instructor]
        case .commission, .committee: roles
        case .region, nil: []
        }
    }
}
