import Application
import Domain
import Messages
import Storage

/// A walk-in as stored.
struct WalkInRecord {
    let id: UInt64
    let offering: UInt64
    let number: String
    let person: UInt64
    var state: WalkInState
    let name: String
    /// The ID number and the phone; nil once the account was closed.
    let detailsSealed: [UInt8]?
    let title: String
    let unit: String
    var knownPerson: UInt64
    let knownName: String
    let isOneDevice: Bool
    let terminal: UInt64
    let atMs: Int64
    let reason: String

    /// - Throws: `notFound`.
    init(_ id: UInt64, of offering: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(Self.one, id, body: Self.columns.read)
        guard let found, found.offering == offering else { throw Refusal(.notFound, field: "walk_in") }
        self = found
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        offering = row.id()
        number = row.text()
        person = row.id()
        state = try row.enumeration()
        name = row.text()
        detailsSealed = row.bytesOrNil()
        title = row.text()
        unit = row.text()
        knownPerson = row.id()
        knownName = row.text()
        isOneDevice = row.bool()
        terminal = row.id()
        atMs = row.integer()
        reason = row.text()
    }

    static let columns = Columns(
        """
        w.id, w.offering, w.number, COALESCE(a.kept, w.person), w.state, w.name, w.details_sealed, w.title, w.unit,
        w.known_person, COALESCE(k.name, ''), w.one_device, w.terminal, w.at_ms, w.reason
        """
    ) { try WalkInRecord($0) }

    private static let from: SQL = """
        FROM walk_in w LEFT JOIN person_alias a ON a.joined = w.person LEFT JOIN person k ON k.id = w.known_person
        """

    private static let one = SQL("SELECT \(columns) \(from) WHERE w.id = ?1")

    static let ofOffering = SQL(
        "SELECT \(columns) \(from) WHERE w.offering = ?1 AND w.id > ?2 ORDER BY w.id LIMIT ?3")

    static let inState = SQL(
        "SELECT \(columns) \(from) WHERE w.offering = ?1 AND w.state = ?2 AND w.id > ?3 ORDER BY w.id LIMIT ?4")
}

extension WalkIns {
    func listWalkIns(_ request: ListWalkInsRequest, _ context: ReadContext) throws -> ListWalkInsReply {
        let snapshot = context.snapshot
        let offering = try OfferingRecord(request.offering, snapshot)
        try context.call.requireAuthority(over: offering, snapshot)
        let page = try listPage(request.limit, by: \.id) { limit in
            if let state = request.state {
                return try snapshot.all(
                    WalkInRecord.inState, offering.id, state.rawValue, request.after, limit,
                    body: WalkInRecord.columns.read)
            }
            return try snapshot.all(
                WalkInRecord.ofOffering, offering.id, request.after, limit, body: WalkInRecord.columns.read)
        }
        return ListWalkInsReply(walkIns: try page.elements.map { try message($0) }, next: page.next ?? 0)
    }

    func message(_ record: WalkInRecord) throws -> WalkIn {
        let details = try record.detailsSealed.map {
            String(decoding: try people.decrypt($0, "walk_in.details", record.id), as: UTF8.self)
        }
        let parts = details?.split(separator: " ").map(String.init) ?? []
        return WalkIn(
            id: record.id, offering: record.offering, number: record.number, person: record.person,
            state: record.state, name: record.name,
            idNumber: parts.first.map { IdentityNumber.masked($0) } ?? "",
            phone: parts.count == 2 ? try MobileNumber(parts[1]).masked : "", title: record.title, unit: record.unit,
            knownPerson: record.knownPerson, knownName: record.knownName, oneDevice: record.isOneDevice,
            terminal: record.terminal, atMs: record.atMs, reason: record.reason)
    }
}
