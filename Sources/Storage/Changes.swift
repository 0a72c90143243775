internal import Threads

/// Counts changes and deletions of rows by table, as far as a writing connection can tell: by its own statements, by
/// rollbacks, by other connections. Inserts are counted separately.
struct Changes {
    /// The tables that the statement being prepared changes or deletes from, and those it inserts into.
    var tablesOfStatement: [Int] = []
    var growingOfStatement: [Int] = []
    /// Identifies the connection within the process.
    let connection = Changes.connections.withLock { number in
        number += 1
        return number
    }
    private var numbers: [String: Int] = [:]
    private var counts: [UInt64] = []
    private var growths: [UInt64] = []
    private var countOfAll: UInt64 = 0
    private var version: Int64 = 0

    private static let connections = Locked<UInt64>(0)

    /// Returns a table's number on this connection.
    mutating func number(of table: String) -> Int {
        if let number = numbers[table] { return number }
        numbers[table] = counts.count
        counts.append(0)
        growths.append(0)
        return counts.count - 1
    }

    /// Returns a count that differs after every change of one of the tables, and after every insert into the growing
    /// ones.
    func count(of tables: [Int], growing: [Int]) -> UInt64 {
        var count = countOfAll
        for table in tables { count &+= counts[table] }
        for table in growing { count &+= growths[table] }
        return count
    }

    mutating func noteInStatement(_ table: String, isNew: Bool) {
        let number = number(of: table)
        if isNew {
            if !growingOfStatement.contains(number) { growingOfStatement.append(number) }
        } else {
            if !tablesOfStatement.contains(number) { tablesOfStatement.append(number) }
        }
    }

    mutating func note(changed tables: [Int], growing: [Int]) {
        for table in tables { counts[table] &+= 1 }
        for table in growing { growths[table] &+= 1 }
    }

    /// Invalidates everything: rows read in the transaction, including new ones, may have been rolled back.
    mutating func undone() { countOfAll &+= 1 }

    mutating func seen(version: Int64) {
        guard version != self.version else { return }
        self.version = version
        undone()
    }
}
