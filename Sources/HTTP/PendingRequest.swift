import CMicroHTTPD
import Threads

/// One request and its answer. All of it happens on the server's thread, but the answer, which comes from any.
@safe final class PendingRequest: Sendable {
    private enum Answering {
        case notAsked
        /// The connection waits, and is resumed by the first answer.
        case asked(Paused)
        case answered(OutgoingAnswer)
    }

    /// A connection that the library does not touch until it is resumed, which any thread may do, once.
    @safe struct Paused: @unchecked Sendable {
        // Sendable by hand: nothing but MHD_resume_connection is called with it.
        let connection: OpaquePointer

        func resume() { unsafe MHD_resume_connection(connection) }
    }

    private struct Receiving {
        var route: HTTPRoute?
        var request: IncomingRequest?
        var body: [UInt8] = []
    }

    let target: String
    private let receiving = Locked(Receiving())
    private let answering = Locked(Answering.notAsked)

    init(target: String) {
        self.target = target
    }

    /// Before the first byte of the body.
    /// - Returns: the answer, if the request is refused.
    func begin(_ connection: OpaquePointer, method: String, routes: [HTTPRoute]) -> OutgoingAnswer? {
        let path = target.prefix { $0 != "?" }
        let found = routes.filter { $0.covers(path) }
        guard !found.isEmpty else { return OutgoingAnswer(404) }
        guard let route = found.first(where: { $0.method == method || $0.method == "*" }) else {
            return OutgoingAnswer(405)
        }
        let headers = unsafe Headers.read(connection)
        if let length = headers["content-length"], Int(length).map({ $0 > route.bodyLimit }) ?? true {
            return OutgoingAnswer(413)
        }
        receiving.withLock {
            $0.route = route
            $0.request = IncomingRequest(
                method: method, target: target, headers: headers, body: [],
                source: unsafe Headers.source(of: connection))
        }
        return nil
    }

    var hasBegun: Bool { receiving.withLock { $0.route != nil } }

    /// Returns false for a body beyond the limit, which has no length in its headers.
    func receive(_ bytes: UnsafeRawBufferPointer) -> Bool {
        receiving.withLock { receiving in
            guard let route = receiving.route, receiving.body.count + bytes.count <= route.bodyLimit else {
                return false
            }
            unsafe receiving.body.append(contentsOf: bytes)
            return true
        }
    }

    var answer: OutgoingAnswer? {
        answering.withLock { if case .answered(let answer) = $0 { answer } else { nil } }
    }

    /// Hands the request to its handler; the connection has been suspended.
    func ask(_ paused: Paused) {
        let isStopped = answering.withLock { state in
            guard case .notAsked = state else { return true }
            state = .asked(paused)
            return false
        }
        guard !isStopped else { return paused.resume() }
        let (route, request) = receiving.withLock { state in (state.route, state.request?.with(state.body)) }
        guard let route, let request else { return settle(OutgoingAnswer(500)) }
        route.handler(request) { [self] in settle($0) }
    }

    /// Answers, unless it has been answered.
    func settle(_ answer: OutgoingAnswer) {
        let paused = answering.withLock { state -> Paused? in
            switch state {
            case .notAsked:
                state = .answered(answer)
                return nil
            case .asked(let paused):
                state = .answered(answer)
                return paused
            case .answered: return nil
            }
        }
        paused?.resume()
    }
}

extension IncomingRequest {
    fileprivate func with(_ body: [UInt8]) -> IncomingRequest {
        IncomingRequest(method: method, target: target, headers: headers, body: body, source: source)
    }
}
