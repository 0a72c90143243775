import Service
import Threads

/// A thread that sends the text messages in the outbox after a commit added one, and every few seconds for those to
/// retry.
final class TextPump: Sendable {
    private enum Call { case none, wake, stop }

    private let call = Monitor(Call.wake)
    private let isRunning = Monitor(false)
    private static let pauseMs: Int64 = 2000

    /// Call from any thread.
    func wake() { call.change { if $0 == .none { $0 = .wake } } }

    func start(_ dispatch: TextDispatch) {
        let (call, isRunning) = (call, isRunning)
        isRunning.change { $0 = true }
        _ = Thread.start("texts") {
            while Self.next(call) {
                let isDone = Monitor(false)
                dispatch.run(while: { call.change { $0 != .stop } }) { isDone.change { $0 = true } }
                isDone.wait { $0 ? () : nil }
            }
            isRunning.change { $0 = false }
        }
    }

    /// Waits up to half a second for the current message; sent or not, it is retried under the same number.
    func stop() {
        call.change { $0 = .stop }
        _ = isRunning.wait(atMostMs: 500) { $0 ? nil : () }
    }

    private static func next(_ call: Monitor<Call>) -> Bool {
        call.wait(atMostMs: pauseMs) { call -> Bool? in
            defer { if call == .wake { call = .none } }
            return switch call {
            case .none: nil
            case .wake: true
            case .stop: false
            }
        } ?? true
    }
}
