import Application
import Messages
import Storage

extension Call {
    /// REC-1: throws unless the caller is that province's commission, or a platform administrator.
    func requireProvince(_ province: UInt64, _ snapshot: Snapshot) throws {
        guard try isProvince(province, snapshot) else { throw Refusal(.notAllowed) }
    }

    func isProvince(_ province: UInt64, _ snapshot: Snapshot) throws -> Bool {
        guard case .person(let person) = caller else { return false }
        return try person.grants.contains { grant in
            try grant.role == .platformAdmin
                || (grant.role == .commissionOfficer && grant.isSeated(at: province, snapshot))
        }
    }
}
