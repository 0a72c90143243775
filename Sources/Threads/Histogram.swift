/// How often something took how long: the numbers of counters from `first` on.
package struct Histogram: Sendable {
    /// The upper bounds, ascending; above the last one is counted too.
    package let bounds: [UInt64]
    private let first: Int

    package init(_ bounds: [UInt64], from first: Int) {
        (self.bounds, self.first) = (bounds, first)
    }

    /// Numbers that a histogram with so many bounds takes: one for each, one for what is above, and the sum.
    package static func size(_ bounds: [UInt64]) -> Int { bounds.count + 2 }

    package func note(_ value: UInt64, in counters: ThreadCounters) {
        var place = 0
        while place < bounds.count, value > bounds[place] { place += 1 }
        counters.add(to: first + place)
        counters.add(value, to: first + bounds.count + 1)
    }

    /// Returns the counts up to each bound and in all, and the sum of the values.
    package func read(_ sums: [UInt64]) -> (upTo: [UInt64], count: UInt64, sum: UInt64) {
        var (upTo, count): ([UInt64], UInt64) = ([], 0)
        for place in bounds.indices {
            count += sums[first + place]
            upTo.append(count)
        }
        return (upTo, count + sums[first + bounds.count], sums[first + bounds.count + 1])
    }
}
