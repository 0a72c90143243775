import Application
import Domain
import Messages
import Storage

/// A unit payment as stored.
struct UnitPaymentRecord {
    let id: UInt64
    let programme: UInt64
    let reference: String
    let phoneSealed: [UInt8]
    let name: String
    let amount: Fen
    let state: UnitPaymentState
    let person: UInt64
    let reason: String
    let createdMs: Int64

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(Self.one, id, body: Self.columns.read)
        guard let found else { throw Refusal(.notFound, field: "payment") }
        self = found
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        programme = row.id()
        reference = row.text()
        phoneSealed = row.bytes()
        name = row.text()
        amount = Fen(row.integer())
        state = try row.enumeration()
        person = row.id()
        reason = row.text()
        createdMs = row.integer()
    }

    static let columns = Columns(
        "id, programme, reference, phone_sealed, name, amount, state, person, reason, created_ms"
    ) { try UnitPaymentRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM unit_payment WHERE id = ?1")

    static let byRow = SQL(
        """
        SELECT \(columns) FROM unit_payment WHERE programme = ?1 AND reference = ?2 AND phone_hash = ?3
        AND taken_back = 0
        """)

    static let waitingForPhone = SQL(
        """
        SELECT \(columns) FROM unit_payment WHERE phone_hash = ?1 AND programme = ?2 AND state = ?3 ORDER BY id
        LIMIT 100
        """)

    static let ofProgramme = SQL(
        "SELECT \(columns) FROM unit_payment WHERE programme = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    static let ofProgrammeInState = SQL(
        """
        SELECT \(columns) FROM unit_payment WHERE programme = ?1 AND state = ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4
        """)
}
