import Causality
import Testing

/// Two facts of one dot: a log was copied, and a server accepted both before it could know.
@Suite("Doubled dots")
struct DoubledTests {
    private let left = LogID(raw: 1)
    private let right = LogID(raw: 2)

    @Test(
        "both facts of one dot are kept and flagged, and a bare reference to them does nothing")
    func doubled() {
        let a = CausalFact(
            dot: Dot(log: Place.east, sequence: 2), batch: Place.tag(left, 2), actor: 1, role: .score, value: 8100)
        var b = a
        b.batch = Place.tag(right, 2)
        let void = CausalFact(
            dot: Dot(log: Place.east, sequence: 3), actor: 1, role: .void, references: [Reference(.replaces, a.dot)])
        let both = history([void, b, a])
        #expect(both.current.count == 2)
        #expect(both.flags.map(\.reason) == [.doubled, .doubled, .ambiguous])
        let chosen = CausalFact(
            dot: Dot(log: Place.west, sequence: 1), actor: 1, role: .void,
            references: [Reference(.replaces, a.dot, tag: a.batch)])
        #expect(history([chosen, b, a]).current == [b])
    }
}
