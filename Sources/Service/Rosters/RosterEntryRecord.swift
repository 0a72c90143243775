import Application
import Domain
import Messages
import Storage

/// One row of a roster as stored, with what is known of its person.
struct RosterEntryRecord {
    let id: UInt64
    let person: UInt64
    let number: String
    let name: String
    let unit: String
    let title: String

    /// - Parameter number: as typed.
    /// - Throws: `notFound` where nobody has the number.
    init(_ number: String, of offering: UInt64, field: String = "number", _ snapshot: Snapshot) throws {
        let number = RosterNumber.normalized(number)
        let found = try snapshot.first(Self.byNumber, offering, number, body: Self.columns.read)
        guard let found else {
            throw Refusal(
                .notFound, field: field, "nobody on this roster has the number \(number)", zh: "本期名单中没有编号“\(number)”")
        }
        self = found
    }

    /// - Returns: nil for a person who is not on the roster.
    static func find(person: UInt64, of offering: UInt64, _ snapshot: Snapshot) throws -> RosterEntryRecord? {
        try snapshot.first(byPerson, offering, person, body: columns.read)
    }

    private init(id: UInt64, person: UInt64, number: String, name: String, unit: String, title: String) {
        (self.id, self.person, self.number) = (id, person, number)
        (self.name, self.unit, self.title) = (name, unit, title)
    }

    var message: RosterEntry { RosterEntry(person: person, number: number, name: name, unit: unit, title: title) }

    private static let columns = Columns("r.id, r.person, r.number, p.name, p.unit, p.title") { row in
        RosterEntryRecord(
            id: row.id(), person: row.id(), number: row.text(), name: row.text(), unit: row.text(), title: row.text())
    }

    private static let from: SQL = "FROM roster r JOIN person p ON p.id = r.person"

    private static let byNumber = SQL("SELECT \(columns) \(from) WHERE r.offering = ?1 AND r.number = ?2")

    private static let byPerson = SQL("SELECT \(columns) \(from) WHERE r.offering = ?1 AND r.person = ?2")
}
