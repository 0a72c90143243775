/// A bounded queue between threads whose callers take turns, so that each caller delays the others by one value at a
/// time and cannot fill the queue.
///
/// Terminals, people and anonymous callers share by weight (4 : 4 : 1). Within each rank parties take turns (a person,
/// a terminal, an address), and within a party its lines (connections of anonymous callers). Background work is taken
/// when nothing else waits, or when the taker asks for it.
///
/// Capacity: a party may use a quarter of what is left, a line of an anonymous party half of what is left to its party;
/// the last eighth is reserved for parties with almost nothing waiting. So a few cannot lock out the others, and many
/// get equal shares.
@usableFromInline package final class FairQueue<Value: Sendable>: Sendable {
    @usableFromInline struct State: Sendable {
        @usableFromInline var turns: Turns
        /// Indexed by the places of `turns`.
        @usableFromInline var values: [Value?] = []
        @usableFromInline var isClosed = false

        @inlinable mutating func next(background: Bool) -> (value: Value, origin: Origin)? {
            guard let (place, origin) = turns.next(background: background) else { return nil }
            guard let value = values[place].take() else { preconditionFailure("a place without a value in a queue") }
            return (value, origin)
        }
    }

    /// The queue's answer to an offered value.
    @usableFromInline package enum Offer: Sendable {
        case taken, full, closed
    }

    @usableFromInline package enum Next: Sendable {
        case value(Value, Origin)
        /// The time has passed.
        case nothing
        case closed
    }

    @usableFromInline let capacity: Int
    @usableFromInline let anonymousCapacity: Int
    @usableFromInline let state: Monitor<State>

    /// - Parameters:
    ///   - capacity: the most values that wait.
    ///   - anonymous: the most of them from anonymous callers; all by default.
    ///   - atOnce: the most values of one line that are taken and not yet ``done(_:)``.
    package init(capacity: Int, anonymous: Int? = nil, atOnce: Int = .max) {
        precondition(capacity > 0, "a queue without room")
        self.capacity = capacity
        anonymousCapacity = min(capacity, anonymous ?? capacity)
        state = Monitor(State(turns: Turns(atOnce: atOnce)))
    }

    /// The values that wait, of all callers.
    package var count: Int { state.change { $0.turns.count } }

    /// Adds a value without waiting. Returns `full` if its caller has used up its share, which may retry.
    @inlinable
    package func offer(_ value: Value, from origin: Origin) -> Offer {
        state.change { add(value, origin, &$0) }
    }

    /// Adds the values that fit, without waiting.
    /// - Returns: the indices of those that do not, and whether the queue is closed.
    @inlinable
    package func offer(_ values: [(value: Value, origin: Origin)]) -> (refused: [Int], isClosed: Bool) {
        state.change { state in
            let refused = values.indices.filter { add(values[$0].value, values[$0].origin, &state) != .taken }
            return (refused, state.isClosed)
        }
    }

    /// Waits for the next value in turn.
    /// - Parameters:
    ///   - background: takes background work before all other.
    ///   - milliseconds: returns `nothing` after this time.
    @inlinable
    package func next(background: Bool = false, waitingMs milliseconds: Int64 = .max) -> Next {
        let take: (inout State) -> Next? = { state in
            if let (value, origin) = state.next(background: background) { return .value(value, origin) }
            return state.isClosed ? .closed : nil
        }
        if milliseconds == .max { return state.wait(take) }
        return state.wait(atMostMs: milliseconds, take) ?? .nothing
    }

    /// Returns the next value in turn that is not background work; nil if there is none.
    @inlinable
    package func nextAtOnce() -> Value? {
        state.wait { state -> Value?? in
            guard state.turns.count > state.turns.waiting(.background) else { return .some(nil) }
            return .some(state.next(background: false)?.value)
        }
    }

    /// Reports that a taken value is done, so that its line may have the next.
    @inlinable
    package func done(_ origin: Origin) {
        state.change { _ = $0.turns.done(origin) }
    }

    /// Refuses further values and returns those that wait.
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
        // The last eighth is reserved for parties with almost nothing waiting.
        let share = max(4, (left - room / 8) / 4)
        if waiting.line == 0 { return waiting.party < 2 * share }
        let others = waiting.party - waiting.line
        return waiting.line < max(1, (share - others) / (isKnown ? 1 : 2))
    }
}
