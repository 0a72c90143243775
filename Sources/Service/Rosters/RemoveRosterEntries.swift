import Application
import Domain
import Messages
import Storage

extension Rosters {
    private static let mostAtOnce = 500
    private static let reasonLimit = 500

    /// PRJ-8b: takes people off a roster, all of them or none. Their scans stay and are flagged; terminals forget them.
    func removeRosterEntries(
        _ request: RemoveRosterEntriesRequest, _ context: WriteContext
    ) throws -> RemoveRosterEntriesReply {
        let offering = try changeable(request.offering, context)
        let reason = try checkedTitle(request.reason, field: "reason", limit: Self.reasonLimit)
        guard (1...Self.mostAtOnce).contains(request.numbers.count) else {
            throw Refusal(
                .invalid, field: "numbers", "1 to \(Self.mostAtOnce) numbers", zh: "一次须为 1 至 \(Self.mostAtOnce) 个编号")
        }
        var removed: [RosterEntryRecord] = []
        for number in request.numbers {
            let entry = try RosterEntryRecord(number, of: offering.id, field: "numbers", context.transaction)
            try remove(entry, offering, context)
            try projects.note(
                .removed, of: entry.person, in: offering.id, number: entry.number, reason: reason, context)
            let details = [offering.title, reason]
            try notices.notify(entry.person, .rosterEntryRemoved, subject: offering.id, details: details, context)
            removed.append(entry)
        }
        try JournalStore.noteAttendanceChange(offering.id, context.transaction)
        context.auditDetail =
            "offering \(offering.id): "
            + removed.map { "\($0.number) (person \($0.person))" }.joined(separator: ", ") + " removed, \(reason)"
        return RemoveRosterEntriesReply(entries: removed.map(\.message))
    }

    private func remove(_ entry: RosterEntryRecord, _ offering: OfferingRecord, _ context: WriteContext) throws {
        let transaction = context.transaction
        let award = try transaction.first(
            "SELECT id FROM award WHERE offering = ?1 AND person = ?2 AND state IN (?3, ?4) ORDER BY id LIMIT 1",
            offering.id, entry.person, AwardState.pending.rawValue, AwardState.effective.rawValue
        ) { $0.id(0) }
        if let award {
            throw Refusal(
                .wrongState, field: "numbers",
                "\(entry.number) has credit for this offering: reverse award \(award) first (rollcall-admin credit reverse \(award) --reason TEXT)",
                zh: "编号“\(entry.number)”已授予本期学分：请先撤销学分 \(award)（rollcall-admin credit reverse \(award) --reason 原因）")
        }
        try transaction.execute(.deleteRosterEntry, offering.id, entry.person)
        // Should joined people be told apart again, this row does not come back with them.
        try transaction.execute(
            """
            DELETE FROM joined_roster WHERE offering = ?1 AND joined IN (SELECT joined FROM person_alias WHERE kept = ?2)
            """, offering.id, entry.person)
        if offering.isOpen { try Scope.withdraw(.rosterEntry, entry.id, base: offering.base, context) }
    }
}
