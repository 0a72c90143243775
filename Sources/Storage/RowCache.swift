internal import Threads

/// A cache of values by one or two ids, kept between the transactions of the writing connection, so that a command need
/// not read the same rows again. A value is valid until a row of one of its tables is changed or deleted by anybody.
/// Missing rows are not cached.
///
/// Snapshots, which cannot detect changes, always read.
package final class RowCache<Value: Sendable>: Sendable {
    private struct Key: Hashable {
        let first: UInt64
        let second: UInt64
    }

    private struct State {
        var values: [Key: Value] = [:]
        /// The connection the values were read on, its numbers for the tables, and its count of changes.
        var connection: UInt64 = 0
        var tables: [Int] = []
        var growing: [Int] = []
        var count: UInt64 = 0
    }

    private let tables: [String]
    private let growing: [String]
    private let limit: Int
    private let state = Locked(State())

    /// - Parameters:
    ///   - tables: the tables the values are read from.
    ///   - growing: tables of which an inserted row invalidates values too.
    ///   - limit: the most values; one more clears the cache.
    package init(of tables: String..., growing: [String] = [], limit: Int) {
        self.tables = tables + growing
        self.growing = growing
        self.limit = limit
    }

    /// Returns the value of a key; nil if `read` finds none. `read` must depend only on rows of the tables.
    package func find(
        _ snapshot: Snapshot, _ first: UInt64, _ second: UInt64 = 0, read: () throws -> Value?
    ) throws -> Value? {
        guard snapshot.mayWrite, snapshot.database.engine.tellsChanges else { return try read() }
        let key = Key(first: first, second: second)
        if let value = kept(key, snapshot.database) { return value }
        guard let value = try read() else { return nil }
        let connection = snapshot.database.engine.changes.connection
        state.withLock { state in
            guard state.connection == connection else { return }
            if state.values.count >= limit { state.values.removeAll(keepingCapacity: true) }
            state.values[key] = value
        }
        return value
    }

    private func kept(_ key: Key, _ database: Database) -> Value? {
        let connection = database.engine.changes.connection
        return state.withLock { state in
            if state.connection != connection {
                state = State(
                    connection: connection, tables: tables.map { database.engine.changes.number(of: $0) },
                    growing: growing.map { database.engine.changes.number(of: $0) })
            }
            let count = database.engine.changes.count(of: state.tables, growing: state.growing)
            if state.count != count {
                state.values.removeAll(keepingCapacity: true)
                state.count = count
            }
            return state.values[key]
        }
    }
}
