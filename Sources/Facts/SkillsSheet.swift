internal import Wire

/// SKL-2: the part of a mark of a skills exam that other marks do not have, in column 7: which checklist it was scored by, and each
/// of its items. The mark's value is the sum of the points.
///
///     uv checklist ‖ uv edition ‖ uv n ‖ n × uv (2 · points in hundredths + 1 if the step was failed)
package struct SkillsSheet: Sendable, Hashable {
    package struct Item: Sendable, Hashable {
        /// In hundredths.
        package let earned: UInt64
        /// A critical step that was failed.
        package let isFailed: Bool

        package init(earned: UInt64, isFailed: Bool = false) {
            self.earned = earned
            self.isFailed = isFailed
        }
    }

    /// The most items of a checklist.
    package static let limit = 60
    private static let pointLimit: UInt64 = 10_000

    package let checklist: UInt64
    package let edition: UInt64
    /// In the order of the checklist.
    package let items: [Item]

    package init(checklist: UInt64, edition: UInt64, items: [Item]) {
        self.checklist = checklist
        self.edition = edition
        self.items = items
    }

    /// Returns nil for bytes that are no sheet: nothing may follow it, and it has 1 to 60 items of at most 100 points each.
    package init?(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes.span)
        guard let checklist = try? reader.readVarint(), checklist < FactLimits.integer,
            let edition = try? reader.readVarint(), edition < FactLimits.integer,
            let count = try? reader.readVarint(), (1...UInt64(Self.limit)).contains(count)
        else { return nil }
        var items: [Item] = []
        for _ in 0..<count {
            guard let number = try? reader.readVarint(), number >> 1 <= Self.pointLimit else { return nil }
            items.append(Item(earned: number >> 1, isFailed: number & 1 == 1))
        }
        guard reader.isAtEnd else { return nil }
        self.init(checklist: checklist, edition: edition, items: items)
    }

    package var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.writeVarint(checklist)
        writer.writeVarint(edition)
        writer.writeVarint(UInt64(items.count))
        for item in items { writer.writeVarint(item.earned << 1 | (item.isFailed ? 1 : 0)) }
        return writer.bytes
    }

    /// In hundredths.
    package var value: UInt64 { items.reduce(0) { $0 + $1.earned } }

    package var hasFailedStep: Bool { items.contains(where: \.isFailed) }
}
