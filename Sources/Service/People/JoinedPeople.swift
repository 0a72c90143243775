import Storage

extension People {
    /// Returns the canonical id of a person in a fact.
    static func canonical(_ person: UInt64, _ snapshot: Snapshot) throws -> UInt64 {
        try snapshot.first("SELECT kept FROM person_alias WHERE joined = ?1", person) { $0.id(0) } ?? person
    }
}
