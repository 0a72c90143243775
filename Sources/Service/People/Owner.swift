import Domain
import Storage

/// Somebody whom certificates and records name by ID number and name, also those made before there was an account.
struct Owner {
    let idNumberHash: [UInt8]
    private let name: ComparedName

    /// Nil for a person whose ID number is not known.
    init?(_ person: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first("SELECT id_number_hash, name FROM person WHERE id = ?1", person) {
            (hash: $0.bytesOrNil(0), name: $0.text(1))
        }
        guard let found, let hash = found.hash else { return nil }
        (idNumberHash, name) = (hash, ComparedName(found.name))
    }

    func isCalled(_ name: String) -> Bool { ComparedName(name) == self.name }
}
