import Network
import Threads

/// The answers the writer gives: their loops are woken when it has answered everybody it has committed for.
final class CommitOutbox: @unchecked Sendable {
    // Sendable by hand: `outbox` is touched on the writer's thread alone.
    private var outbox = Outbox()
    private let writer = ThreadIdentity()

    /// To be made on the writer's thread.
    init() {}

    /// From any thread.
    func answer(_ answer: Answer, to handle: ConnectionHandle) {
        if writer.isCurrent { outbox.add(answer, to: handle) } else { handle.answer(answer) }
    }

    /// On the writer's thread.
    func send() { outbox.send() }
}
