import Messages
import Threads

/// A reply stream: reads one page on a snapshot, sends it, and reads the next one only when it has left. A slow reader
/// therefore costs one page of memory and the handler's state, and holds no transaction.
final class PageStream<State: Sendable>: CallStream {
    private enum Progress: Sendable {
        case ready(cursor: [UInt8]?, state: State?)
        case busy
        case done
    }
    private let progress = Locked(Progress.ready(cursor: nil, state: nil))
    private let exchange: Exchange
    private let handler: @Sendable (_ cursor: [UInt8]?, State?, ReadContext) throws -> Page<State>

    init(
        _ exchange: Exchange,
        _ handler: @escaping @Sendable (_ cursor: [UInt8]?, State?, ReadContext) throws -> Page<State>
    ) {
        self.exchange = exchange
        self.handler = handler
    }

    func item(_ bytes: [UInt8], ended: Bool) {}

    var isOver: Bool {
        progress.withLock { progress in
            if case .done = progress { true } else { false }
        }
    }

    func cancelled() {
        progress.withLock { $0 = .done }
    }

    func writable() {
        let ready: (cursor: [UInt8]?, state: State?)? = progress.withLock { progress in
            guard case .ready(let cursor, let state) = progress else { return nil }
            progress = .busy
            return (cursor, state)
        }
        guard let (cursor, state) = ready else { return }
        let (handler, exchange, progress) = (handler, exchange, progress)
        let (call, application) = (exchange.call, exchange.application)
        let send: @Sendable (Result<Page<State>, Refusal>, @Sendable () -> Void) -> Void = { result, items in
            let isWanted = progress.withLock { progress in
                guard case .busy = progress else { return false }
                progress = .done
                if case .success(let page) = result, let next = page.next {
                    progress = .ready(cursor: next, state: page.state)
                }
                return true
            }
            if isWanted { Self.send(result, items, exchange) }
        }
        application.read(call) { context in
            try handler(cursor, state, context)
        } done: { result in
            call.begun()
            guard case .success(let page) = result else { return send(result, {}) }
            // Here, on a reader's thread, not where the entry is written.
            let items = exchange.preparing(page.items)
            guard cursor == nil, call.rule.audited else { return send(result, items) }
            // Nothing that was read leaves before the entry that says so is durable.
            application.write(call) { context in
                context.auditDetail = page.auditDetail
                return []
            } done: {
                send($0.map { _ in page }, items)
            }
        }
    }

    private static func send(
        _ result: Result<Page<State>, Refusal>, _ items: @Sendable () -> Void, _ exchange: Exchange
    ) {
        switch result {
        case .success(let page):
            items()
            if page.next == nil { exchange.end() } else { exchange.responder.whenDrained(stream: exchange.stream) }
        case .failure(let refused): exchange.fail(refused)
        }
    }
}
