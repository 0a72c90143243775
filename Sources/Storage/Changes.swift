internal import Threads

/// How often rows of each table may have been changed or deleted, as far as a writing connection can tell: by its own
/// statements, by what undid them, by other connections. New rows do not count.
struct Changes {
    /// Those of the statement being prepared.
    var tablesOfStatement: [Int] = []
    /// Tells connections apart, for as long as the process lives.
    let connection = Changes.connections.withLock { number in
        number += 1
        return number
    }
    private var numbers: [String: Int] = [:]
    private var counts: [UInt64] = []
    private var countOfAll: UInt64 = 0
    private var version: Int64 = 0

    private static let connections = Locked<UInt64>(0)

    /// A table's number on this connection.
    mutating func number(of table: String) -> Int {
        if let number = numbers[table] { return number }
        numbers[table] = counts.count
        counts.append(0)
        return counts.count - 1
    }

    /// Differs after every change.
    func count(of table: Int) -> UInt64 { countOfAll &+ counts[table] }

    mutating func noteInStatement(_ table: String) {
        let number = number(of: table)
        if !tablesOfStatement.contains(number) { tablesOfStatement.append(number) }
    }

    mutating func note(_ table: Int) { counts[table] &+= 1 }

    /// Whatever was read meanwhile may have been taken back, new rows too.
    mutating func undone() { countOfAll &+= 1 }

    mutating func seen(version: Int64) {
        guard version != self.version else { return }
        self.version = version
        undone()
    }
}
