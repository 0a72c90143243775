import Domain
import Foundation
import Gateways
package import HTTP
import Threads

/// Three payment gateways on one address, from the other side. Each speaks its own HTTP below its own paths, and what a person
/// with a phone would do, or what goes wrong, is asked for below `/control/`.
package final class Simulator: Sendable {
    struct State {
        var books: [PaymentChannel: Books] = [:]
        /// For the next requests, in order.
        var faults: [PaymentChannel: [Fault]] = [:]
        /// With true, notices wait until the control delivers them.
        var isHolding = false
        var held: [OutgoingNotice] = []
        var sent: [SentNotice] = []
        var requests: [IncomingRequest] = []
        var slowMs: Int64 = 3000
    }

    struct SentNotice: Sendable {
        let notice: OutgoingNotice
        /// 0 without an answer.
        let status: Int
        let body: [UInt8]
    }

    package let keys: SimulatorKeys
    let sides: [PaymentChannel: any Side]
    let now: @Sendable () -> Int64
    let random: @Sendable (Int) -> [UInt8]
    let state = Monitor(State())
    private let http = HTTPClient(places: 16)
    private let server = Locked<HTTPServer?>(nil)

    /// The last requests that are kept for who asks.
    private static let requestsKept = 200
    private static let bodyLimit = 1 << 20

    package init(
        _ keys: SimulatorKeys, now: @escaping @Sendable () -> Int64, random: @escaping @Sendable (Int) -> [UInt8]
    ) throws {
        self.keys = keys
        self.now = now
        self.random = random
        sides = [
            .weChat: try WeChatSide(keys), .alipay: try AlipaySide(keys), .unionPay: try UnionPaySide(keys),
        ]
    }

    /// Listens from now on.
    /// - Parameter port: 0 = any free one.
    package func start(host: String = "127.0.0.1", port: UInt16 = 0) throws {
        var routes = sides.flatMap { channel, side in
            side.paths.map { path in
                HTTPRoute("*", path, bodyLimit: Self.bodyLimit) { [self] in take($0, channel, side, $1) }
            }
        }
        routes.append(
            HTTPRoute("*", "/control/", bodyLimit: Self.bodyLimit) { [self] request, answer in
                // Off the server's thread: a control waits for the notices that it causes.
                _ = Thread.start("control") { [self] in answer(control(request)) }
            })
        let started = try HTTPServer(.init(host: host, port: port), routes)
        server.withLock { $0 = started }
    }

    /// The merchant's requests of late.
    package var requests: [IncomingRequest] { state.change { $0.requests } }

    package var port: UInt16 { server.withLock { $0?.port ?? 0 } }

    package func stop() {
        http.stop()
        server.withLock { $0?.stop() }
    }

    func signing(_ hand: Signing.Hand, ageMs: Int64 = 0) -> Signing {
        let nonce = random(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return Signing(hand: hand, now: now() - ageMs, nonce: nonce)
    }

    // MARK: Requests of the merchant

    private func take(
        _ request: IncomingRequest, _ channel: PaymentChannel, _ side: any Side,
        _ answer: @escaping @Sendable (OutgoingAnswer) -> Void
    ) {
        let (fault, slowMs) = state.change { state -> (Fault?, Int64) in
            state.requests = state.requests.suffix(Self.requestsKept - 1) + [request]
            let faults = state.faults[channel] ?? []
            state.faults[channel] = Array(faults.dropFirst())
            return (faults.first, state.slowMs)
        }
        switch fault {
        case .serverError: return answer(OutgoingAnswer(500, body: Array("<html>busy</html>".utf8)))
        case .cut: return answer(.hangUp)
        case nil, .lost, .slow, .forged, .probe, .older, .doubled, .absent: break
        }
        let signing = signing(fault?.hand ?? .genuine)
        let reply = state.change { state in
            // Alipay begins a payment when its code is scanned; the others forget nothing but for `absent`.
            var books = fault == .absent ? Books() : state.books[channel] ?? Books()
            let reply = side.answer(request, &books, signing)
            if fault != .absent { state.books[channel] = books }
            return reply
        }
        switch fault {
        case .lost: answer(.hangUp)
        case .slow: after(slowMs) { answer(reply) }
        case .doubled: answer(OutgoingAnswer(reply.status, headers: reply.headers + reply.headers, body: reply.body))
        case nil, .serverError, .cut, .forged, .probe, .older, .absent: answer(reply)
        }
    }

    private func after(_ ms: Int64, _ body: @escaping @Sendable () -> Void) {
        _ = Thread.start("slow") {
            _ = Monitor(()).wait(atMostMs: ms) { _ in nil as Void? }
            body()
        }
    }

    // MARK: Notices to the merchant

    /// Sends a notice, or holds it back.
    func emit(_ notice: OutgoingNotice?) {
        guard let notice else { return }
        let isHeld = state.change { state in
            if state.isHolding { state.held.append(notice) }
            return state.isHolding
        }
        if !isHeld { send(notice) }
    }

    /// Sends a notice once, and keeps what was answered; status 0 where nobody answered.
    @discardableResult func send(_ notice: OutgoingNotice) -> SentNotice {
        var sent = SentNotice(notice: notice, status: 0, body: [])
        if let address = try? HTTPAddress(notice.url),
            let response = try? http.send(
                HTTPRequest(address, headers: notice.headers, body: notice.body, timeoutMs: 5000, bodyLimit: 4096))
        {
            sent = SentNotice(notice: notice, status: response.status, body: response.body)
        }
        state.change { [sent] in $0.sent = $0.sent.suffix(Self.requestsKept - 1) + [sent] }
        return sent
    }
}
