package import Messages
import Wire

/// One connection's calls. Confined to its loop; answers may leave from any thread through the responder.
package final class Session {
    private let application: Application
    private let responder: any Responder
    private let peer: Peer
    private let identity: Identity
    private var streams: [UInt32: any CallStream] = [:]

    package init(application: Application, responder: any Responder, peer: Peer) {
        self.application = application
        self.responder = responder
        identity = Identity(responder, application.connections)
        self.peer = peer
    }

    /// Calls under way that are more than a request and a reply.
    package var openStreams: Int { streams.count { !$0.value.isOver } }

    /// A call has arrived whole; the caller's items follow if the method has any.
    package func call(stream: UInt32, method: Method, options: CallOptions, request: [UInt8]) {
        for (stream, call) in streams where call.isOver { streams[stream] = nil }
        let call = Call(
            method: method, options: options, caller: identity.caller, peer: peer, now: application.ports.now())
        do {
            try application.admit(call)
            try start(stream, call, request)
        } catch {
            let refused = application.refused(error, call)
            application.recordIfForbidden(refused, call)
            responder.error(stream: stream, refused.message(locale: options.locale))
        }
    }

    package func item(stream: UInt32, _ bytes: [UInt8], ended: Bool) {
        streams[stream]?.item(bytes, ended: ended)
    }

    /// The items of a reply stream have all left; there is room for more.
    package func writable(stream: UInt32) {
        streams[stream]?.writable()
    }

    package func cancelled(stream: UInt32) {
        streams.removeValue(forKey: stream)?.cancelled()
    }

    package func closed() {
        for stream in streams.values { stream.cancelled() }
        streams.removeAll()
        identity.close()
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
        switch try application.route(call.method) {
        case .immediate(let handler):
            var reply = ByteWriter()
            try handler(request.span, &reply)
            answer(.success(reply.bytes))
        case .read(let handler):
            application.read(call, { context in try handler(request, context) }, done: answer)
        case .lookUp(let handler):
            application.lookUp(call, { context in try handler(request, context) }, done: answer)
        case .write(let read):
            application.command(call, request, identity, answer, try read(request))
        case .slow(let load, let work, let commit):
            application.slowly(call, request, identity, answer, load: load, work: work, commit: commit)
        case .pages(let handler):
            let pages = PageStream(stream, call, request, application, responder, handler)
            streams[stream] = pages
            pages.writable()
        case .exchange(let open):
            let exchange = Exchange(stream: stream, call: call, responder: responder, application: application)
            streams[stream] = try open(request, exchange)
        }
    }
}
