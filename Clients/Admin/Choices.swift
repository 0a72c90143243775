import ClientKit
import Console
import Messages

/// A role and the organisation it is limited to, by id or name: `base-admin@17`, `考官@市第一医院`, `platform-admin`.
struct GrantSpec: ArgumentValue {
    let role: Role
    /// Nil for the whole platform.
    let organisation: Name<OrganisationRegister>?
    let argument: String

    init?(argument: String) {
        let parts = argument.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let role = Role.grantable.first(where: { $0.isCalled(parts[0]) }) else { return nil }
        self.role = role
        self.argument = argument
        guard parts.count == 2 else {
            organisation = nil
            return
        }
        guard parts[1] != "0", let organisation = Name<OrganisationRegister>(argument: parts[1]) else { return nil }
        self.organisation = organisation
    }

    static var expectation: Phrase {
        let roles = Role.grantable
        return Phrase(
            "a role, with @ORGANISATION unless for the whole platform (\(roles.map(\.name).joined(separator: ", ")))",
            "角色，可加 @机构（\(roles.map(\.phrase.zh).joined(separator: "、"))）")
    }
}

extension Desk {
    func grant(_ spec: GrantSpec) throws -> RoleGrant {
        RoleGrant(role: spec.role, organisation: try id(spec.organisation))
    }
}
