/// A lifecycle as data: its transitions by state and event. One test walks every table for unreachable states and dead
/// ends.
package struct Lifecycle<State: Hashable & CaseIterable & Sendable, Event: Hashable & CaseIterable & Sendable>: Sendable
{
    package struct Transition: Sendable {
        package let from: State
        package let event: Event
        package let to: State

        package init(_ from: State, _ event: Event, _ to: State) {
            self.from = from
            self.event = event
            self.to = to
        }
    }

    package let name: String
    package let initial: Set<State>
    package let final: Set<State>
    package let transitions: [Transition]

    package init(name: String, initial: Set<State>, final: Set<State>, _ transitions: [Transition]) {
        self.name = name
        self.initial = initial
        self.final = final
        self.transitions = transitions
    }

    /// Returns the next state. Throws `wrongState` if the table has no such transition.
    package func next(_ state: State, _ event: Event) throws(Refusal) -> State {
        guard let step = transitions.first(where: { $0.from == state && $0.event == event }) else {
            let now = (state as? any Named)?.phrase ?? Phrase("\(state)")
            throw Refusal(.wrongState, field: "state", "the \(name) is “\(now.en)”", zh: "目前为“\(now.zh)”")
        }
        return step.to
    }
}
