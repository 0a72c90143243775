import Causality

/// A fact on its way to a replica, with the time its device's clock showed. The clock is for planted bugs only.
struct Arrival: Sendable {
    let id: Int
    let fact: CausalFact
    let wallMs: Int64
}

/// A random history together with the truth about it, known from how it was made and not from what the facts say.
struct Story: Sendable {
    struct Edge: Hashable, Sendable {
        let from: Int
        let to: Int
        let role: ReferenceRole
    }

    /// The actor who may correct others.
    static let corrector: UInt64 = 3

    let seed: UInt64
    /// In an order in which everything comes after what it refers to; `id` is the index.
    var arrivals: [Arrival] = []
    /// References that mean something, by ids.
    var edges: [Edge] = []
    /// References that mean nothing: the id of the fact and what is wrong.
    var faults: [(id: Int, reason: Flag.Reason)] = []
    /// For each fact those recorded before it by the same actor in the same log.
    var laneMates: [[Int]] = []

    @Sendable static func mayCorrect(_ correction: CausalFact, _ target: CausalFact) -> Bool {
        correction.actor == corrector
    }

    func dots(_ ids: some Sequence<Int>) -> Set<Dot> { Set(ids.map { arrivals[$0].fact.dot }) }
}
