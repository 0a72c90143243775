import Application
import Domain
import Messages
import Storage

/// A leave as stored.
struct LeaveRecord {
    let id: UInt64
    let person: UInt64
    let base: UInt64
    let kind: LeaveKind
    let period: LeavePeriod
    let reason: String
    let state: LeaveState
    let askedMs: Int64
    let decidedMs: Int64
    let decisionReason: String

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(LeaveRecord.one, id, body: LeaveRecord.columns.read)
        guard let found else { throw Refusal(.notFound, field: "leave") }
        self = found
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        person = row.id()
        base = row.id()
        kind = try row.enumeration()
        period = LeavePeriod(from: Day(row.int32()), to: Day(row.int32()))
        reason = row.text()
        state = try row.enumeration()
        askedMs = row.integer()
        decidedMs = row.integer()
        decisionReason = row.text()
    }

    static let columns = Columns(
        "id, person, base, kind, from_day, to_day, reason, state, asked_ms, decided_ms, decision_reason"
    ) { try LeaveRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM leave WHERE id = ?1")

    func message(_ snapshot: Snapshot) throws -> Leave {
        let name = try snapshot.first(.nameOfPerson, person) { $0.text(0) }
        let baseName = try snapshot.first(.nameOfOrganisation, base) { $0.text(0) }
        return Leave(
            id: id, person: person, personName: name ?? "", base: base, baseName: baseName ?? "", kind: kind,
            fromDay: period.from.number, toDay: period.to.number, reason: reason,
            state: state, askedMs: askedMs, decidedMs: decidedMs, decisionReason: decisionReason)
    }
}
