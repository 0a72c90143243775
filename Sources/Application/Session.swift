package import Messages
import Wire

/// One connection's calls. Confined to its loop; answers may be sent from any thread through the responder.
package final class Session {
    private let application: Application
    private let responder: any Responder
    private let peer: Peer
    private let identity: Identity
    private var streams: [UInt32: any CallStream] = [:]
    /// The open calls, and some that were answered since.
    private var calls: [(stream: UInt32, call: Call)] = []
    private var callsKept = 32

    package init(application: Application, responder: any Responder, peer: Peer) {
        self.application = application
        self.responder = responder
        identity = Identity(responder, application.connections)
        self.peer = peer
    }

    /// The open calls that are more than a request and a reply.
    package var openStreams: Int { streams.count { !$0.value.isOver } }

    /// Starts a call that has arrived whole; the caller's items follow if the method has any.
    package func call(stream: UInt32, method: Method, options: CallOptions, request: [UInt8]) {
        for (stream, call) in streams where call.isOver { streams[stream] = nil }
        let now = application.ports.now()
        var call = Call(
            method: method, options: options, caller: identity.caller, peer: peer, now: now, on: identity)
        if case .person = call.caller, !call.caller.holds(anyOf: call.rule.allows) {
            application.refreshCaller(of: call)
            call = call.by(identity.caller)
        }
        do {
            try application.admit(call, now: now)
            try start(stream, call, request)
        } catch {
            let refused = application.refused(error, call)
            application.noteRefusal(refused, of: call)
            guard call.end() else { return }
            application.counts.note(method, refused.code, tookMs: 0)
            responder.error(stream: stream, refused.message(locale: options.locale))
        }
    }

    package func item(stream: UInt32, _ bytes: [UInt8], ended: Bool) {
        streams[stream]?.item(bytes, ended: ended)
    }

    /// All items of a reply stream have left; there is room for more.
    package func writable(stream: UInt32) {
        streams[stream]?.writable()
    }

    /// Cancels a call, which the connection has answered: queued work of it is not started, and running work may
    /// complete unheard.
    package func cancelled(stream: UInt32) {
        streams.removeValue(forKey: stream)?.cancelled()
        guard let place = calls.lastIndex(where: { $0.stream == stream }) else { return }
        _ = calls.remove(at: place).call.end()
    }

    package func closed() {
        for stream in streams.values { stream.cancelled() }
        streams.removeAll()
        identity.close()
    }

    private func remember(_ stream: UInt32, _ call: Call) {
        if calls.count >= callsKept {
            calls.removeAll { $0.call.isOver }
            callsKept = max(32, 2 * calls.count)
        }
        calls.append((stream, call))
    }

    private func start(_ stream: UInt32, _ call: Call, _ request: [UInt8]) throws {
        let exchange = Exchange(stream: stream, call: call, responder: responder, application: application)
        let answer: Application.Answer = { exchange.answer($0) }
        let route = try application.route(call.method)
        if case .immediate(let handler) = route {
            var reply = ByteWriter()
            try handler(request.span, &reply)
            return answer(.success(reply.bytes))
        }
        remember(stream, call)
        switch route {
        case .immediate: break
        case .read(let handler):
            application.read(
                call, { context in try handler(request, context) }, done: { exchange.answer($0, isLong: true) })
        case .lookUp(let handler):
            application.lookUp(call, { context in try handler(request, context) }, done: answer)
        case .write(let read):
            application.command(call, request, identity, answer, try read(request))
        case .staged(let begin):
            begin(
                StagedCall(application: application, call: call, request: request, identity: identity, answer: answer))
        case .pages(let open):
            streams[stream] = try open(request, exchange)
            streams[stream]?.writable()
        case .exchange(let open):
            streams[stream] = try open(request, exchange)
            call.begun()
        }
    }
}
