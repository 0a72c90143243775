/// The causal relation of two facts or version vectors.
package enum Relation: Sendable {
    case before, after, equal, concurrent
}

/// A version vector: the last sequence of each lane that a fact's author had seen. An absent lane is 0.
///
/// Sorted by lane, without duplicates and without zeros, so that equal vectors have equal bytes however they were
/// computed.
package struct VersionVector: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let lane: Lane
        package fileprivate(set) var sequence: UInt64
    }

    package private(set) var entries: [Entry]

    package init() { entries = [] }

    package init(_ pairs: some Sequence<(lane: Lane, sequence: UInt64)>) {
        self.init()
        for (lane, sequence) in pairs { include(lane, sequence) }
    }

    package var isEmpty: Bool { entries.isEmpty }

    package subscript(lane: Lane) -> UInt64 {
        let place = place(of: lane)
        return place < entries.count && entries[place].lane == lane ? entries[place].sequence : 0
    }

    /// Raises `lane` to `sequence` unless it is already as high.
    package mutating func include(_ lane: Lane, _ sequence: UInt64) {
        guard sequence > 0 else { return }
        let place = place(of: lane)
        if place < entries.count, entries[place].lane == lane {
            entries[place].sequence = max(entries[place].sequence, sequence)
        } else {
            entries.insert(Entry(lane: lane, sequence: sequence), at: place)
        }
    }

    /// Replaces this vector by the least one that dominates both: the higher sequence of every lane.
    package mutating func join(_ other: VersionVector) {
        var joined: [Entry] = []
        joined.reserveCapacity(max(entries.count, other.entries.count))
        var (mine, theirs) = (0, 0)
        while mine < entries.count, theirs < other.entries.count {
            let (a, b) = (entries[mine], other.entries[theirs])
            if a.lane == b.lane {
                joined.append(a.sequence >= b.sequence ? a : b)
                mine += 1
                theirs += 1
            } else if a.lane < b.lane {
                joined.append(a)
                mine += 1
            } else {
                joined.append(b)
                theirs += 1
            }
        }
        joined += entries[mine...]
        joined += other.entries[theirs...]
        entries = joined
    }

    package func joined(_ other: VersionVector) -> VersionVector {
        var result = self
        result.join(other)
        return result
    }

    /// Returns whether this vector includes everything in `other`.
    package func dominates(_ other: VersionVector) -> Bool {
        var mine = 0
        for theirs in other.entries {
            while mine < entries.count, entries[mine].lane < theirs.lane { mine += 1 }
            guard mine < entries.count, entries[mine].lane == theirs.lane,
                entries[mine].sequence >= theirs.sequence
            else { return false }
        }
        return true
    }

    /// Returns `.before` if `other` includes everything here and more.
    package func compare(_ other: VersionVector) -> Relation {
        switch (dominates(other), other.dominates(self)) {
        case (true, true): .equal
        case (true, false): .after
        case (false, true): .before
        case (false, false): .concurrent
        }
    }

    /// The index of `lane`, or where it would be inserted.
    private func place(of lane: Lane) -> Int {
        entries.firstIndexOfSorted { $0.lane >= lane }
    }
}
