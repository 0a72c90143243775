/// The name of one fact: its log and its sequence there. Sequences start at 1 and have no gaps. A dot is fixed when the
/// fact is recorded, before any other device receives it.
package struct Dot: Hashable, Comparable, Sendable {
    package var log: LogID
    package var sequence: UInt64

    @inlinable package init(log: LogID, sequence: UInt64) {
        self.log = log
        self.sequence = sequence
    }

    @inlinable package static func < (a: Dot, b: Dot) -> Bool {
        a.log == b.log ? a.sequence < b.sequence : a.log < b.log
    }
}

/// One actor on one log. The actor is part of the lane because two examiners who mark on the same device without
/// looking at each other's mark are as concurrent as if they used two devices.
package struct Lane: Hashable, Comparable, Sendable {
    package var log: LogID
    package var actor: UInt64

    @inlinable package init(log: LogID, actor: UInt64) {
        self.log = log
        self.actor = actor
    }

    @inlinable package static func < (a: Lane, b: Lane) -> Bool {
        a.log == b.log ? a.actor < b.actor : a.log < b.log
    }
}

extension Dot: CustomStringConvertible {
    package var description: String { "\(log):\(sequence)" }
}
