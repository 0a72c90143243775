import Application
import Messages
import Storage

extension Organisations {
    /// The most people notified individually.
    private static let mostStaff = 100

    /// Returns the people with the role over exactly this organisation, or responsible for it if its own account has
    /// the role.
    func staff(of id: UInt64, as role: Role, _ snapshot: Snapshot) throws -> [UInt64] {
        let granted = try snapshot.all(
            "SELECT person FROM role_grant WHERE organisation = ?1 AND role = ?2 ORDER BY person LIMIT ?3", id,
            role.rawValue, Self.mostStaff
        ) { $0.id(0) }
        guard try organisation(id, snapshot).roles.contains(role) else { return granted }
        let responsible = try snapshot.all(
            "SELECT person FROM responsible_person WHERE organisation = ?1 ORDER BY person LIMIT ?2", id, Self.mostStaff
        ) { $0.id(0) }
        return granted + responsible.filter { !granted.contains($0) }
    }
}
