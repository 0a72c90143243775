internal import Threads

/// Moves a write-ahead log into its database file on a thread of its own, with a connection of its own, while the writer
/// goes on. It belongs to the thread that writes: `begin` and `takeOutcome` are called there.
package final class Checkpointer: Sendable {
    private enum State {
        case idle, asked
        case over(Result<Void, StorageError>)
        case closed
    }

    private let state: Monitor<State>
    private let thread: Thread

    /// - Parameter open: opens the database on the thread, with the connection's first question asked; what it throws is
    ///   thrown here.
    package init(open: @escaping @Sendable () throws -> Database) throws {
        let state = Monitor<State>(.idle)
        self.state = state
        thread = try Thread.start("checkpoint", opening: open) { database in
            while Self.waitUntilAsked(state) {
                let outcome = Result { () throws(StorageError) in try database.checkpoint(.passive) }
                state.change { if case .asked = $0 { $0 = .over(outcome) } }
            }
        }
    }

    /// Begins a checkpoint. Called once, then again after `takeOutcome` has told of it.
    func begin() {
        state.change { if case .idle = $0 { $0 = .asked } }
    }

    /// How the checkpoint ended that was begun last; nil while it is under way.
    func takeOutcome() -> Result<Void, StorageError>? {
        state.change {
            guard case .over(let outcome) = $0 else { return nil }
            $0 = .idle
            return outcome
        }
    }

    /// Waits for the checkpoint under way and ends the thread.
    func stop() {
        state.change { $0 = .closed }
        thread.join()
    }

    private static func waitUntilAsked(_ state: Monitor<State>) -> Bool {
        state.wait { state in
            switch state {
            case .asked: true
            case .closed: false
            case .idle, .over: nil
            }
        }
    }
}
