import Causality
import Testing

/// East was copied after its first fact; both copies went on as the same log, from sequence 2.
@Suite("Forks")
struct ForkTests {
    let left = LogID(raw: 1)
    let right = LogID(raw: 2)
    var branches: [LogID: LogID] { [left: Place.east, right: Place.east] }

    let trunk = CausalFact.at(Place.east, 1, by: 1, .score, 8000)

    private func second(_ branch: LogID, _ value: Int64) -> CausalFact {
        CausalFact(
            dot: Dot(log: branch, sequence: 2), batch: Place.tag(branch, 2), actor: 1, role: .score,
            references: [Reference(.replaces, Dot(log: Place.east, sequence: 1))], value: value)
    }

    @Test("SYN-6 both branches replace what they share, and stand beside each other")
    func siblings() {
        let (a, b) = (second(left, 8100), second(right, 8200))
        for order in [[trunk, a, b], [b, trunk, a], [a, b, trunk]] {
            let forked = history(order, branches: branches)
            #expect(forked.score == .conflict([a, b]))
            #expect(forked.relation(a.dot, b.dot) == .concurrent)
            #expect(forked.relation(trunk.dot, b.dot) == .before)
            #expect(forked.flags.isEmpty)
        }
    }

    @Test("a reference under the old name means the branch whose batch it names")
    func tagChooses() {
        let (a, b) = (second(left, 8100), second(right, 8200))
        let decision = CausalFact(
            dot: Dot(log: Place.server, sequence: 1), actor: 7, role: .adjudication,
            references: [Reference(.replaces, Dot(log: Place.east, sequence: 2), tag: b.batch)], value: 8000)
        let forked = history([trunk, a, b, decision], branches: branches)
        #expect(forked.replacers(of: b.dot) == [decision.dot])
        #expect(forked.score == .lateMark(decision: decision, evidence: [a]))
    }

    @Test("a reference whose batch is none of those here does nothing and is flagged, until its branch comes")
    func ambiguous() {
        let (a, b) = (second(left, 8100), second(right, 8200))
        let reference = Reference(.replaces, Dot(log: Place.east, sequence: 2), tag: b.batch)
        let void = CausalFact(dot: Dot(log: Place.west, sequence: 1), actor: 1, role: .void, references: [reference])
        let without = history([trunk, a, void], branches: branches)
        #expect(without.score == .value(a))
        #expect(without.flags == [Flag(dot: void.dot, reason: .ambiguous, reference: reference)])
        let with = history([trunk, a, void, b], branches: branches)
        #expect(with.score == .value(a))
        #expect(with.flags.isEmpty)
        #expect(with.replacers(of: b.dot) == [void.dot])
    }

    @Test(
        "before a fork is named, both facts of one dot are kept and flagged, and a bare reference to them does nothing")
    func doubled() {
        let a = CausalFact(
            dot: Dot(log: Place.east, sequence: 2), batch: Place.tag(left, 2), actor: 1, role: .score, value: 8100)
        var b = a
        b.batch = Place.tag(right, 2)
        let void = CausalFact(
            dot: Dot(log: Place.east, sequence: 3), actor: 1, role: .void, references: [Reference(.replaces, a.dot)])
        let unnamed = history([void, b, a])
        #expect(unnamed.standing.count == 2)
        #expect(unnamed.flags.map(\.reason) == [.doubled, .doubled, .ambiguous])
        let chosen = CausalFact(
            dot: Dot(log: Place.west, sequence: 1), actor: 1, role: .void,
            references: [Reference(.replaces, a.dot, tag: a.batch)])
        #expect(history([chosen, b, a]).standing == [b])
    }
}
