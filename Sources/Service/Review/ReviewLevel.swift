import Application
import Messages
import Storage

extension ReviewLevel {
    /// Whether a role decides at this level of an organisation. Of a provider's own premises, which are no base, its administrators
    /// decide what a base would (PRJ-9d).
    func isDecided(by role: Role, of organisation: UInt64, _ snapshot: Snapshot) throws -> Bool {
        switch self {
        case .unit: role == .unitAdmin
        case .county, .city, .province: role == .commissionOfficer
        case .base:
            switch role {
            case .baseAdmin: true
            case .providerAdmin:
                try snapshot.exists(.organisationIsOfKind, organisation, OrganisationKind.unit.rawValue)
            default: false
            }
        case .committee: role == .committeeOfficer
        case .identity: role == .identityReviewer
        case .platform: role == .platformAdmin
        }
    }

    /// Returns whether `grant` decides at this level of `organisation`. Units, bases and commissions decide for exactly
    /// themselves; committees and identity reviewers for everything their region reaches, and a platform administrator
    /// in their place.
    func isDecided(by grant: Grant, at organisation: UInt64, _ snapshot: Snapshot) throws -> Bool {
        switch self {
        case .unit, .county, .city, .province, .base:
            try isDecided(by: grant.role, of: organisation, snapshot) && grant.isSeated(at: organisation, snapshot)
        case .committee, .identity, .platform:
            try grant.role == .platformAdmin
                || (isDecided(by: grant.role, of: organisation, snapshot) && grant.reaches(organisation, snapshot))
        }
    }
}
