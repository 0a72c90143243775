import Causality

/// Two devices at an exam base and the server, for hand-written histories.
enum Place {
    static let east = LogID(raw: 0xEA57)
    static let west = LogID(raw: 0xE357)
    static let server = LogID(raw: 0x5E4E)

    /// Every fact here is a batch of its own.
    static func tag(_ log: LogID, _ sequence: UInt64) -> BatchTag { BatchTag(raw: log.raw << 64 | UInt128(sequence)) }
}

extension CausalFact {
    static func at(
        _ log: LogID, _ sequence: UInt64, by actor: UInt64, _ role: FactRole = .score, _ value: Int64 = 0,
        replaces: [CausalFact] = [], saw: [CausalFact] = []
    ) -> CausalFact {
        let edges = replaces.map { ($0, ReferenceRole.replaces) } + saw.map { ($0, ReferenceRole.saw) }
        return CausalFact(
            dot: Dot(log: log, sequence: sequence), batch: Place.tag(log, sequence), actor: actor, role: role,
            references: edges.compactMap { $0.reference($1, from: log) }, value: value)
    }
}

/// Makes a history in which nobody may correct another.
func history(_ facts: [CausalFact]) -> History {
    History(of: FactSet(facts)) { _, _ in false }
}

func view(_ facts: CausalFact...) -> ScoreView { history(facts).score }
