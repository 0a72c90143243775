internal import Threads

/// How often rows of each table may have been changed or deleted, as far as a writing connection can tell: by its own
/// statements, by what undid them, by other connections. New rows are counted apart.
struct Changes {
    /// Those of the statement being prepared: whose rows it changes or deletes, and to which it adds some.
    var tablesOfStatement: [Int] = []
    var growingOfStatement: [Int] = []
    /// Tells connections apart, for as long as the process lives.
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

    /// A table's number on this connection.
    mutating func number(of table: String) -> Int {
        if let number = numbers[table] { return number }
        numbers[table] = counts.count
        counts.append(0)
        growths.append(0)
        return counts.count - 1
    }

    /// Differs after every change of one of the tables, and after every new row of those that are growing.
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

    /// Whatever was read meanwhile may have been taken back, new rows too.
    mutating func undone() { countOfAll &+= 1 }

    mutating func seen(version: Int64) {
        guard version != self.version else { return }
        self.version = version
        undone()
    }
}
