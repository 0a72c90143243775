import Application
import Domain
import Messages
import Storage

/// Credit that somebody gets.
struct NewAward {
    let offering: OfferingRecord
    let category: CreditCategory
    let credits: Tenths
    let hours: Tenths
    let activityDay: Day
    let state: AwardState
}

extension Credits {
    /// CRD-2: enters an award, which stays as it is from then on but for what later entries make of it.
    /// - Parameter event: how it came about.
    func enter(
        _ new: NewAward, to person: UInt64, _ event: CreditEvent, reason: String = "", _ context: WriteContext
    ) throws -> UInt64 {
        let transaction = context.transaction
        let award = try transaction.newID()
        let actor = try context.call.person().id
        try transaction.execute(
            """
            INSERT INTO award (id, offering, person, category, credits_tenths, hours_tenths, activity_day, state,
            reason, awarded_ms, awarded_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """, award, new.offering.id, person, new.category.rawValue, new.credits.count, new.hours.count,
            new.activityDay.number, new.state.rawValue, reason, context.now, actor)
        try transaction.execute(
            .insertCreditEntry, award, transaction.newID(), event.rawValue, new.state.rawValue, reason, "", actor,
            context.now)
        if new.state == .effective {
            try notices.notify(person, .creditEffective, subject: award, details: [new.offering.title], context)
        }
        return award
    }

    /// CRD-2c: adds an entry to an award.
    /// - Parameter detail: what a decision was about.
    func enter(
        _ event: CreditEvent, of award: UInt64, _ state: AwardState, reason: String, detail: String = "",
        _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        try transaction.execute(
            .insertCreditEntry, award, transaction.newID(), event.rawValue, state.rawValue, reason, detail,
            context.call.person().id, context.now)
        try transaction.execute(.setAwardState, award, state.rawValue, reason)
    }

    /// The entries of an award, the first one first.
    /// - Parameter showsStaff: whether they say who made them.
    func entries(of award: UInt64, showsStaff: Bool, _ snapshot: Snapshot) throws -> [CreditEntry] {
        var entries = try snapshot.all(CreditEntry.ofAward, award, body: CreditEntry.columns.read)
        for index in entries.indices {
            entries[index].ordinal = UInt32(index + 1)
            if !showsStaff { (entries[index].person, entries[index].personName) = (0, "") }
        }
        return entries
    }
}

extension CreditEntry {
    fileprivate static let columns = Columns(
        "e.event, e.state, e.reason, e.person, COALESCE(p.name, ''), e.at_ms"
    ) { row in
        CreditEntry(
            event: try row.enumeration(), state: try row.enumeration(), reason: row.text(),
            person: row.id(), personName: row.text(), atMs: row.integer())
    }

    fileprivate static let ofAward = SQL(
        """
        SELECT \(columns) FROM credit_entry e LEFT JOIN person p ON p.id = e.person WHERE e.award = ?1
        ORDER BY e.ordinal
        """)
}
