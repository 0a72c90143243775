import Application
import Domain
import Messages
import Storage

// ACC-12: those responsible for a staff account. For a role over an organisation these are its own administrators, and above
// them platform administrators alone.
extension Accounts {
    /// - Throws: `notAllowed`, unless the caller gives and takes the role.
    func requireGiving(_ seat: Seat, _ call: Call) throws(Refusal) {
        guard call.answers(for: seat.grant.organisation) else { throw Refusal(.notAllowed) }
        guard call.isPlatformAdministrator || seat.organisation?.givenRoles.contains(seat.role) == true else {
            throw Refusal(
                .notAllowed, field: "role",
                Phrase("only a platform administrator gives and takes this role", "该角色只能由平台管理员授予或撤销"))
        }
    }

    /// Returns the account to those who may see it: platform administrators, and those who answer for a role of its person.
    /// - Throws: `notAllowed` for others, whether there is such an account or not.
    func shownAccount(_ whose: AccountChoice?, _ call: Call, _ snapshot: Snapshot) throws -> AccountRecord {
        guard !call.isPlatformAdministrator else { return try account(whose, snapshot) }
        guard let found = try find(whose, snapshot),
            try places(of: found.person, snapshot).contains(where: { call.answers(for: $0.organisation) })
        else { throw Refusal(.notAllowed) }
        return found
    }

    /// Returns the account to those who may disable it or reset its password: platform administrators, and, for an account
    /// that was made for staff, those who may take its every role.
    func ruledAccount(_ whose: AccountChoice?, _ call: Call, _ snapshot: Snapshot) throws -> AccountRecord {
        guard !call.isPlatformAdministrator else { return try account(whose, snapshot) }
        guard let found = try find(whose, snapshot), found.isForStaff else { throw Refusal(.notAllowed) }
        let places = try places(of: found.person, snapshot)
        guard !places.isEmpty else { throw Refusal(.notAllowed) }
        for place in places {
            guard call.answers(for: place.organisation) else { throw Refusal(.notAllowed) }
            // To act for an organisation is to have its own roles.
            guard let role = place.role else { continue }
            let organisation = try organisations.organisation(place.organisation, snapshot)
            guard organisation.givenRoles.contains(role) else { throw Refusal(.notAllowed) }
        }
        return found
    }

    /// - Throws: `notFound`.
    func account(_ whose: AccountChoice?, _ snapshot: Snapshot) throws -> AccountRecord {
        guard let found = try find(whose, snapshot) else { throw Refusal(.notFound, field: "account") }
        return found
    }

    private func find(_ whose: AccountChoice?, _ snapshot: Snapshot) throws -> AccountRecord? {
        guard let whose, whose.account.isEmpty != (whose.person == 0) else { throw Refusal(.invalid, field: "account") }
        if whose.person != 0 { return try account(person: whose.person, snapshot) }
        guard let name = try? AccountName(whose.account) else { return nil }
        return try account(.account(name), snapshot)
    }

    /// The organisations over which somebody has a role, or for which they act, which has no role here.
    private func places(of person: UInt64, _ snapshot: Snapshot) throws -> [(organisation: UInt64, role: Role?)] {
        let roles = try snapshot.all(
            "SELECT organisation, role FROM role_grant WHERE person = ?1 ORDER BY role, organisation", person
        ) { (organisation: $0.id(0), role: try $0.enumeration(1) as Role?) }
        let acting = try snapshot.all(
            "SELECT organisation FROM responsible_person WHERE person = ?1 ORDER BY organisation", person
        ) { (organisation: $0.id(0), role: Role?.none) }
        return roles + acting
    }
}
