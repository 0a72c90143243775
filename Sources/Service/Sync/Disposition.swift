import Application
import Messages
import Storage

/// Publishes to a terminal how its facts have changed since their acknowledgement: they are applied now, or quarantined
/// for another reason.
///
/// An item of its base's scope has them as runs of sequences, so that a thousand consecutive facts cost as much as one.
enum Disposition {
    /// The most runs in one item: 20 bytes each at most, far below the 262,144 bytes of an item.
    private static let runsPerItem = 4096

    /// Must be called by everything that changes the quarantine of acknowledged facts, in the same transaction. Does
    /// nothing for the server's own logs.
    /// - Parameters:
    ///   - sequences: ascending, without duplicates.
    ///   - log: the row of their log.
    ///   - code: the new reason of their quarantine; nil if they are applied.
    static func publish(
        _ sequences: some Sequence<UInt64>, of log: UInt64, code: ErrorCode?, _ context: WriteContext
    ) throws {
        let owner = try context.transaction.first(
            "SELECT l.log_id, t.base FROM log l JOIN terminal t ON t.id = l.terminal WHERE l.id = ?1", log
        ) { (log: $0.bytes(0), base: $0.id(1)) }
        guard let owner else { return }
        var value = DispositionValue(log: owner.log, code: code)
        for sequence in sequences {
            if let last = value.runs.indices.last, value.runs[last - 1] + value.runs[last] == sequence {
                value.runs[last] += 1
                continue
            }
            if value.runs.count == 2 * runsPerItem {
                try publish(value, owner.base, context)
                value.runs = []
            }
            value.runs += [sequence, 1]
        }
        if !value.runs.isEmpty { try publish(value, owner.base, context) }
    }

    private static func publish(_ value: DispositionValue, _ base: UInt64, _ context: WriteContext) throws {
        try Scope.publish(.disposition, try context.transaction.newID(), value, base: base, context)
    }
}
