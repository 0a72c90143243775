import Application
import Journal
import Messages
import Storage
import Wire

extension Sync {
    /// SYN-1b: returns first a snapshot of the base's scope, then the changes since the cursor. The last item of the
    /// call is a checkpoint. A snapshot includes tombstones, because an entity may be removed between two of its pages.
    func pull(_ request: PullRequest, _ cursor: [UInt8]?, _ context: ReadContext) throws -> Page<Void> {
        guard case .terminal(let terminal) = context.call.caller else { throw Refusal(.notAllowed) }
        let snapshot = context.snapshot
        let feed = try snapshot.first(.feed) { $0.bytes(0) } ?? []
        let isDelta = request.feed == feed && !request.cursor.isEmpty
        let from = cursor ?? (isDelta ? request.cursor : [])
        var position = try from.isEmpty ? 0 : FeedCursor(decoding: from).position
        var items: [[UInt8]] = []
        var bytes = 0
        try snapshot.query(
            """
            SELECT kind, item, position, removed, value FROM scope_item
            WHERE scope = ?1 AND position > ?2 ORDER BY position LIMIT 512
            """, terminal.base, position
        ) { row in
            guard bytes < Self.pageBytes else { return }
            position = row.id(2)
            let item = ScopeItem(
                kind: try row.enumeration(0), id: row.id(1), position: position,
                removed: row.bool(3), value: row.bytes(4)
            ).serialized()
            bytes += item.count
            items.append(item)
        }
        let scope = try snapshot.first(
            .scopePosition, terminal.base
        ) { (position: $0.id(0), alive: $0.id(1), digest: $0.bytes(2)) }
        let last = scope?.position ?? 0
        guard position >= last else { return Page(items: items, next: FeedCursor(position: position).bytes) }
        let checkpoint = Checkpoint(
            feed: feed, cursor: FeedCursor(position: last).bytes, count: scope?.alive ?? 0,
            digest: scope?.digest ?? [UInt8](repeating: 0, count: 16), snapshot: !isDelta)
        items.append(ScopeItem(checkpoint: checkpoint).serialized())
        return Page(items: items, next: nil)
    }

    private static let pageBytes = 64 << 10
}
