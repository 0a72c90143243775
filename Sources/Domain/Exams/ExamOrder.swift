/// EXM-6: the order in which one person sees the questions and options of a paper. It follows from a recorded seed alone, so
/// that a paper can be shown again as it was sat.
///
/// SplitMix64 draws, and Fisher and Yates shuffle from the end: first the questions, then the options of each item in the
/// paper's own order.
package struct ExamOrder: Equatable, Sendable {
    /// The item at each place.
    package let items: [Int]
    /// By item, the option at each place.
    package let options: [[Int]]

    package init(seed: UInt64, optionCounts: [Int]) {
        var draw = Draw(state: seed)
        items = draw.shuffled(optionCounts.count)
        var options: [[Int]] = []
        for count in optionCounts { options.append(draw.shuffled(count)) }
        self.options = options
    }

    package init(seed: UInt64, _ edition: PaperEdition) {
        self.init(seed: seed, optionCounts: edition.items.map(\.content.options.count))
    }

    /// Returns the options of an item that boxes stand for; nil for a box that there is not.
    package func chosen(boxes: UInt32, item: Int) -> UInt32? {
        guard UInt64(boxes) < 1 << UInt64(options[item].count) else { return nil }
        return options[item].enumerated().reduce(0) {
            boxes & 1 << UInt32($1.offset) == 0 ? $0 : $0 | 1 << UInt32($1.element)
        }
    }

    /// Returns the boxes that stand for options of an item.
    package func boxes(of chosen: UInt32, item: Int) -> UInt32 {
        options[item].enumerated().reduce(0) {
            chosen & 1 << UInt32($1.element) == 0 ? $0 : $0 | 1 << UInt32($1.offset)
        }
    }

    private struct Draw {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }

        mutating func shuffled(_ count: Int) -> [Int] {
            var order = Array(0..<count)
            for last in stride(from: count - 1, to: 0, by: -1) {
                order.swapAt(last, Int(next().multipliedFullWidth(by: UInt64(last + 1)).high))
            }
            return order
        }
    }
}
