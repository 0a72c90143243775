/// SKL-2: what an examiner looks at, as one edition of it was laid down.
package struct SkillsChecklist: Equatable, Sendable {
    package static let titleLimit = 100
    package static let textLimit = 200
    package static let itemLimit = 60
    /// The points of all items together, in hundredths.
    package static let wholePoints = 10_000

    package struct Item: Equatable, Sendable {
        package let text: String
        /// At most so many are earned, in hundredths.
        package let points: Int
        /// Whoever fails this step fails, whatever the points.
        package let isCritical: Bool

        package init(text: String, points: Int, isCritical: Bool) {
            self.text = text
            self.points = points
            self.isCritical = isCritical
        }
    }

    /// An examiner's mark of one item.
    package struct Mark: Equatable, Sendable {
        /// In hundredths.
        package let earned: Int
        package let isFailed: Bool

        package init(earned: Int, isFailed: Bool) {
            self.earned = earned
            self.isFailed = isFailed
        }
    }

    package let items: [Item]
    /// In hundredths.
    package let passMark: Int

    /// An edition as stored.
    package init(stored items: [Item], passMark: Int) {
        self.items = items
        self.passMark = passMark
    }

    /// - Throws: `invalid`, and names the field.
    package init(_ items: [Item], passMark: UInt32) throws(Refusal) {
        guard ExamRule.scores.contains(Int64(passMark)) else {
            throw Refusal(.invalid, field: "pass_mark_hundredths", "from 0 to 100", zh: "须在 0 至 100 之间")
        }
        guard (1...Self.itemLimit).contains(items.count) else {
            throw Refusal(
                .invalid, field: "items", "a checklist has 1 to \(Self.itemLimit) items",
                zh: "评分表须有 1 至 \(Self.itemLimit) 项")
        }
        var checked: [Item] = []
        for item in items {
            let text = try checkedTitle(item.text, field: "items", limit: Self.textLimit)
            checked.append(Item(text: text, points: item.points, isCritical: item.isCritical))
        }
        guard Set(checked.map(\.text)).count == checked.count else {
            throw Refusal(.invalid, field: "items", "an item stands in it twice", zh: "评分项重复")
        }
        let whole = hundredths(Self.wholePoints)
        guard items.allSatisfy({ $0.points > 0 }), items.reduce(0, { $0 + $1.points }) == Self.wholePoints else {
            throw Refusal(
                .invalid, field: "points", "each item has points, and together they make \(whole)",
                zh: "每项须有分值，合计须为 \(whole)")
        }
        self.items = checked
        self.passMark = Int(passMark)
    }

    /// Whether these are marks of its items: one of each, no more points than there are, and only critical steps failed.
    package func fits(_ marks: [Mark]) -> Bool {
        marks.count == items.count
            && zip(marks, items).allSatisfy { mark, item in
                (0...item.points).contains(mark.earned) && (!mark.isFailed || item.isCritical)
            }
    }

    /// - Throws: `invalid`, and names the first item whose mark is none.
    package func require(_ marks: [Mark]) throws(Refusal) {
        guard marks.count == items.count else {
            throw Refusal(
                .invalid, field: "marks", "\(marks.count) marks for \(items.count) items",
                zh: "共 \(items.count) 项，却有 \(marks.count) 个评分")
        }
        for (mark, item) in zip(marks, items) {
            guard (0...item.points).contains(mark.earned) else {
                let most = hundredths(item.points)
                throw Refusal(
                    .invalid, field: "marks", "“\(item.text)” has at most \(most) points",
                    zh: "“\(item.text)”最多 \(most) 分")
            }
            guard !mark.isFailed || item.isCritical else {
                throw Refusal(
                    .invalid, field: "marks", "“\(item.text)” is no critical step", zh: "“\(item.text)”不是关键步骤")
            }
        }
    }
}
