import Application
import Domain
import Storage
import Threads

extension Sittings {
    private static let erasedAtOnce = 20
    private static let dayMs: Int64 = 86_400_000

    /// EXM-6: erases questions and answers of sittings when the time ends for which they are kept. Marks, and what was decided about
    /// them, stay; a paper about which a complaint waits is kept until that is answered.
    var erasePapers: Chore {
        Chore(name: "sat papers that are kept no longer", atOnce: Self.erasedAtOnce) { [self] snapshot, now, limit in
            guard let days = keptDays.withLock({ $0 }) else { return [] }
            return try snapshot.all(
                """
                SELECT id FROM sitting WHERE erased = ?1 AND ends_ms <= ?2 AND state <> ?3 AND complaint = ?1
                ORDER BY ends_ms, id LIMIT ?4
                """, false, now - Int64(days) * Self.dayMs, SittingState.open.rawValue, limit
            ) { $0.id(0) }
        } act: { [self] id, context in
            let transaction = context.transaction
            let sitting = try SittingRecord(id, transaction)
            try transaction.execute("DELETE FROM sitting_answer WHERE sitting = ?1", id)
            try transaction.execute("UPDATE sitting SET erased = ?2 WHERE id = ?1", id, true)
            let isAsked = try transaction.exists(
                "SELECT 1 FROM sitting WHERE edition = ?1 AND erased = ?2", sitting.edition, false)
            if !isAsked { try exams.erase(sitting.edition, transaction) }
            return 1
        }
    }
}
