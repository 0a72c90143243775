import Application
import Domain
import Messages
import Storage

extension Worklist {
    /// An evening looked at later than this, by a server that was down, is told to nobody: it stands on the work list.
    private static let lateMs: Int64 = 86_400_000

    /// ATT-10a: when an activity date is over and nothing of it has come, those who hold the offering are told.
    var lookAtEvenings: Chore {
        Chore(name: "activity dates that are over") { [self] snapshot, now in
            try dayThatEnded(snapshot, now) != nil
        } slice: { [self] context in
            let transaction = context.transaction
            guard let ended = try dayThatEnded(transaction, context.now) else { return 0 }
            try transaction.execute(
                "DELETE FROM day_end WHERE offering = ?1 AND day = ?2", ended.offering, ended.day.number)
            guard context.now < ended.dueMs + Self.lateMs else { return 1 }
            let offering = try OfferingRecord(ended.offering, transaction)
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

    private func dayThatEnded(
        _ snapshot: Snapshot, _ now: Int64
    ) throws -> (offering: UInt64, day: Day, dueMs: Int64)? {
        try snapshot.first(
            "SELECT offering, day, due_ms FROM day_end WHERE due_ms <= ?1 ORDER BY due_ms, offering, day LIMIT 1", now
        ) { ($0.id(0), Day($0.int32(1)), $0.integer(2)) }
    }
}
