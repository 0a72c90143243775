package import Messages
import Threads

/// One connection's calls. Confined to its loop; answers may leave from any thread through the responder.
package final class Session {
    private let application: Application
    private let responder: any Responder
    private let peer: Peer
    private let identity = Locked(Caller.anonymous)
    private var streams: [UInt32: any CallStream] = [:]
    /// Of those, streams whose items have all come.
    private var complete: Set<UInt32> = []

    package init(application: Application, responder: any Responder, peer: Peer) {
        self.application = application
        self.responder = responder
        self.peer = peer
    }

    /// A call has arrived whole; the caller's items follow if the method has any.
    package func call(stream: UInt32, method: Method, options: CallOptions, request: [UInt8]) {
        let call = Call(
            method: method, options: options, caller: identity.withLock { $0 }, peer: peer, now: application.ports.now()
        )
        do {
            try application.admit(call)
            try start(stream, call, request)
        } catch {
            responder.error(stream: stream, application.refused(error, call).message(locale: options.locale))
        }
    }

    package func item(stream: UInt32, _ bytes: [UInt8], ended: Bool) {
        streams[stream]?.item(bytes, ended: ended)
        guard ended, let call = streams[stream] else { return }
        // Its last item may come before what it was waiting for.
        if call.isWaiting { complete.insert(stream) } else { streams[stream] = nil }
    }

    /// The items of a reply stream have all left; there is room for more.
    package func writable(stream: UInt32) {
        guard let call = streams[stream] else { return }
        call.writable()
        if !call.isWaiting, complete.remove(stream) != nil { streams[stream] = nil }
    }

    package func cancelled(stream: UInt32) {
        complete.remove(stream)
        streams.removeValue(forKey: stream)?.cancelled()
    }

    package func closed() {
        for stream in streams.values { stream.cancelled() }
        streams.removeAll()
        complete.removeAll()
    }

    private func start(_ stream: UInt32, _ call: Call, _ request: [UInt8]) throws {
        let responder = responder
        let locale = call.options.locale
        let answer: Application.Answer = { result in
            switch result {
            case .success(let reply): responder.reply(stream: stream, reply)
            case .failure(let refused): responder.error(stream: stream, refused.message(locale: locale))
            }
        }
        switch application.route(call.method) {
        case .immediate(let handler):
            answer(.success(try handler(request, call, application.ports.now())))
        case .read(let handler):
            application.read(call, { context in try handler(request, context) }, done: answer)
        case .write(let handler):
            application.command(call, request, becoming: become(), answer) { context in try handler(request, context) }
        case .slow(let load, let work, let commit):
            application.slowly(call, request, becoming: become(), answer, load: load, work: work, commit: commit)
        case .pages(let handler):
            let pages = PageStream(stream, call, request, application, responder, handler)
            streams[stream] = pages
            pages.writable()
        case .exchange(let open):
            let exchange = Exchange(stream: stream, call: call, responder: responder, application: application)
            streams[stream] = try open(request, exchange)
        }
    }

    /// A login becomes the connection's identity before its reply leaves, so that the next call finds it.
    private func become() -> @Sendable (Caller) -> Void {
        let identity = identity
        let responder = responder
        return { caller in
            identity.withLock { $0 = caller }
            if caller != .anonymous { responder.authenticated() }
        }
    }
}
