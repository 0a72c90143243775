import Domain
import Journal
import Messages
import Storage
import Wire

/// One running pull.
struct Pull {
    let number: UInt64
    let feed: [UInt8]
    let cursor: [UInt8]
}

/// The changes made by a pull.
struct ScopeChanges: Equatable {
    var items = 0
    var newRosterEntries = 0
    var removedRosterEntries = 0

    static func += (left: inout ScopeChanges, right: ScopeChanges) {
        left.items += right.items
        left.newRosterEntries += right.newRosterEntries
        left.removedRosterEntries += right.removedRosterEntries
    }
}

extension TerminalCore {
    func beginPull() throws -> Pull {
        try database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO feed (id, feed, position, alive, digest, pull, has_unknown) VALUES (1, ?1, ?1, 0, ?2, 1, 0)
                ON CONFLICT (id) DO UPDATE SET pull = feed.pull + 1
                """, [UInt8](), ScopeDigest().bytes)
            let pull = try transaction.first("SELECT pull, feed, position FROM feed WHERE id = 1") {
                Pull(number: $0.id(0), feed: $0.bytes(1), cursor: $0.bytes(2))
            }
            guard let pull else { throw TerminalDamage(table: "feed", row: 1) }
            return pull
        }
    }

    /// Applies some items of a pull in one commit. Each item is complete in itself, so an interrupted pull does no
    /// harm.
    func apply(_ items: [ScopeItem], of pull: Pull) throws -> ScopeChanges {
        try database.write { transaction in
            var replica = try Replica(transaction, pull)
            for item in items { try replica.take(item) }
            try replica.store()
            for item in items where item.kind == .offering { zoneOfOffering[item.id] = nil }
            return replica.changes
        }
    }

    /// Ends a pull. Advances the cursor if the replica matches the server's checkpoint; otherwise deletes the cursor,
    /// so that the next pull is a snapshot.
    /// - Returns: whether it matches, and what the end of a snapshot has removed.
    func finish(_ pull: Pull, _ checkpoint: Checkpoint) throws -> (isWhole: Bool, changes: ScopeChanges) {
        let end = try database.write { transaction -> (isWhole: Bool, changes: ScopeChanges) in
            var replica = try Replica(transaction, pull)
            if checkpoint.snapshot { try replica.removeWhatWasNotSent() }
            let isWhole = replica.adds(upTo: checkpoint)
            try replica.store()
            try transaction.execute(
                "UPDATE feed SET feed = ?1, position = ?2 WHERE id = 1", isWhole ? checkpoint.feed : [],
                isWhole ? checkpoint.cursor : [])
            return (isWhole, replica.changes)
        }
        try forgetKnownLater()
        return end
    }
}

/// The scope's entities on this terminal, within one transaction.
private struct Replica {
    private let transaction: Transaction
    private let pull: Pull
    private var digest: ScopeDigest
    private var hasUnknown: Bool
    private(set) var changes = ScopeChanges()

    init(_ transaction: Transaction, _ pull: Pull) throws {
        let stored = try transaction.first("SELECT alive, digest, has_unknown FROM feed WHERE id = 1") {
            (digest: ScopeDigest(count: $0.id(0), bytes: $0.bytes(1)), hasUnknown: $0.bool(2))
        }
        guard let stored, let digest = stored.digest else { throw TerminalDamage(table: "feed", row: 1) }
        self.digest = digest
        hasUnknown = stored.hasUnknown
        self.transaction = transaction
        self.pull = pull
    }

    func store() throws {
        try transaction.execute(
            "UPDATE feed SET alive = ?1, digest = ?2, has_unknown = ?3 WHERE id = 1", digest.count, digest.bytes,
            hasUnknown)
    }

    func adds(upTo checkpoint: Checkpoint) -> Bool {
        hasUnknown || digest.count == checkpoint.count && digest.bytes == checkpoint.digest
    }

    mutating func take(_ item: ScopeItem) throws {
        // An item of a newer server that this version does not know.
        guard let kind = item.kind else {
            hasUnknown = true
            return
        }
        changes.items += 1
        let known = try transaction.first(
            "SELECT position FROM scope_item WHERE kind = ?1 AND item = ?2", kind.rawValue, item.id
        ) { $0.id(0) }
        if let known { digest.remove(entity(kind.rawValue, item.id), position: known) }
        if item.removed {
            if known != nil { try remove(kind.rawValue, item.id) }
            return
        }
        digest.add(entity(kind.rawValue, item.id), position: item.position)
        if kind == .disposition { try take(DispositionValue(serialized: item.value)) }
        let isRoster = kind == .rosterEntry
        try transaction.execute(
            """
            INSERT INTO scope_item (kind, item, position, pull, value) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (kind, item) DO UPDATE SET position = ?3, pull = ?4, value = ?5
            """, kind.rawValue, item.id, item.position, pull.number, isRoster ? [] : item.value)
        guard isRoster else { return }
        if known == nil { changes.newRosterEntries += 1 }
        let entry = try RosterValue(serialized: item.value)
        try transaction.execute(
            """
            INSERT INTO roster (id, offering, person, number, sealed_name) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (id) DO UPDATE SET offering = ?2, person = ?3, number = ?4, sealed_name = ?5
            """, item.id, entry.offering, entry.person, RosterNumber.normalized(entry.number), entry.encryptedName)
    }

    /// Stores the disposition of facts of this terminal; ignores those of other terminals of the base.
    private func take(_ disposition: DispositionValue) throws {
        let log = try transaction.first(
            "SELECT id, recorded_sequence FROM log WHERE log_id = ?1", disposition.log
        ) { (row: $0.id(0), recorded: $0.id(1)) }
        guard let log else { return }
        let runs = disposition.runs
        for start in stride(from: 0, to: runs.count - runs.count % 2, by: 2) where runs[start + 1] > 0 {
            let first = runs[start]
            let last = min(log.recorded, first.addingReportingOverflow(runs[start + 1] - 1).partialValue)
            guard first > 0, first <= last else { continue }
            try transaction.execute(
                "DELETE FROM put_aside WHERE log = ?1 AND sequence BETWEEN ?2 AND ?3", log.row, first, last)
            guard let code = disposition.code else { continue }
            for sequence in first...last {
                try transaction.execute(
                    "INSERT INTO put_aside (log, sequence, code) VALUES (?1, ?2, ?3)", log.row, sequence,
                    code.rawValue)
            }
        }
    }

    mutating func removeWhatWasNotSent() throws {
        let stale = try transaction.all(
            "SELECT kind, item FROM scope_item WHERE pull <> ?1", pull.number
        ) { (kind: $0.int32(0), item: $0.id(1)) }
        for entry in stale {
            try remove(entry.kind, entry.item)
        }
        // Counted anew: a snapshot that repairs the replica must not rely on the incremental sum.
        digest = ScopeDigest()
        try transaction.query("SELECT kind, item, position FROM scope_item") { row in
            digest.add(entity(row.int32(0), row.id(1)), position: row.id(2))
        }
    }

    private mutating func remove(_ kind: Int32, _ item: UInt64) throws {
        try transaction.execute("DELETE FROM scope_item WHERE kind = ?1 AND item = ?2", kind, item)
        guard kind == ItemKind.rosterEntry.rawValue else { return }
        try transaction.execute("DELETE FROM roster WHERE id = ?1", item)
        changes.removedRosterEntries += 1
    }

    private func entity(_ kind: Int32, _ item: UInt64) -> FeedCursor.Entity {
        FeedCursor.Entity(kind: UInt64(UInt32(bitPattern: kind)), id: item)
    }
}
