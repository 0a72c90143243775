import Application
import Domain
import Messages
import Storage

/// A record from outside as stored.
struct OutsideEntry {
    let id: UInt64
    let organisation: UInt64
    let organisationName: String
    var state: OutsideState
    let name: String
    /// Nil once its person's account was closed.
    let idNumberSealed: [UInt8]?
    let title: String
    let day: Day
    let mark: String
    let hours: Tenths
    let credits: Tenths
    let category: CreditCategory
    var reason: String

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(Self.one, id, body: Self.columns.read)
        guard let found else { throw Refusal(.notFound, field: "record") }
        self = found
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        organisation = row.id()
        organisationName = row.text()
        state = try row.enumeration()
        name = row.text()
        idNumberSealed = row.bytesOrNil()
        title = row.text()
        day = Day(row.int32())
        mark = row.text()
        hours = Tenths(row.uint32())
        credits = Tenths(row.uint32())
        category = try row.enumeration()
        reason = row.text()
    }

    static let columns = Columns(
        """
        r.id, r.organisation, o.name, r.state, r.name, r.id_number_sealed, r.title, r.day, r.mark, r.hours_tenths,
        r.credits_tenths, r.category, r.reason
        """
    ) { try OutsideEntry($0) }

    private static let from: SQL = "FROM outside_record r JOIN organisation o ON o.id = r.organisation"

    private static let one = SQL("SELECT \(columns) \(from) WHERE r.id = ?1")

    /// All of a person, thing and day at an organisation; first the one that stands, if one does.
    static let same = SQL(
        """
        SELECT \(columns) \(from) WHERE r.organisation = ?1 AND r.id_number_hash = ?2 AND r.day = ?3 AND r.title = ?4
        ORDER BY r.standing
        """)

    static let ofOrganisation = SQL(
        "SELECT \(columns) \(from) WHERE r.organisation = ?1 AND r.id < ?2 ORDER BY r.id DESC LIMIT ?3")

    static let inState = SQL(
        """
        SELECT \(columns) \(from) WHERE r.organisation = ?1 AND r.state = ?2 AND r.id < ?3 ORDER BY r.id DESC LIMIT ?4
        """)

    static let ofPerson = SQL(
        "SELECT \(columns) \(from) WHERE r.id_number_hash = ?1 AND r.id < ?2 ORDER BY r.id DESC LIMIT ?3")

    /// Stores what a transition has changed.
    func store(_ transaction: Transaction) throws {
        let hasEnded = state == .rejected || state == .withdrawn
        try transaction.execute(
            "UPDATE outside_record SET state = ?2, reason = ?3, standing = ?4 WHERE id = ?1", id, state.rawValue,
            reason, hasEnded ? id : 0)
    }
}

extension OutsideRecords {
    func idNumber(of entry: OutsideEntry) throws -> String {
        guard let sealed = entry.idNumberSealed else { return "" }
        return String(decoding: try people.decrypt(sealed, "outside_record.id_number", entry.id), as: UTF8.self)
    }

    /// A record for display.
    /// - Parameter isOwn: shows the ID number in full.
    func message(_ entry: OutsideEntry, isOwn: Bool) throws -> OutsideRecord {
        let number = try idNumber(of: entry)
        return OutsideRecord(
            id: entry.id, organisation: entry.organisation, organisationName: entry.organisationName,
            state: entry.state, name: entry.name, idNumber: isOwn ? number : IdentityNumber.masked(number),
            title: entry.title, day: entry.day.number, mark: entry.mark, hoursTenths: entry.hours.count,
            creditsTenths: entry.credits.count, category: entry.category, reason: entry.reason)
    }

    func reply(_ id: UInt64, _ context: WriteContext) throws -> OutsideReply {
        OutsideReply(record: try message(OutsideEntry(id, context.transaction), isOwn: false))
    }

    /// The records of the same person, thing and day; first the one that stands, if one does.
    func same(as record: ValidOutsideRecord, of organisation: UInt64, _ snapshot: Snapshot) throws -> [OutsideEntry] {
        try snapshot.all(
            OutsideEntry.same, organisation, people.idNumberHash(record.identity), record.day.number, record.title,
            body: OutsideEntry.columns.read)
    }

    func listRecords(_ request: ListOutsideRequest, _ context: ReadContext) throws -> ListOutsideReply {
        let snapshot = context.snapshot
        try context.call.requireAuthority(over: request.organisation, snapshot)
        let last = before(request.after)
        let page = try listPage(request.limit, by: \.id) { limit in
            if let state = request.state {
                return try snapshot.all(
                    OutsideEntry.inState, request.organisation, state.rawValue, last, limit,
                    body: OutsideEntry.columns.read)
            }
            return try snapshot.all(
                OutsideEntry.ofOrganisation, request.organisation, last, limit, body: OutsideEntry.columns.read)
        }
        return ListOutsideReply(
            records: try page.elements.map { try message($0, isOwn: false) }, next: page.next ?? 0)
    }

    /// EXM-7: whoever has the ID number and the name sees what was entered of them.
    func listOwnRecords(_ request: MyOutsideRequest, _ context: ReadContext) throws -> ListOutsideReply {
        let snapshot = context.snapshot
        guard let owner = try Owner(context.call.person().id, snapshot) else { return ListOutsideReply() }
        let page = try listPage(request.limit, by: \.id) { limit in
            var (found, last): ([OutsideEntry], UInt64) = ([], before(request.after))
            while found.count < limit {
                let rows = try snapshot.all(
                    OutsideEntry.ofPerson, owner.idNumberHash, last, limit, body: OutsideEntry.columns.read)
                found += rows.filter { owner.isCalled($0.name) }
                guard rows.count == limit, let end = rows.last?.id else { break }
                last = end
            }
            return found
        }
        return ListOutsideReply(
            records: try page.elements.map { try message($0, isOwn: true) }, next: page.next ?? 0)
    }
}
