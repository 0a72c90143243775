/// One saved answer of a sitting.
package struct SavedAnswer: Equatable, Sendable {
    /// The client that sent it, by a number of its own making.
    package let device: UInt64
    /// Ascends with each answer of a device.
    package let counter: UInt64
    package let item: Int
    /// Bit 0 is the first option; 0 takes an answer back.
    package let chosen: UInt32

    package init(device: UInt64, counter: UInt64, item: Int, chosen: UInt32) {
        self.device = device
        self.counter = counter
        self.item = item
        self.chosen = chosen
    }
}

/// EXM-3e: what stands of the answers that were saved in a sitting: of each item the one that the server took last, except
/// that answers of one device stand in the order in which it gave them, whatever the line made of it.
package struct AnswerSheet: Sendable {
    /// The most answers kept of one sitting.
    package static let limit = 2000

    private struct Source: Hashable {
        let device: UInt64
        let item: Int
    }

    /// The position in `saved` of what stands, by item.
    package private(set) var standing: [Int: Int] = [:]
    package let saved: [SavedAnswer]

    /// - Parameter saved: in the order in which the server took them.
    package init(_ saved: [SavedAnswer]) {
        self.saved = saved
        var latest: [Source: UInt64] = [:]
        for (position, answer) in saved.enumerated() {
            let source = Source(device: answer.device, item: answer.item)
            if let before = latest[source], before > answer.counter { continue }
            latest[source] = answer.counter
            standing[answer.item] = position
        }
    }

    /// The options that are chosen, by item.
    package var chosen: [Int: UInt32] { standing.mapValues { saved[$0].chosen } }

    /// The number of items that have an answer.
    package var answered: Int { standing.values.count { saved[$0].chosen != 0 } }
}
