/// One number a row. A column that never changes, also an absent one (zeros), holds no rows at all, so that memory
/// follows what a batch really says.
package struct Column: Sendable, Equatable {
    /// The value of every row while `values` is empty.
    @usableFromInline package let constant: UInt64
    /// One value a row, or none.
    @usableFromInline package let values: [UInt64]

    init(constant: UInt64) {
        self.constant = constant
        values = []
    }

    init(values: [UInt64]) {
        constant = 0
        self.values = values
    }

    /// The value of a row below the batch's count.
    @inlinable @inline(__always)
    package subscript(row: Int) -> UInt64 {
        values.isEmpty ? constant : values[row]
    }

    /// Whether some row holds this value.
    package func contains(_ value: UInt64) -> Bool {
        values.isEmpty ? constant == value : values.contains(value)
    }

    /// Each value of the first rows once, ascending.
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
    /// The index of the first element not below `value`; the elements are ascending.
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
