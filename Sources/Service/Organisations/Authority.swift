import Application
import Messages

extension Call {
    /// ORG-2: throws unless the caller holds one of the method's roles over the whole platform or over `organisation`.
    func requireAuthority(over organisation: UInt64) throws(Refused) {
        guard case .person(let person) = caller else { throw Refused(.notAllowed) }
        let isAllowed = person.grants.contains { grant in
            method.rule.allows.contains(grant.role) && (grant.organisation == 0 || grant.organisation == organisation)
        }
        guard isAllowed else { throw Refused(.notAllowed) }
    }

    /// The organisations the caller's roles for this method reach; `nil` = all.
    var reach: [UInt64]? {
        guard case .person(let person) = caller else { return [] }
        if method.rule.allows.contains(.person) { return nil }
        let grants = person.grants.filter { method.rule.allows.contains($0.role) }
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
