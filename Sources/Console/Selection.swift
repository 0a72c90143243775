/// A list of rows of which a person marks some: the cursor, the marks, and the visible part. A search narrows the list to
/// the rows that contain what is typed; marks stay where they were set.
struct Selection: Equatable {
    enum Key: Equatable {
        case up, down, pageUp, pageDown, home, end
        /// Toggles the mark of the row under the cursor.
        case mark
        case all, clear
        /// Begins a search; the characters that follow are its text, until it is accepted or cancelled.
        case search
        case typed(Character)
        case erase
        /// Shows everything that is known of the row under the cursor.
        case details
        case accept
        /// Ends a search; outside one the selection.
        case cancel
        /// Ends the selection.
        case quit
    }

    enum Step: Equatable {
        case going, accepted, cancelled
        /// The details of a row are asked for.
        case detailed(Int)
    }

    /// The content of each row, for the search.
    private let texts: [String]
    var count: Int { texts.count }
    /// The rows visible at once; at least one.
    var height: Int { didSet { follow() } }
    /// The text searched for; nil outside a search.
    private(set) var search: String?
    private(set) var isTyping = false
    /// The rows that the search leaves.
    private(set) var found: [Int]
    /// A position in `found`.
    private(set) var cursor = 0
    private(set) var marked: Set<Int> = []
    private(set) var top = 0

    /// - Parameter texts: at least one.
    init(texts: [String], height: Int) {
        self.texts = texts.map { $0.lowercased() }
        self.height = max(1, height)
        found = Array(texts.indices)
    }

    /// The visible part of `found`.
    var seen: Range<Int> { top..<min(found.count, top + max(1, height)) }

    mutating func press(_ key: Key) -> Step {
        switch key {
        case .up: cursor -= 1
        case .down: cursor += 1
        case .pageUp: cursor -= height
        case .pageDown: cursor += height
        case .home: cursor = 0
        case .end: cursor = found.count - 1
        case .mark: if let row { marked.formSymmetricDifference([row]) }
        case .all: marked.formUnion(found)
        case .clear: marked.subtract(found)
        case .search: (isTyping, search) = (true, "")
        case .typed(let character): look(for: (search ?? "") + String(character))
        case .erase: look(for: String((search ?? "").dropLast()))
        case .details: if let row { return .detailed(row) }
        case .accept where isTyping: isTyping = false
        case .cancel where search != nil:
            isTyping = false
            look(for: nil)
        case .accept: return .accepted
        case .cancel, .quit: return .cancelled
        }
        cursor = max(0, min(cursor, found.count - 1))
        follow()
        return .going
    }

    private var row: Int? { found.indices.contains(cursor) ? found[cursor] : nil }

    private mutating func look(for text: String?) {
        let before = row
        search = text
        let wanted = (text ?? "").lowercased()
        found = texts.indices.filter { wanted.isEmpty || texts[$0].contains(wanted) }
        cursor = before.flatMap { found.firstIndex(of: $0) } ?? 0
    }

    /// Scrolls so that the cursor is visible.
    private mutating func follow() {
        let rows = max(1, height)
        if cursor < top { top = cursor }
        if cursor >= top + rows { top = cursor - rows + 1 }
        top = max(0, min(top, found.count - rows))
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
