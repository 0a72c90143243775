import ClientKit
import Console
import Messages

/// A role and the organisation it is limited to: `base-admin@17`, `platform-admin`.
struct GrantSpec: ArgumentValue {
    let role: Role
    let organisation: UInt64

    init?(argument: String) {
        let parts = argument.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let role = Role.grantable.first(where: { $0.name == parts[0] }) else { return nil }
        self.role = role
        guard parts.count == 2 else {
            organisation = 0
            return
        }
        guard let organisation = UInt64(parts[1]), organisation > 0 else { return nil }
        self.organisation = organisation
    }
    static var expectation: Phrase {
        let names = Role.grantable.map(\.name)
        return Phrase(
            "a role, with @ORGANISATION unless for the whole platform (\(names.joined(separator: ", ")))",
            "角色，可加 @机构编号（\(names.joined(separator: "、"))）")
    }
    var argument: String { organisation == 0 ? role.name : "\(role.name)@\(organisation)" }
    var message: RoleGrant { RoleGrant(role: role, organisation: organisation) }
}
