internal import Threads

/// A number of each row of one table, kept by the row's key of one or two ids between the transactions of the writing
/// connection, so that a command need not ask for the same row again and again. It counts only until a row of the table
/// is changed or deleted, by whomever: it is what the transaction would read. What is not there is asked for every time.
///
/// Snapshots, which learn of no changes, always ask.
package final class KeptNumbers: Sendable {
    private struct Key: Hashable {
        let first: UInt64
        let second: UInt64
    }

    private struct State {
        var numbers: [Key: Int64] = [:]
        /// The connection they were read on, its number for the table, and its count of changes.
        var connection: UInt64 = 0
        var table = 0
        var count: UInt64 = 0
    }

    private let table: String
    private let limit: Int
    private let state = Locked(State())

    /// - Parameter limit: rows kept, some 40 bytes each; one more, and all are forgotten.
    package init(of table: String, limit: Int) {
        self.table = table
        self.limit = limit
    }

    /// The number of a row; nil when `read`, which must depend on that row alone, finds none.
    package func find(
        _ snapshot: Snapshot, _ first: UInt64, _ second: UInt64 = 0, read: () throws -> Int64?
    ) throws -> Int64? {
        guard snapshot.mayWrite else { return try read() }
        let key = Key(first: first, second: second)
        if let number = kept(key, snapshot.database) { return number }
        guard let number = try read() else { return nil }
        let connection = snapshot.database.changes.connection
        state.withLock { state in
            guard state.connection == connection else { return }
            if state.numbers.count >= limit { state.numbers.removeAll(keepingCapacity: true) }
            state.numbers[key] = number
        }
        return number
    }

    private func kept(_ key: Key, _ database: Database) -> Int64? {
        let connection = database.changes.connection
        return state.withLock { state in
            if state.connection != connection {
                state = State(connection: connection, table: database.changes.number(of: table))
            }
            let count = database.changes.count(of: state.table)
            if state.count != count {
                state.numbers.removeAll(keepingCapacity: true)
                state.count = count
            }
            return state.numbers[key]
        }
    }
}
