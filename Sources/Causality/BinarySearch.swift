extension RandomAccessCollection where Index == Int {
    /// The first index from which `isReached` holds, or the end; it must hold for everything after that too.
    func firstIndexOfSorted(_ isReached: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isReached(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
