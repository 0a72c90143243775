import Network
import Threads

/// Collects the writer's answers and wakes their loops once it has answered a whole commit group.
final class CommitOutbox: @unchecked Sendable {
    // Sendable by hand: only the writer's thread uses `outbox`.
    private var outbox = Outbox()
    private let writer = ThreadIdentity()

    /// Call on the writer's thread.
    init() {}

    /// Call from any thread.
    func answer(_ answer: Answer, to handle: ConnectionHandle) {
        if writer.isCurrent { outbox.add(answer, to: handle) } else { handle.answer(answer) }
    }

    /// Call on the writer's thread.
    func send() { outbox.send() }
}
