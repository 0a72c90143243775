import Messages
import Threads

/// A reply stream: one page is read on a snapshot, sent, and only when it has left is the next one read, so that a
/// slow reader costs one page of memory, and what the handler keeps for the next, and holds no transaction.
final class PageStream: CallStream {
    private enum Progress: Sendable {
        case ready(cursor: [UInt8]?, kept: (any Sendable)?)
        case busy
        case done
    }
    private let progress = Locked(Progress.ready(cursor: nil, kept: nil))
    private let stream: UInt32
    private let call: Call
    private let request: [UInt8]
    private let application: Application
    private let responder: any Responder
    private let handler: @Sendable ([UInt8], _ cursor: [UInt8]?, ReadContext) throws -> Page

    init(
        _ stream: UInt32, _ call: Call, _ request: [UInt8], _ application: Application, _ responder: any Responder,
        _ handler: @escaping @Sendable ([UInt8], _ cursor: [UInt8]?, ReadContext) throws -> Page
    ) {
        self.stream = stream
        self.call = call
        self.request = request
        self.application = application
        self.responder = responder
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
        let (handler, request, stream) = (handler, request, stream)
        let (progress, responder, locale) = (progress, responder, call.options.locale)
        let sendPage: @Sendable (Result<Page, Refused>) -> Void = { result in
            let wanted = progress.withLock { state in
                guard case .busy = state else { return false }
                state = .done
                if case .success(let page) = result, let next = page.next {
                    state = .ready(cursor: next, kept: page.kept)
                }
                return true
            }
            guard wanted else { return }
            switch result {
            case .success(let page):
                for item in page.items { responder.item(stream: stream, item) }
                if page.next == nil { responder.end(stream: stream) } else { responder.whenDrained(stream: stream) }
            case .failure(let refused):
                responder.error(stream: stream, refused.message(locale: locale))
            }
        }
        guard cursor == nil, call.rule.audited else {
            return application.read(
                call,
                { context in
                    var context = context
                    context.kept = kept
                    return try handler(request, cursor, context)
                }, done: sendPage)
        }
        application.write(
            call,
            { context in
                let page = try handler(request, nil, ReadContext(context))
                context.auditDetail = page.auditDetail
                return page
            }, done: sendPage)
    }
}
