import Causality

/// A fact on its way to a replica, with its device's clock, which only planted bugs use.
struct Arrival: Sendable {
    let id: Int
    let fact: CausalFact
    let wallMs: Int64
}

/// A random history together with the truth about it, known from its construction.
struct Story: Sendable {
    struct Edge: Hashable, Sendable {
        let from: Int
        let to: Int
        let role: ReferenceRole
    }

    /// The actor who may correct others.
    static let corrector: UInt64 = 3

    let seed: UInt64
    /// In an order in which everything follows what it refers to; `id` is the index.
    var arrivals: [Arrival] = []
    /// The valid references, by ids.
    var edges: [Edge] = []
    /// The invalid references: the id of the fact and the fault.
    var faults: [(id: Int, reason: Flag.Reason)] = []
    /// For each fact the earlier ones of the same actor in the same log.
    var laneMates: [[Int]] = []

    @Sendable static func mayCorrect(_ correction: CausalFact, _ target: CausalFact) -> Bool {
        correction.actor == corrector
    }

    func dots(_ ids: some Sequence<Int>) -> Set<Dot> { Set(ids.map { arrivals[$0].fact.dot }) }
}
