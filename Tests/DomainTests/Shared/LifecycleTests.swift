import Domain
import Testing

/// A lifecycle without its types, so that one test walks them all.
struct LifecycleDiagram: Sendable, CustomTestStringConvertible {
    let name: String
    let states: Set<String>
    let events: Set<String>
    let initial: Set<String>
    let final: Set<String>
    let steps: [(from: String, event: String, to: String)]

    init<State, Event>(_ table: Lifecycle<State, Event>) {
        name = table.name
        states = Set(State.allCases.map { "\($0)" })
        events = Set(Event.allCases.map { "\($0)" })
        initial = Set(table.initial.map { "\($0)" })
        final = Set(table.final.map { "\($0)" })
        steps = table.transitions.map { ("\($0.from)", "\($0.event)", "\($0.to)") }
    }

    var testDescription: String { name }

    static let all = [
        LifecycleDiagram(OfferingLifecycle.table), LifecycleDiagram(AwardLifecycle.table),
        LifecycleDiagram(PostReportLifecycle.table),
        LifecycleDiagram(NoticeLifecycle.table), LifecycleDiagram(LeaveLifecycle.table),
        LifecycleDiagram(IdentityClaimLifecycle.table), LifecycleDiagram(MembershipLifecycle.table),
        LifecycleDiagram(ReviewLifecycle.table),
        LifecycleDiagram(RoundLifecycle.table), LifecycleDiagram(ApplicationLifecycle.table),
        LifecycleDiagram(BookingLifecycle.table), LifecycleDiagram(EntitlementLifecycle.table),
        LifecycleDiagram(OrderLifecycle.table), LifecycleDiagram(PaymentLifecycle.table),
        LifecycleDiagram(RefundLifecycle.table), LifecycleDiagram(InvoiceLifecycle.table),
        LifecycleDiagram(CertificateRule.table), LifecycleDiagram(OutsideLifecycle.table),
        LifecycleDiagram(WalkInLifecycle.table),
    ]
}

@Suite struct LifecycleTests {
    @Test("every table in the sources is walked here")
    func complete() throws {
        let tables = try Fixture.sources("Sources/Domain").values.reduce(0) {
            $0 + $1.matches(of: /= Lifecycle</).count
        }
        #expect(tables == LifecycleDiagram.all.count)
    }

    @Test(
        "every state can be reached, only final ones cannot be left, and no step is given twice",
        arguments: LifecycleDiagram.all)
    func sound(table: LifecycleDiagram) {
        var reached = table.initial
        var frontier = Array(table.initial)
        while let state = frontier.popLast() {
            for step in table.steps where step.from == state && reached.insert(step.to).inserted {
                frontier.append(step.to)
            }
        }
        #expect(reached == table.states, "unreachable states")
        let left = Set(table.steps.map(\.from))
        #expect(table.states.subtracting(left) == table.final, "stuck states")
        #expect(Set(table.steps.map(\.event)) == table.events, "unused events")
        #expect(Set(table.steps.map { "\($0.from) \($0.event)" }).count == table.steps.count, "ambiguous steps")
    }

    @Test("a step that is not in the table is refused with the state and the event")
    func refused() {
        let refused = refusal { () throws(Refusal) in try OfferingLifecycle.table.next(.cancelled, .submit) }
        #expect(refused?.code == .wrongState)
        #expect(refused?.text == "the offering is “cancelled”")
    }
}
