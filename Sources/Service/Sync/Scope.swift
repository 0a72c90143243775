import Application
import Journal
import Messages
import Storage
import Wire

/// The entities that a base's terminals need, as a compacted feed: one row per entity with its last position. A
/// position comes from the scope's counter row in the same transaction, so that no reader sees a later one before an
/// earlier one. Connected terminals of the base get a hint after the commit.
enum Scope {
    /// Adds or changes an entity.
    static func publish(
        _ kind: ItemKind, _ item: UInt64, _ value: some Message, base: UInt64, _ context: WriteContext
    ) throws {
        try put(kind, item, value.serialized(), removed: false, base: base, context)
    }

    /// Removes an entity and leaves a tombstone.
    static func withdraw(_ kind: ItemKind, _ item: UInt64, base: UInt64, _ context: WriteContext) throws {
        try put(kind, item, [], removed: true, base: base, context)
    }

    private static func put(
        _ kind: ItemKind, _ item: UInt64, _ value: [UInt8], removed: Bool, base: UInt64, _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        let before = try transaction.first(
            "SELECT position, removed, value FROM scope_item WHERE scope = ?1 AND kind = ?2 AND item = ?3",
            base, kind.rawValue, item
        ) { (position: $0.id(0), removed: $0.bool(1), value: $0.bytes(2)) }
        if let before, before.removed == removed, before.value == value { return }
        let scope = try transaction.first(
            .scopePosition, base
        ) { (position: $0.id(0), digest: ScopeDigest(count: $0.id(1), bytes: $0.bytes(2))) }
        var digest = scope?.digest ?? ScopeDigest()
        let position = (scope?.position ?? 0) + 1
        let entity = FeedCursor.Entity(kind: UInt64(kind.rawValue), id: item)
        if let before, !before.removed { digest.remove(entity, position: before.position) }
        if !removed { digest.add(entity, position: position) }
        try transaction.execute(
            """
            INSERT INTO scope_item (scope, kind, item, position, removed, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (scope, kind, item) DO UPDATE SET position = ?4, removed = ?5, value = ?6
            """, base, kind.rawValue, item, position, removed, value)
        try transaction.execute(
            """
            INSERT INTO scope_position (scope, position, alive, digest) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (scope) DO UPDATE SET position = ?2, alive = ?3, digest = ?4
            """, base, position, digest.count, digest.bytes)
        context.scopeChanged(base, position: position)
    }
}
