import Causality
import Testing

@Suite("Scores")
struct ScoreTests {
    let wang = CausalFact.at(Place.east, 1, by: 1, .score, 8000)
    let zhao = CausalFact.at(Place.west, 1, by: 2, .score, 5500)

    @Test("SKL-3a two examiners apart: both marks are shown, and nothing is settled")
    func conflict() {
        let score = view(wang, zhao)
        #expect(score == .conflict([wang, zhao].sorted()))
        #expect(score.needsDecision)
        #expect(score.settled == nil)
    }

    @Test("SKL-3a two examiners on one device who did not look are as concurrent as on two")
    func lanes() {
        let other = CausalFact.at(Place.east, 2, by: 2, .score, 5500)
        let both = history([wang, other])
        #expect(both.score == .conflict([wang, other]))
        #expect(both.relation(wang.dot, other.dot) == .concurrent)
    }

    @Test("two equal marks made apart corroborate each other")
    func corroborated() {
        let same = CausalFact.at(Place.west, 1, by: 2, .score, 8000)
        #expect(view(wang, same) == .corroborated([wang, same].sorted()))
        #expect(view(wang, same).settled == 8000)
    }

    @Test("SKL-3a equal marks with other items are a conflict; with the same items they corroborate each other")
    func sheets() {
        var (one, other) = (wang, CausalFact.at(Place.west, 1, by: 2, .score, 8000))
        one.sheet = [1, 2]
        other.sheet = [2, 1]
        #expect(view(one, other) == .conflict([one, other].sorted()))
        other.sheet = one.sheet
        #expect(view(one, other).standing?.sheet == [1, 2])
    }

    @Test("SKL-3b an adjudication settles what it names and says what it replaced")
    func adjudicated() {
        let before = history([wang, zhao])
        let decision = CausalFact(
            dot: Dot(log: Place.server, sequence: 9), actor: 7, role: .adjudication,
            references: before.adjudicationContext(log: Place.server), value: 7000)
        let after = history([decision, wang, zhao])
        #expect(after.score == .decided(decision))
        #expect(after.score.settled == 7000)
        #expect(after.replacers(of: wang.dot) == [decision.dot])
        #expect(after.facts.count == 3)
    }

    @Test("SKL-3b a mark that the adjudication did not name opens it again, even an equal one")
    func lateMark() {
        let decision = CausalFact.at(Place.server, 1, by: 7, .adjudication, 8000, replaces: [zhao])
        #expect(view(wang, zhao, decision) == .lateMark(decision: decision, evidence: [wang]))
        #expect(view(wang, zhao, decision).needsDecision)
    }

    @Test("two adjudications made apart conflict until a third names both")
    func conflictingDecisions() {
        let first = CausalFact.at(Place.server, 1, by: 7, .adjudication, 8000, replaces: [wang, zhao])
        let second = CausalFact.at(Place.west, 2, by: 8, .adjudication, 5500, replaces: [wang, zhao])
        #expect(view(wang, zhao, first, second) == .conflictingDecisions([first, second].sorted(), evidence: []))
        let third = CausalFact.at(Place.server, 2, by: 7, .adjudication, 6000, replaces: [first, second])
        #expect(view(wang, zhao, first, second, third) == .decided(third))
    }

    @Test("SKL-3c an examiner who marks again, on this device or another, is in no conflict with themselves")
    func ownCorrection() {
        let here = CausalFact(
            dot: Dot(log: Place.east, sequence: 2), batch: Place.tag(Place.east, 2), actor: 1, role: .score,
            references: history([wang]).scoreContext(actor: 1, log: Place.east), value: 8100)
        #expect(view(wang, here) == .value(here))
        let there = CausalFact(
            dot: Dot(log: Place.west, sequence: 4), batch: Place.tag(Place.west, 4), actor: 1, role: .score,
            references: history([wang, here]).scoreContext(actor: 1, log: Place.west), value: 8200)
        #expect(view(wang, here, there) == .value(there))
    }

    @Test("SKL-3a a mark made in full view of another's does not replace it, whatever it claims")
    func laterIsNotStronger() {
        let claim = CausalFact.at(Place.west, 2, by: 2, .score, 9900, replaces: [wang])
        let both = history([wang, claim])
        #expect(both.score == .conflict([wang, claim].sorted()))
        #expect(both.relation(wang.dot, claim.dot) == .before)
        #expect(both.flags == [Flag(dot: claim.dot, reason: .notPermitted, reference: claim.references[0])])
    }

    @Test("a correction replaces another's mark only with permission")
    func correction() {
        let correction = CausalFact.at(Place.west, 2, by: 2, .correction, 6000, replaces: [wang])
        #expect(view(wang, correction) == .conflict([wang, correction].sorted()))
        let permitted = History(of: FactSet([wang, correction])) { correction, target in
            correction.actor == 2 && target.actor == 1
        }
        #expect(permitted.score == .value(correction))
        #expect(permitted.flags.isEmpty)
    }

    @Test("a decision gives way to no score, correction or void")
    func decisionsHold() {
        let decision = CausalFact.at(Place.server, 1, by: 1, .adjudication, 7000, replaces: [wang])
        let score = CausalFact.at(Place.east, 2, by: 1, .score, 9900, replaces: [decision])
        let void = CausalFact.at(Place.east, 3, by: 1, .void, replaces: [decision])
        #expect(view(wang, decision, score, void) == .lateMark(decision: decision, evidence: [score]))
    }

    @Test("a void takes out what it names and nothing else, also when it comes first, and brings nothing back")
    func void() {
        let again = CausalFact.at(Place.east, 2, by: 1, .score, 8100, replaces: [wang])
        let void = CausalFact.at(Place.east, 3, by: 1, .void, replaces: [again])
        var set = FactSet()
        for fact in [void, again, zhao, wang] { set.insert(fact) }
        let after = History(of: set) { _, _ in false }
        #expect(after.score == .value(zhao))
        #expect(after.replacers(of: wang.dot) == [again.dot])
        let unvoid = CausalFact.at(Place.east, 4, by: 1, .void, replaces: [void])
        #expect(view(wang, zhao, again, void, unvoid) == .value(zhao))
    }

    @Test("ATT-4 every scan stands beside its repeats; a voided one does not, and none is a mark")
    func checkIns() {
        let scan = CausalFact.at(Place.east, 1, by: 0, .checkIn)
        let again = CausalFact.at(Place.east, 2, by: 0, .checkIn)
        let void = CausalFact.at(Place.east, 3, by: 1, .void, replaces: [scan])
        #expect(history([scan, again]).current == [scan, again])
        #expect(history([scan, again, void]).current == [again])
        #expect(history([scan, again]).score == .none)
    }

    @Test("a fact not sealed yet can be named in its own log only")
    func unsealed() {
        let open = CausalFact(dot: Dot(log: Place.east, sequence: 1), actor: 1, role: .score, value: 8000)
        #expect(open.reference(.replaces, from: Place.east) == Reference(.replaces, open.dot))
        #expect(open.reference(.replaces, from: Place.west) == nil)
    }
}
