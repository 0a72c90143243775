package import Crypto
import Domain
package import Messages
package import Storage
import Threads
import Wire

/// The durable outbox: what services of others are to be told is written here in the transaction of its cause, and leaves
/// after the commit (``OutboxPump``).
///
/// Each entry is delivered **at least once**: an attempt whose answer was lost is repeated, with the same key, and a
/// service that remembers keys makes that once. Payloads are encrypted. An entry is *leased* by one server before it is
/// sent, so that several may empty the same outbox.
package final class DeliveryOutbox: Sendable {
    private let delivered = Locked<[OutboxKind: DeliveryKind]>([:])
    private let keys: SealingKeyring
    private let written = Locked<@Sendable () -> Void>({})

    package init(master: MasterKey) {
        keys = SealingKeyring(master, for: .atRest)
    }

    private var kinds: [OutboxKind: DeliveryKind] { delivered.withLock { $0 } }

    /// Names everything that may be put into it. To be called once, before anything is; areas that deliver are made with their
    /// outbox, so that what settles for them holds them `unowned`.
    package func deliver(_ kinds: [DeliveryKind]) {
        delivered.withLock { $0 = Dictionary(uniqueKeysWithValues: kinds.map { ($0.kind, $0) }) }
    }

    /// Calls `pump` after each commit that has written an entry.
    func afterWriting(_ pump: @escaping @Sendable () -> Void) { written.withLock { $0 = pump } }

    /// Writes an entry, in the transaction of its cause.
    /// - Parameter key: what the service recognises a repeated attempt by; the entry's id unless given. Of one kind and key
    ///   there is one entry: a second one is not written.
    package func put(
        _ kind: OutboxKind, key: String? = nil, subject: UInt64, _ payload: [UInt8], _ context: WriteContext
    ) throws {
        let id = try context.transaction.newID()
        let sealed = keys.seal(
            payload, nonce: context.random(SealingKey.nonceSize), .atRest, place(try known(kind).column, id))
        try context.transaction.execute(
            """
            INSERT INTO outbox (id, kind, key, subject, at_ms, payload_sealed, state, attempts, due_ms, holder, failure)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?5, 0, '') ON CONFLICT DO NOTHING
            """, id, kind.rawValue, key ?? String(id), subject, context.now, sealed, OutboxState.waiting.rawValue)
        context.afterCommit { [written] in written.withLock { $0 }() }
    }

    /// Writes an entry, or makes the one with its key due again that was sent or given up. One that waits is left alone.
    package func putAgain(
        _ kind: OutboxKind, key: String, subject: UInt64, _ payload: [UInt8], _ context: WriteContext
    ) throws {
        guard let known = try entry(kind, key, context.transaction) else {
            return try put(kind, key: key, subject: subject, payload, context)
        }
        if known.state != .waiting, known.state != .sending { try retry(known.id, context) }
    }

    /// Drops the entry with a key, if it waits.
    package func withdraw(_ kind: OutboxKind, key: String, reason: String, _ context: WriteContext) throws {
        guard let known = try entry(kind, key, context.transaction), known.state == .waiting else { return }
        try drop(known.id, reason: reason, context)
    }

    private func entry(_ kind: OutboxKind, _ key: String, _ snapshot: Snapshot) throws -> (
        id: UInt64, state: OutboxState
    )? {
        try snapshot.first("SELECT id, state FROM outbox WHERE kind = ?1 AND key = ?2", kind.rawValue, key) {
            (id: $0.id(0), state: try $0.enumeration(1, OutboxState.self))
        }
    }

    /// Deletes what each kind keeps no longer.
    package func expire(_ transaction: Transaction, now: Int64) throws {
        for kind in kinds.values {
            try transaction.execute(
                "DELETE FROM outbox WHERE kind = ?1 AND at_ms <= ?2", kind.kind.rawValue, now - kind.limits.keptMs)
        }
    }

    /// - Throws: unless the payload is what was written there.
    package func verify(_ id: UInt64, _ snapshot: Snapshot) throws {
        let row = try snapshot.first("SELECT kind, payload_sealed FROM outbox WHERE id = ?1", id) {
            (kind: try $0.enumeration(0, OutboxKind.self), sealed: $0.bytes(1))
        }
        if let row { _ = try payload(row.sealed, row.kind, id) }
    }

    package func payload(_ sealed: [UInt8], _ kind: OutboxKind, _ id: UInt64) throws -> [UInt8] {
        try keys.open(sealed, .atRest, place(try known(kind).column, id))
    }

    /// Returns the recipient of an entry, masked.
    package func recipient(_ sealed: [UInt8], _ kind: OutboxKind, _ id: UInt64) throws -> String {
        try known(kind).recipient(try payload(sealed, kind, id))
    }

    /// Makes an entry due at once, with all its attempts before it.
    package func retry(_ id: UInt64, _ context: WriteContext) throws {
        try context.transaction.execute(
            "UPDATE outbox SET state = ?2, attempts = 0, due_ms = ?3 WHERE id = ?1", id, OutboxState.waiting.rawValue,
            context.now)
        context.afterCommit { [written] in written.withLock { $0 }() }
    }

    /// Ends an entry that is not to be sent.
    /// - Parameter reason: holds no personal data.
    package func drop(_ id: UInt64, reason: String, _ context: WriteContext) throws {
        _ = try move(id, to: .dropped, failure: reason, due: context.now, context.transaction)
    }

    // MARK: For the pump

    /// Whether a kind with a service has an entry that may be leased now.
    func isDue(_ snapshot: Snapshot, now: Int64) throws -> Bool {
        for kind in kinds.values where kind.isOn() {
            for state in [OutboxState.waiting, .sending] {
                let isDue = try snapshot.exists(
                    "SELECT 1 FROM outbox WHERE kind = ?1 AND state = ?2 AND due_ms <= ?3", kind.kind.rawValue,
                    state.rawValue, now)
                if isDue { return true }
            }
        }
        return false
    }

    /// Makes what `holder` had leased due again: of a server that was killed, by the one that takes its place.
    func takeBack(from holder: UInt64, _ transaction: Transaction, now: Int64) throws {
        try transaction.execute(
            "UPDATE outbox SET due_ms = ?3 WHERE state = ?1 AND holder = ?2", OutboxState.sending.rawValue, holder, now)
    }

    /// Leases what is due to `holder`; what is not wanted any more is dropped on the way.
    /// - Returns: at most `limit` deliveries, and whether there may be more that are due.
    func lease(
        to holder: UInt64, atMost limit: Int, _ transaction: Transaction, now: Int64
    ) throws -> (deliveries: [Delivery], isMore: Bool) {
        var (deliveries, isMore) = ([Delivery](), false)
        for kind in kinds.values where kind.isOn() && deliveries.count < limit {
            // An attempt that was lost with its server: nobody knows whether the service has it.
            try transaction.execute(
                "UPDATE outbox SET state = ?3 WHERE kind = ?1 AND state = ?2 AND due_ms <= ?4", kind.kind.rawValue,
                OutboxState.sending.rawValue, OutboxState.waiting.rawValue, now)
            let room = limit - deliveries.count
            let due = try due(kind, atMost: room, transaction, now: now)
            if due.count == room { isMore = true }
            for row in due {
                if let delivery = try lease(row, kind, to: holder, transaction, now: now) {
                    deliveries.append(delivery)
                }
            }
        }
        return (deliveries, isMore)
    }

    /// Writes down what became of an attempt. It changes nothing when the lease was lost and the entry leased again.
    /// - Parameter chance: any number, for the pause.
    /// - Returns: the state of the entry now; nil when the lease was lost.
    func settle(
        _ delivery: Delivery, of holder: UInt64, _ outcome: Result<DeliveryKind.Settlement, DeliveryFailure>,
        _ context: WriteContext, chance: UInt64
    ) throws -> OutboxState? {
        let (transaction, now) = (context.transaction, context.now)
        let isHeld = try transaction.exists(
            "SELECT 1 FROM outbox WHERE id = ?1 AND state = ?2 AND holder = ?3 AND attempts = ?4", delivery.id,
            OutboxState.sending.rawValue, holder, delivery.attempts)
        guard isHeld else { return nil }
        switch outcome {
        case .success(let settlement):
            try settlement(context)
            return try move(delivery.id, to: .sent, failure: "", due: now, transaction)
        case .failure(let failure):
            let pause = try known(delivery.kind).limits.pauseMs(after: delivery.attempts, chance: chance)
            guard failure.isTransient, let pause else {
                return try move(delivery.id, to: .dead, failure: failure.reason, due: now, transaction)
            }
            return try move(delivery.id, to: .waiting, failure: failure.reason, due: now + pause, transaction)
        }
    }

    func attempt(_ delivery: Delivery) throws(DeliveryFailure) -> DeliveryKind.Settlement {
        guard let kind = kinds[delivery.kind] else { throw DeliveryFailure("an unknown kind", isTransient: false) }
        return try kind.send(delivery)
    }

    private struct Due {
        let id: UInt64
        let key: String
        let subject: UInt64
        let atMs: Int64
        let sealed: [UInt8]
        let attempts: Int

        init(_ row: borrowing Row) {
            (id, key, subject) = (row.id(0), row.text(1), row.id(2))
            (atMs, sealed, attempts) = (row.integer(3), row.bytes(4), row.int(5))
        }
    }

    private func due(
        _ kind: DeliveryKind, atMost limit: Int, _ transaction: Transaction, now: Int64
    ) throws -> [Due] {
        let waiting = OutboxState.waiting.rawValue
        guard kind.isOrdered else {
            return try transaction.all(
                """
                SELECT id, key, subject, at_ms, payload_sealed, attempts FROM outbox
                WHERE kind = ?1 AND state = ?2 AND due_ms <= ?3 ORDER BY due_ms, id LIMIT ?4
                """, kind.kind.rawValue, waiting, now, limit
            ) { Due($0) }
        }
        return try transaction.all(
            """
            SELECT o.id, o.key, o.subject, o.at_ms, o.payload_sealed, o.attempts FROM outbox o
            WHERE o.kind = ?1 AND o.state = ?2 AND o.due_ms <= ?3 AND NOT EXISTS (SELECT 1 FROM outbox earlier
            WHERE earlier.kind = o.kind AND earlier.subject = o.subject AND earlier.id < o.id
            AND earlier.state IN (?2, ?5, ?6)) ORDER BY o.due_ms, o.id LIMIT ?4
            """, kind.kind.rawValue, waiting, now, limit, OutboxState.sending.rawValue, OutboxState.dead.rawValue
        ) { Due($0) }
    }

    /// - Returns: nil for an entry that ends here: not wanted any more, lost as often as it may be tried, or damaged.
    private func lease(
        _ row: Due, _ kind: DeliveryKind, to holder: UInt64, _ transaction: Transaction, now: Int64
    ) throws -> Delivery? {
        if let reason = kind.unwanted(row.atMs, now) {
            _ = try move(row.id, to: .dropped, failure: reason, due: now, transaction)
            return nil
        }
        guard row.attempts < kind.limits.attempts else {
            _ = try move(row.id, to: .dead, failure: "lost with its server", due: now, transaction)
            return nil
        }
        let payload: [UInt8]
        do {
            payload = try keys.open(row.sealed, .atRest, place(kind.column, row.id))
        } catch {
            _ = try move(row.id, to: .dead, failure: "its payload is damaged", due: now, transaction)
            return nil
        }
        let end = now + kind.limits.leaseMs
        try transaction.execute(
            "UPDATE outbox SET state = ?2, attempts = attempts + 1, due_ms = ?3, holder = ?4 WHERE id = ?1", row.id,
            OutboxState.sending.rawValue, end, holder)
        return Delivery(
            id: row.id, kind: kind.kind, key: row.key, subject: row.subject, atMs: row.atMs,
            attempts: row.attempts + 1, leaseEndsMs: end, payload: payload)
    }

    private func move(
        _ id: UInt64, to state: OutboxState, failure: String, due: Int64, _ transaction: Transaction
    ) throws -> OutboxState {
        try transaction.execute(
            "UPDATE outbox SET state = ?2, failure = ?3, due_ms = ?4 WHERE id = ?1", id, state.rawValue,
            String(failure.prefix(200)), due)
        return state
    }

    private func known(_ kind: OutboxKind) throws -> DeliveryKind {
        guard let known = kinds[kind] else { throw Damage("an entry of the outbox is of an unknown kind") }
        return known
    }

    private func place(_ column: String, _ id: UInt64) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeFixed64(id)
        writer.writeBytes(Array(column.utf8))
        return writer.bytes
    }
}
