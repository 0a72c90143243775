/// A list of rows of which a person marks some: the cursor, the marks, and the visible part.
struct Selection: Equatable {
    enum Key: Equatable {
        case up, down, pageUp, pageDown, home, end
        /// Toggles the mark of the row under the cursor.
        case mark
        case all, clear
        case accept, cancel
    }

    enum Step: Equatable {
        case going, accepted, cancelled
    }

    let count: Int
    /// The rows visible at once; at least one.
    var height: Int { didSet { follow() } }
    private(set) var cursor = 0
    private(set) var marked: Set<Int> = []
    private(set) var top = 0

    /// - Parameter count: at least one.
    init(count: Int, height: Int) {
        self.count = count
        self.height = max(1, height)
    }

    /// The visible rows.
    var seen: Range<Int> { top..<min(count, top + max(1, height)) }

    mutating func press(_ key: Key) -> Step {
        switch key {
        case .up: cursor -= 1
        case .down: cursor += 1
        case .pageUp: cursor -= height
        case .pageDown: cursor += height
        case .home: cursor = 0
        case .end: cursor = count - 1
        case .mark: marked.formSymmetricDifference([cursor])
        case .all: marked = Set(0..<count)
        case .clear: marked = []
        case .accept: return .accepted
        case .cancel: return .cancelled
        }
        cursor = min(max(cursor, 0), count - 1)
        follow()
        return .going
    }

    /// Scrolls so that the cursor is visible.
    private mutating func follow() {
        let rows = max(1, height)
        if cursor < top { top = cursor }
        if cursor >= top + rows { top = cursor - rows + 1 }
        top = max(0, min(top, count - rows))
    }
}

extension Selection {
    /// Parses rows as a person writes them: `1,3-5`, `all`, 全部; numbers start at 1.
    /// - Returns: indices from 0, in order; nil if the text is not such a list or names a missing row.
    static func indices(in text: String, count: Int) -> [Int]? {
        if ["all", "全部"].contains(text.lowercased()) { return Array(0..<count) }
        var found: Set<Int> = []
        let parts = text.split(whereSeparator: { ",，、 ".contains($0) })
        for part in parts {
            let ends = part.split(omittingEmptySubsequences: false, whereSeparator: { "-–".contains($0) }).map {
                Int($0)
            }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
                first >= 1, last <= count, first <= last
            else { return nil }
            found.formUnion(first - 1...last - 1)
        }
        return parts.isEmpty ? nil : found.sorted()
    }
}
