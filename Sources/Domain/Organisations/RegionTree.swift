/// Numbers as in `Protocol/organisations.proto`.
package enum RegionLevel: UInt8, CaseIterable, Comparable, Sendable {
    case province = 1
    case city = 2
    case county = 3

    package static func < (a: RegionLevel, b: RegionLevel) -> Bool { a.rawValue < b.rawValue }
}

/// ORG-1a: the rules of an organisation's place in the tree.
package enum RegionTree {
    /// Throws unless a region is a root, or its parent's level is above its own; a county may be directly below a
    /// province, as in municipalities.
    package static func check(_ level: RegionLevel, under parent: RegionLevel?) throws(Refusal) {
        guard let parent else { return }
        guard parent < level else {
            throw Refusal(
                .invalid, field: "parent", "a \(level) cannot stand under a \(parent)",
                zh: "\(name(level))不能设在\(name(parent))之下")
        }
    }

    private static func name(_ level: RegionLevel) -> String {
        switch level {
        case .province: "省"
        case .city: "市"
        case .county: "县"
        }
    }
}
