import Application
import Domain
import Messages
import Storage

extension Worklist {
    /// An evening looked at later than this, by a server that was down, is told to nobody: it stands on the work list.
    private static let lateMs: Int64 = 86_400_000

    /// ATT-10a: when an activity date is over and nothing of it has come, those who hold the offering are told.
    var lookAtEvenings: Chore {
        Chore(name: "activity dates that are over", atOnce: 1) { snapshot, now, limit in
            try snapshot.all(
                "SELECT offering FROM day_end WHERE due_ms <= ?1 ORDER BY due_ms, offering, day LIMIT ?2", now, limit
            ) { $0.id(0) }
        } prepare: { [checkIns] id, snapshot in
            try checkIns.prepare(OfferingRecord(id, snapshot), snapshot)
        } act: { [self] id, context in
            let transaction = context.transaction
            let ended = try transaction.first(
                "SELECT day, due_ms FROM day_end WHERE offering = ?1 AND due_ms <= ?2 ORDER BY day LIMIT 1", id,
                context.now
            ) { (day: Day($0.int32(0)), dueMs: $0.integer(1)) }
            guard let ended else { return 0 }
            try transaction.execute("DELETE FROM day_end WHERE offering = ?1 AND day = ?2", id, ended.day.number)
            guard context.now < ended.dueMs + Self.lateMs else { return 1 }
            let offering = try OfferingRecord(id, transaction)
            let all = try OfferingAttendance(offering, checkIns.keptAttendance, transaction)
            let silent = try silentDays(of: offering, all, now: context.now, transaction)
            guard silent.contains(where: { $0.day == ended.day.number }) else { return 1 }
            for person in try projects.organisers(of: offering, transaction).sorted() {
                try notices.notify(
                    person, .silentDay, subject: offering.id, details: [offering.title, "\(ended.day)"], context)
            }
            return 1
        }
    }
}
