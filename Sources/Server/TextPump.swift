import Service
import Threads

/// A thread that empties the outbox of text messages when a commit has left one there, and every few seconds for what is to
/// be tried again.
final class TextPump: Sendable {
    private enum Call { case none, wake, stop }

    private let call = Monitor(Call.wake)
    private let isRunning = Monitor(false)
    private static let pauseMs: Int64 = 2000

    /// From any thread.
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

    /// Waits for the message under way, for half a second; sent or not, it is tried again under the same number.
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
