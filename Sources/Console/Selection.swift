/// Rows of which a person marks some: where the cursor stands, what is marked, and which part of it is seen.
struct Selection: Equatable {
    enum Key: Equatable {
        case up, down, pageUp, pageDown, home, end
        /// Marks the row under the cursor, or takes the mark back.
        case mark
        case all, clear
        case accept, cancel
    }

    enum Step: Equatable {
        case going, accepted, cancelled
    }

    let count: Int
    /// Rows that fit the screen at once; at least one.
    var height: Int { didSet { follow() } }
    private(set) var cursor = 0
    private(set) var marked: Set<Int> = []
    private(set) var top = 0

    /// - Parameter count: at least one.
    init(count: Int, height: Int) {
        self.count = count
        self.height = max(1, height)
    }

    /// The rows seen.
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

    /// Moves what is seen so that the cursor is in it.
    private mutating func follow() {
        let rows = max(1, height)
        if cursor < top { top = cursor }
        if cursor >= top + rows { top = cursor - rows + 1 }
        top = max(0, min(top, count - rows))
    }
}

extension Selection {
    /// Rows as a person writes them: `1,3-5`, `all`, 全部; numbers begin at 1.
    /// - Returns: indices from 0 up, in order; nil when the text is no such list or names a row that is not there.
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
