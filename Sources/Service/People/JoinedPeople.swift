import Storage

extension People {
    /// Who a person of a fact is now.
    static func canonical(_ person: UInt64, _ snapshot: Snapshot) throws -> UInt64 {
        try snapshot.first("SELECT kept FROM person_alias WHERE joined = ?1", person) { $0.id(0) } ?? person
    }
}
