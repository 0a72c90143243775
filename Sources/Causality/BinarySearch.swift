extension RandomAccessCollection where Index == Int {
    /// Returns the first index whose element satisfies `isReached`, or `endIndex`. The predicate must hold for every
    /// later element too. O(log n).
    func firstIndexOfSorted(_ isReached: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isReached(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
