import Application
import Messages
import Storage

extension Role {
    /// The reach of a grant from its organisation (ORG-2).
    enum Reach {
        /// Exactly that organisation.
        case organisation
        /// Everything in the region of that organisation's seat; everything at all if it has no region.
        case region
    }

    var reach: Reach {
        switch self {
        case .commissionOfficer, .committeeOfficer, .identityReviewer, .adjudicator: .region
        case .platformAdmin, .providerAdmin, .baseAdmin, .examBaseAdmin, .unitAdmin, .examiner, .instructor,
            .anyone, .person, .terminal, .trainee:
            .organisation
        }
    }

    /// The kinds of organisation over which the role can be given; empty for a role that cannot be given.
    var seats: [OrganisationKind] {
        switch self {
        case .commissionOfficer: [.commission]
        case .committeeOfficer: [.committee]
        case .identityReviewer: [.commission, .committee, .region]
        case .adjudicator: [.commission, .committee, .base]
        case .providerAdmin: [.unit, .base]
        case .baseAdmin, .examBaseAdmin: [.base]
        case .unitAdmin: [.unit]
        case .examiner, .instructor: [.base, .unit]
        case .platformAdmin, .anyone, .person, .terminal, .trainee: []
        }
    }

    /// Whether the role can be given over the whole platform.
    var isPlatformWide: Bool {
        [.platformAdmin, .adjudicator, .committeeOfficer, .identityReviewer].contains(self)
    }
}

extension Grant {
    func reaches(_ organisation: UInt64, _ snapshot: Snapshot) throws -> Bool {
        if self.organisation == 0 || self.organisation == organisation { return true }
        switch role.reach {
        case .organisation: return false
        case .region:
            return try snapshot.exists(
                """
                SELECT 1 FROM organisation o WHERE o.id = ?1 AND ((o.kind <> ?3 AND o.parent = 0)
                OR EXISTS (SELECT 1 FROM organisation_above a WHERE a.organisation = ?2
                AND a.above = CASE o.kind WHEN ?3 THEN o.id ELSE o.parent END))
                """, self.organisation, organisation, OrganisationKind.region.rawValue)
        }
    }

    /// The region of the organisation's seat, 0 for none; nil for an unknown organisation.
    func region(_ snapshot: Snapshot) throws -> UInt64? {
        try snapshot.first("SELECT kind, parent FROM organisation WHERE id = ?1", organisation) {
            $0.int32(0) == OrganisationKind.region.rawValue ? organisation : $0.id(1)
        }
    }

    /// Returns whether the role is held over `organisation` itself, or by the commission with its seat there.
    func isSeated(at organisation: UInt64, _ snapshot: Snapshot) throws -> Bool {
        if self.organisation == organisation { return true }
        guard role.reach == .region, self.organisation != 0 else { return false }
        return try snapshot.exists(
            "SELECT 1 FROM organisation WHERE id = ?1 AND parent = ?2", self.organisation, organisation)
    }
}

extension Call {
    /// The caller's roles that the method allows.
    var grants: [Grant] {
        guard case .person(let person) = caller else { return [] }
        return person.grants.filter { rule.allows.contains($0.role) }
    }

    /// ORG-2: throws unless one of the caller's roles for this method reaches the organisation.
    /// - Parameter roles: fewer than the method allows, if it serves several purposes.
    func requireAuthority(over organisation: UInt64, as roles: [Role]? = nil, _ snapshot: Snapshot) throws {
        guard try reaches(organisation, as: roles, snapshot) else { throw Refusal(.notAllowed) }
    }

    /// Whether the caller answers for the people who act for an organisation (0 for the platform): it is the caller's own, or
    /// they administrate the platform. A commission does not answer for the bases below it.
    func answers(for organisation: UInt64) -> Bool {
        isPlatformAdministrator || (organisation != 0 && grants.contains { $0.organisation == organisation })
    }

    var isPlatformAdministrator: Bool { grants.contains { $0.role == .platformAdmin } }

    /// PRJ-9d: throws unless one of the caller's roles for this method reaches the place of the offering or the owner of its
    /// project.
    func requireAuthority(over offering: OfferingRecord, as roles: [Role]? = nil, _ snapshot: Snapshot) throws {
        try requireAuthority(overAnyOf: [offering.base, offering.owner], as: roles, snapshot)
    }

    /// Throws unless one of the caller's roles for this method reaches one of the organisations.
    func requireAuthority(overAnyOf organisations: [UInt64], as roles: [Role]? = nil, _ snapshot: Snapshot) throws {
        let reached = try organisations.contains { try reaches($0, as: roles, snapshot) }
        guard reached else { throw Refusal(.notAllowed) }
    }

    /// Returns whether one of the caller's roles for this method reaches the organisation.
    func reaches(_ organisation: UInt64, as roles: [Role]? = nil, _ snapshot: Snapshot) throws -> Bool {
        try grants.contains { try (roles?.contains($0.role) ?? true) && $0.reaches(organisation, snapshot) }
    }

    /// The organisations over which the caller's roles for this method are given; nil for all.
    var reach: [UInt64]? {
        if case .person = caller, rule.allows.contains(.person) { return nil }
        return grants.contains { $0.organisation == 0 } ? nil : grants.map(\.organisation)
    }

    /// The person who calls.
    func person() throws(Refusal) -> PersonCaller {
        guard case .person(let person) = caller else { throw Refusal(.notLoggedIn) }
        return person
    }
}

/// Returns whether `organisation` is `region` or lies in it.
func lies(_ organisation: UInt64, in region: UInt64, _ snapshot: Snapshot) throws -> Bool {
    try snapshot.exists(
        "SELECT 1 FROM organisation_above WHERE organisation = ?1 AND above = ?2", organisation, region)
}
