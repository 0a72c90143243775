import Application
import Messages
import Storage

extension Call {
    /// ORG-2: throws unless the caller holds one of the method's roles over the whole platform or over `organisation`.
    func requireAuthority(over organisation: UInt64) throws(Refused) {
        guard case .person(let person) = caller else { throw Refused(.notAllowed) }
        let isAllowed = person.grants.contains { grant in
            rule.allows.contains(grant.role) && (grant.organisation == 0 || grant.organisation == organisation)
        }
        guard isAllowed else { throw Refused(.notAllowed) }
    }

    /// ORG-2: the same for roles whose seat is not the organisation itself, as a committee's: it reaches what lies in the
    /// region it stands under, and everything when it stands under none.
    func requireAuthority(above organisation: UInt64, _ snapshot: Snapshot) throws {
        guard case .person(let person) = caller else { throw Refused(.notAllowed) }
        let grants = person.grants.filter { rule.allows.contains($0.role) }
        if grants.contains(where: { $0.organisation == 0 || $0.organisation == organisation }) { return }
        var above: Set<UInt64> = [0]
        var next = try parent(of: organisation, snapshot)
        while let region = next, above.insert(region).inserted { next = try parent(of: region, snapshot) }
        for grant in grants {
            if let seat = try parent(of: grant.organisation, snapshot), above.contains(seat) { return }
        }
        throw Refused(.notAllowed)
    }

    private func parent(of organisation: UInt64, _ snapshot: Snapshot) throws -> UInt64? {
        try snapshot.first("SELECT parent FROM organisation WHERE id = ?1", organisation) { $0.id(0) }
    }

    /// The organisations the caller's roles for this method reach; `nil` = all.
    var reach: [UInt64]? {
        guard case .person(let person) = caller else { return [] }
        if rule.allows.contains(.person) { return nil }
        let grants = person.grants.filter { rule.allows.contains($0.role) }
        return grants.contains { $0.organisation == 0 } ? nil : grants.map(\.organisation)
    }

    /// The person who calls.
    func person() throws(Refused) -> PersonCaller {
        guard case .person(let person) = caller else { throw Refused(.notLoggedIn) }
        return person
    }
}

/// The size of a page: what was asked for, within 1 … 500; 100 unless said.
func pageLimit(_ asked: UInt32) -> Int {
    asked == 0 ? 100 : min(Int(asked), 500)
}
