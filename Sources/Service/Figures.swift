package import Domain
package import Storage

/// OPS-5: what a database tells about how a server does, for whoever watches it.
package struct Figures: Sendable {
    /// How long ago a terminal made contact.
    package enum Age: String, CaseIterable, Sendable {
        case hour, day, week, month, older, never

        /// - Parameter lastContactMs: 0 for never.
        init(_ lastContactMs: Int64, now: Int64) {
            let bounds: [(Age, Int64)] = [
                (.hour, 3_600_000), (.day, 86_400_000), (.week, 604_800_000), (.month, 2_592_000_000),
            ]
            let age = now - lastContactMs
            self = lastContactMs == 0 ? .never : bounds.first { age <= $0.1 }?.0 ?? .older
        }
    }

    /// By state, those that are not done with.
    package let outbox: [OutboxState: Int]
    /// When the oldest entry that waits was written; nil without one.
    package let oldestWaitingMs: Int64?
    /// Terminals that are not revoked.
    package let terminals: [Age: Int]
    /// Those that have not made contact for a week and less than a month: somebody should look.
    package let silent: [(id: UInt64, name: String)]
    /// Batches that a newer version may read.
    package let deferredBatches: Int
    package let damage: Int

    package init(_ snapshot: Snapshot, now: Int64) throws {
        var outbox: [OutboxState: Int] = [:]
        for state in [OutboxState.waiting, .sending, .dead] {
            outbox[state] = try snapshot.first("SELECT count(*) FROM outbox WHERE state = ?1", state.rawValue) {
                $0.int(0)
            }
        }
        self.outbox = outbox
        oldestWaitingMs = try snapshot.first(
            "SELECT at_ms FROM outbox WHERE state = ?1 ORDER BY id LIMIT 1", OutboxState.waiting.rawValue
        ) { $0.integer(0) }
        var (terminals, silent): ([Age: Int], [(id: UInt64, name: String)]) = ([:], [])
        try snapshot.query("SELECT id, name, last_contact_ms FROM terminal WHERE revoked_ms = 0 ORDER BY id") { row in
            let age = Age(row.integer(2), now: now)
            terminals[age, default: 0] += 1
            if age == .month { silent.append((row.id(0), row.text(1))) }
        }
        (self.terminals, self.silent) = (terminals, silent)
        deferredBatches = try snapshot.first("SELECT count(*) FROM deferred_batch") { $0.int(0) } ?? 0
        damage = try snapshot.first("SELECT count(*) FROM found_damage") { $0.int(0) } ?? 0
    }
}
