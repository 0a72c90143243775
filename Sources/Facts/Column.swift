/// One number per row. A constant column, including an absent one (zeros), stores no rows, so memory is proportional to
/// the bytes decoded.
package struct Column: Sendable, Equatable {
    /// The value of every row if `values` is empty.
    @usableFromInline package let constant: UInt64
    /// One value per row; empty for a constant column.
    @usableFromInline package let values: [UInt64]

    init(constant: UInt64) {
        self.constant = constant
        values = []
    }

    init(values: [UInt64]) {
        constant = 0
        self.values = values
    }

    /// Returns the value of a row below the batch's count.
    @inlinable @inline(__always)
    package subscript(row: Int) -> UInt64 {
        values.isEmpty ? constant : values[row]
    }

    /// Returns whether some row holds this value.
    package func contains(_ value: UInt64) -> Bool {
        values.isEmpty ? constant == value : values.contains(value)
    }

    /// Returns the distinct values of the first `rows` rows, ascending.
    package func distinct(rows: Int) -> [UInt64] {
        guard rows > 0 else { return [] }
        guard !values.isEmpty else { return [constant] }
        var found: Set<UInt64> = []
        var last: UInt64?
        for value in values[..<rows] where value != last {
            last = value
            found.insert(value)
        }
        return found.sorted()
    }
}

extension [UInt64] {
    /// Returns the index of the first element not below `value`. The elements must ascend.
    @usableFromInline
    func partition(of value: UInt64) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
