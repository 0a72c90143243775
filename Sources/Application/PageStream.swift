import Messages
import Threads

/// A reply stream: reads one page on a snapshot, sends it, and reads the next one only when it has left. A slow reader
/// therefore costs one page of memory and the handler's state, and holds no transaction.
final class PageStream: CallStream {
    private enum Progress: Sendable {
        case ready(cursor: [UInt8]?, kept: (any Sendable)?)
        case busy
        case done
    }
    private let progress = Locked(Progress.ready(cursor: nil, kept: nil))
    private let exchange: Exchange
    private let request: [UInt8]
    private let handler: @Sendable ([UInt8], _ cursor: [UInt8]?, ReadContext) throws -> Page

    init(
        _ exchange: Exchange, _ request: [UInt8],
        _ handler: @escaping @Sendable ([UInt8], _ cursor: [UInt8]?, ReadContext) throws -> Page
    ) {
        self.exchange = exchange
        self.request = request
        self.handler = handler
    }

    func item(_ bytes: [UInt8], ended: Bool) {}

    var isOver: Bool {
        progress.withLock { state in
            if case .done = state { true } else { false }
        }
    }

    func cancelled() {
        progress.withLock { $0 = .done }
    }

    func writable() {
        let ready: (cursor: [UInt8]?, kept: (any Sendable)?)? = progress.withLock { state in
            guard case .ready(let cursor, let kept) = state else { return nil }
            state = .busy
            return (cursor, kept)
        }
        guard let (cursor, kept) = ready else { return }
        let (handler, request, exchange, progress) = (handler, request, exchange, progress)
        let (call, application) = (exchange.call, exchange.application)
        let send: @Sendable (Result<Page, Refusal>) -> Void = { result in
            let isWanted = progress.withLock { state in
                guard case .busy = state else { return false }
                state = .done
                if case .success(let page) = result, let next = page.next {
                    state = .ready(cursor: next, kept: page.kept)
                }
                return true
            }
            if isWanted { Self.send(result, exchange) }
        }
        application.read(call) { context in
            var context = context
            context.kept = kept
            return try handler(request, cursor, context)
        } done: { result in
            call.begun()
            guard cursor == nil, call.rule.audited, case .success(let page) = result else { return send(result) }
            // Nothing is sent before its audit entry is durable.
            application.write(call) { context in
                context.auditDetail = page.auditDetail
                return []
            } done: {
                send($0.map { _ in page })
            }
        }
    }

    private static func send(_ result: Result<Page, Refusal>, _ exchange: Exchange) {
        switch result {
        case .success(let page):
            for item in page.items { exchange.item(item) }
            if page.next == nil { exchange.end() } else { exchange.responder.whenDrained(stream: exchange.stream) }
        case .failure(let refused): exchange.fail(refused)
        }
    }
}
