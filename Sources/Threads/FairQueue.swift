/// A bounded queue between threads whose callers take turns, so that one of them delays the others by one value at a time
/// and cannot fill it.
///
/// Terminals, people and the anonymous share by weight (4 : 4 : 1); within each rank parties take turns (a person, a
/// terminal, an address), and within a party its lines (connections of the anonymous). Background work is taken when nothing
/// else waits, or when the taker says that its time has come.
///
/// Room: a party may have a quarter of what is left, a line of the anonymous half of what is left to its party; the last eighth
/// is for those who have next to nothing waiting. So a few cannot keep the others out, and many get equal shares.
@usableFromInline package final class FairQueue<Value: Sendable>: Sendable {
    @usableFromInline struct State: Sendable {
        @usableFromInline var turns: Turns
        /// By their places in the order.
        @usableFromInline var values: [Value?] = []
        @usableFromInline var isClosed = false

        @inlinable mutating func next(background: Bool) -> (value: Value, origin: Origin)? {
            guard let (place, origin) = turns.next(background: background) else { return nil }
            guard let value = values[place].take() else { preconditionFailure("a place without a value in a queue") }
            return (value, origin)
        }
    }

    /// The queue's answer to a value offered to it.
    @usableFromInline package enum Offer: Sendable {
        case taken, full, closed
    }

    @usableFromInline package enum Next: Sendable {
        case value(Value, Origin)
        /// The time is over.
        case nothing
        case closed
    }

    @usableFromInline let capacity: Int
    @usableFromInline let anonymousCapacity: Int
    @usableFromInline let state: Monitor<State>

    /// - Parameters:
    ///   - capacity: values that may wait.
    ///   - anonymous: of these, the anonymous'; all unless said.
    ///   - atOnce: values of one line that may be out at once, each until ``done(_:)``.
    package init(capacity: Int, anonymous: Int? = nil, atOnce: Int = .max) {
        precondition(capacity > 0, "a queue without room")
        self.capacity = capacity
        anonymousCapacity = min(capacity, anonymous ?? capacity)
        state = Monitor(State(turns: Turns(atOnce: atOnce)))
    }

    /// Adds without waiting. Who has no room left is to be told so, and may try again.
    @inlinable
    package func offer(_ value: Value, from origin: Origin) -> Offer {
        state.change { add(value, origin, &$0) }
    }

    /// Adds those that have room, without waiting.
    /// - Returns: the places of those that have none, and whether that is because the queue is closed.
    @inlinable
    package func offer(_ values: [(value: Value, origin: Origin)]) -> (refused: [Int], isClosed: Bool) {
        state.change { state in
            let refused = values.indices.filter { add(values[$0].value, values[$0].origin, &state) != .taken }
            return (refused, state.isClosed)
        }
    }

    /// Waits for the next in turn.
    /// - Parameters:
    ///   - background: whether its turn has come, before all others.
    ///   - milliseconds: then `nothing`.
    @inlinable
    package func next(background: Bool = false, waitingMs milliseconds: Int64 = .max) -> Next {
        let take: (inout State) -> Next? = { state in
            if let (value, origin) = state.next(background: background) { return .value(value, origin) }
            return state.isClosed ? .closed : nil
        }
        if milliseconds == .max { return state.wait(take) }
        return state.wait(atMostMs: milliseconds, take) ?? .nothing
    }

    /// The next in turn that is no background work; nil when nothing waits.
    @inlinable
    package func nextAtOnce() -> Value? {
        state.wait { state -> Value?? in
            guard state.turns.count > state.turns.waiting(.background) else { return .some(nil) }
            return .some(state.next(background: false)?.value)
        }
    }

    /// A value that was taken has been done: its line may have the next.
    @inlinable
    package func done(_ origin: Origin) {
        state.change { _ = $0.turns.done(origin) }
    }

    /// Refuses further values and gives back those that wait.
    @inlinable
    package func close() -> [Value] {
        state.change { state in
            state.isClosed = true
            state.turns.removeAll()
            defer { state.values = [] }
            return state.values.compactMap { $0 }
        }
    }

    @inlinable
    func add(_ value: Value, _ origin: Origin, _ state: inout State) -> Offer {
        guard !state.isClosed else { return .closed }
        guard hasRoom(origin, state.turns) else { return .full }
        let place = state.turns.append(from: origin)
        if place == state.values.count { state.values.append(value) } else { state.values[place] = value }
        return .taken
    }

    @inlinable
    func hasRoom(_ origin: Origin, _ turns: Turns) -> Bool {
        let isKnown = origin.rank != .anonymous
        let room = isKnown ? capacity : anonymousCapacity
        let left = min(capacity - turns.count, isKnown ? capacity : room - turns.waiting(.anonymous))
        guard left > 0 else { return false }
        let waiting = turns.waiting(origin)
        // The last eighth is for those who have next to nothing waiting.
        let share = max(4, (left - room / 8) / 4)
        if waiting.line == 0 { return waiting.party < 2 * share }
        let others = waiting.party - waiting.line
        return waiting.line < max(1, (share - others) / (isKnown ? 1 : 2))
    }
}
