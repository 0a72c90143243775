import Application
import Messages
import Storage

extension ReviewLevel {
    /// The role that decides at this level.
    var role: Role {
        switch self {
        case .unit: .unitAdmin
        case .county, .city, .province: .commissionOfficer
        case .base: .baseAdmin
        case .committee: .committeeOfficer
        case .identity: .identityReviewer
        case .platform: .platformAdmin
        }
    }

    /// Returns whether `grant` decides at this level of `organisation`. Units, bases and commissions decide for exactly
    /// themselves; committees and identity reviewers for everything their region reaches, and a platform administrator
    /// in their place.
    func isDecided(by grant: Grant, at organisation: UInt64, _ snapshot: Snapshot) throws -> Bool {
        switch self {
        case .unit, .county, .city, .province, .base:
            try grant.role == role && grant.isSeated(at: organisation, snapshot)
        case .committee, .identity, .platform:
            try grant.role == .platformAdmin || (grant.role == role && grant.reaches(organisation, snapshot))
        }
    }
}
