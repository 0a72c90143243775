/// EXM-6: the questions of a paper as people sit them, with marks and keys. An edition never changes.
package struct PaperEdition: Equatable, Sendable {
    /// The most questions of a paper.
    package static let limit = 200
    /// The marks of a whole paper, in hundredths.
    package static let wholeMarks = 10_000

    package struct Item: Equatable, Sendable {
        package let question: UInt64
        package let content: ValidQuestion
        /// In hundredths.
        package let marks: Int

        package init(question: UInt64, content: ValidQuestion, marks: Int) {
            self.question = question
            self.content = content
            self.marks = marks
        }
    }

    /// In the paper's own order.
    package let items: [Item]

    package init(_ items: [Item]) { self.items = items }

    /// Shares the marks of a whole paper out equally; the first get the hundredths that are left over.
    package static func equalMarks(count: Int) -> [Int] {
        guard count > 0 else { return [] }
        return (0..<count).map { wholeMarks / count + ($0 < wholeMarks % count ? 1 : 0) }
    }

    /// EXM-6: marks what is chosen.
    /// - Parameter chosen: by item; bit 0 is the first option of the paper's own order.
    /// - Returns: hundredths.
    package func mark(_ chosen: [Int: UInt32], _ rule: MultipleChoice) -> Int {
        items.indices.reduce(0) { $0 + marks(of: $1, chosen: chosen[$1] ?? 0, rule) }
    }

    /// The marks of one item.
    package func marks(of index: Int, chosen: UInt32, _ rule: MultipleChoice) -> Int {
        let item = items[index]
        if chosen == item.content.correct { return item.marks }
        switch rule {
        case .allOrNothing: return 0
        case .halfForPart:
            let isPart = item.content.kind == .multipleChoice && chosen != 0 && chosen & ~item.content.correct == 0
            return isPart ? item.marks / 2 : 0
        }
    }
}
