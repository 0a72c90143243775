/// From the largest down.
extension RegionLevel: Comparable {
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
                zh: "\(level.phrase.zh)不能设在\(parent.phrase.zh)之下")
        }
    }
}
