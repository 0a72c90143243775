/// A bounded first-in first-out queue between threads.
@usableFromInline package final class Queue<Value: Sendable>: Sendable {
    @usableFromInline struct State: Sendable {
        @usableFromInline var values: [Value] = []
        @usableFromInline var isClosed = false

        @usableFromInline init() {}
    }

    /// What became of a value offered to the queue.
    @usableFromInline package enum Offer: Sendable {
        case taken, full, closed
    }

    @usableFromInline package let capacity: Int
    @usableFromInline let state = Monitor(State())

    package init(capacity: Int) {
        precondition(capacity > 0, "a queue without room")
        self.capacity = capacity
    }

    /// Adds without waiting. A full queue refuses: the caller must say so to whom it serves, not grow.
    @inlinable
    package func offer(_ value: Value) -> Offer {
        state.change { state in
            guard !state.isClosed else { return .closed }
            guard state.values.count < capacity else { return .full }
            state.values.append(value)
            return .taken
        }
    }

    /// Adds as many as there is room for, from the first on, without waiting.
    @inlinable
    package func offer(contentsOf values: [Value]) -> (taken: Int, isClosed: Bool) {
        state.change { state in
            guard !state.isClosed else { return (0, true) }
            let taken = min(values.count, capacity - state.values.count)
            state.values.append(contentsOf: values[..<taken])
            return (taken, false)
        }
    }

    /// Waits for at least one value and takes up to `limit` of them; empty once the queue is closed and drained.
    @inlinable
    package func take(atMost limit: Int) -> [Value] {
        state.wait { Self.take(&$0, limit) }
    }

    /// As `take(atMost:)`, but nil when `milliseconds` pass without a value.
    @inlinable
    package func take(atMost limit: Int, waitingMs milliseconds: Int64) -> [Value]? {
        state.wait(atMostMs: milliseconds) { Self.take(&$0, limit) }
    }

    /// Refuses further values; those already in are still taken.
    package func close() {
        state.change { $0.isClosed = true }
    }

    @inlinable
    static func take(_ state: inout State, _ limit: Int) -> [Value]? {
        if state.values.isEmpty { return state.isClosed ? [] : nil }
        if state.values.count <= limit {
            defer {
                state.values = []
                state.values.reserveCapacity(64)
            }
            return state.values
        }
        defer { state.values.removeFirst(limit) }
        return Array(state.values.prefix(limit))
    }
}
