/// Finds the known name nearest to an unknown one.
package enum Suggestion {
    /// Returns nil if none is near: if more than a third of the name, and at least two letters, would have to change.
    package static func nearest(to name: String, among known: [String]) -> String? {
        let limit = max(2, name.count / 3)
        return known.map { (name: $0, distance: distance(Array(name), Array($0))) }
            .filter { $0.distance <= limit && $0.distance < $0.name.count }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
    }

    /// The insertions, deletions, changes and swaps of neighbours that turn one into the other.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var before: [Int] = []
        var above = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            for column in 1...right.count {
                let change = above[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
                var best = min(change, above[column] + 1, current[column - 1] + 1)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    best = min(best, before[column - 2] + 1)
                }
                current.append(best)
            }
            (before, above) = (above, current)
        }
        return above[right.count]
    }
}
