package import Domain
import Foundation
import Gateways
import HTTP
import Threads

/// Does as a person with a phone would, and makes things go wrong: `POST /control/WHAT?gateway=…&number=…`.
extension Simulator {
    private struct Wrong: Error { let text: String }

    func control(_ request: IncomingRequest) -> OutgoingAnswer {
        do {
            return try act(String(request.path.dropFirst("/control/".count)), fields(form: request.query))
        } catch let error as Wrong {
            return OutgoingAnswer(400, body: Array((error.text + "\n").utf8))
        } catch {
            return OutgoingAnswer(500, body: Array("\(error)\n".utf8))
        }
    }

    private func act(_ what: String, _ given: [String: String]) throws -> OutgoingAnswer {
        switch what {
        case "pay":
            let fen = given["fen"].flatMap(Int64.init)
            if let code = given["code"] {
                let (channel, number) = try scanned(code)
                try pay(channel, number, fen: fen)
            } else {
                try pay(channel(given), given["number"] ?? "", fen: fen)
            }
        case "close": try close(channel(given), given["number"] ?? "")
        case "refund": try finishRefund(channel(given), given["number"] ?? "", given["state"] ?? "done")
        case "fapiao": try changeFapiao(given)
        case "notify":
            try notifyAgain(channel(given), given["number"] ?? "", given["forgery"].flatMap(Forgery.init(rawValue:)))
        case "hold": hold()
        case "deliver": deliver(given["how"] ?? "")
        case "faults":
            guard let fault = given["kind"].flatMap(Fault.init(rawValue:)) else {
                throw Wrong(text: "kind: \(Fault.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            fail(try channel(given), fault, times: given["times"].flatMap { Int($0) } ?? 1)
            if let ms = given["ms"].flatMap(Int64.init) { state.change { $0.slowMs = ms } }
        case "recover": recover()
        case "requests": return text(json(["requests": state.change { $0.requests }.map(Self.describe)]))
        case "notices": return text(json(["notices": state.change { $0.sent }.map(Self.describe)]))
        case "keys": return text(json(try keys.merchantFiles()))
        case "statement":
            return OutgoingAnswer(200, body: statement(try channel(given)))
        default:
            throw Wrong(
                text:
                    "pay, close, refund, fapiao, notify, hold, deliver, faults, recover, requests, notices, keys, statement"
            )
        }
        return OutgoingAnswer(200, body: Array("ok\n".utf8))
    }

    private func text(_ text: String) -> OutgoingAnswer {
        OutgoingAnswer(200, headers: [("Content-Type", "application/json")], body: Array(text.utf8))
    }

    /// Reads a QR code as a phone does.
    private func scanned(_ code: String) throws -> (PaymentChannel, number: String) {
        for (channel, side) in sides where code.hasPrefix(side.codePrefix) {
            return (channel, String(code.dropFirst(side.codePrefix.count)))
        }
        throw Wrong(text: "a code of none of these gateways")
    }

    private func channel(_ given: [String: String]) throws -> PaymentChannel {
        guard let channel = given["gateway"].flatMap(PaymentChannel.init(word:)) else {
            throw Wrong(text: "gateway: \(PaymentChannel.allCases.map(\.word).joined(separator: ", "))")
        }
        return channel
    }

    /// The gateway's list of payments and refunds.
    package func statement(_ channel: PaymentChannel) -> [UInt8] {
        sides[channel]?.statement(state.change { $0.books[channel] ?? Books() }) ?? []
    }

    /// Spoils the next requests.
    package func fail(_ channel: PaymentChannel, _ fault: Fault, times: Int = 1) {
        state.change { $0.faults[channel, default: []] += Array(repeating: fault, count: min(max(0, times), 1000)) }
    }

    /// Spoils no request any more.
    package func recover() { state.change { $0.faults = [:] } }

    /// A person scans the code and pays.
    /// - Parameter fen: what is paid, if not what was ordered.
    package func pay(_ channel: PaymentChannel, _ number: String, fen: Int64? = nil) throws {
        // UnionPay's names have 21 characters.
        let (now, length) = (now(), channel == .unionPay ? 17 : 24)
        let transaction = "4200" + signing(.genuine).nonce.prefix(length)
        let paid = state.change { state -> Books.Payment? in
            guard var payment = state.books[channel]?.payments[number], payment.state == .waiting else { return nil }
            payment.state = .paid
            payment.isScanned = true
            payment.transaction = transaction
            payment.paidMs = now
            payment.paidFen = fen ?? payment.amountFen
            state.books[channel]?.payments[number] = payment
            return payment
        }
        guard let paid else { throw Wrong(text: "no payment \(number) waits there") }
        emit(sides[channel]?.notice(paid, .paid, signing(.genuine)))
    }

    /// The gateway's own time for the payment is over; of a paid one, Alipay says that it is closed as well.
    package func close(_ channel: PaymentChannel, _ number: String) throws {
        let closed = state.change { state -> Books.Payment? in
            guard var payment = state.books[channel]?.payments[number] else { return nil }
            if payment.state == .waiting { payment.state = .closed }
            state.books[channel]?.payments[number] = payment
            return payment
        }
        guard let closed else { throw Wrong(text: "no payment \(number)") }
        emit(sides[channel]?.notice(closed, .closed, signing(.genuine)))
    }

    /// The bank has paid back, or cannot.
    package func finishRefund(_ channel: PaymentChannel, _ number: String, _ word: String) throws {
        guard let outcome = Books.RefundState(rawValue: word) else { throw Wrong(text: "done, abnormal, closed") }
        guard let found = state.change({ $0.books[channel]?.setRefund(number, outcome) }) else {
            throw Wrong(text: "no refund \(number)")
        }
        emit(sides[channel]?.notice(found.payment, .refund(found.refund), signing(.genuine)))
    }

    private func changeFapiao(_ given: [String: String]) throws {
        if let hold = given["hold"] {
            holdFapiaos(hold == "true")
        } else if let code = given["refuse"] {
            refuseFapiao(code)
        } else {
            try finishFapiao(given["number"] ?? "", given["forgery"].flatMap(Forgery.init(rawValue:)))
        }
    }

    /// Invoices stay as they are until they are told to go on.
    package func holdFapiaos(_ isHeld: Bool = true) {
        state.change { $0.books[.weChat, default: Books()].holdsFapiaos = isHeld }
    }

    /// Refuses the next application or reversal.
    package func refuseFapiao(_ code: String) {
        state.change { $0.books[.weChat, default: Books()].fapiaoRefusals.append(code) }
    }

    /// An invoice is issued, or reversed, and its notice follows.
    package func finishFapiao(_ number: String, _ forgery: Forgery? = nil) throws {
        let (signing, side) = (
            signing(forgery?.hand ?? .genuine, ageMs: forgery?.ageMs ?? 0), sides[.weChat] as? WeChatSide
        )
        let notice = state.change { state -> OutgoingNotice? in
            guard let place = state.books[.weChat]?.fapiaos.firstIndex(where: { $0.number == number }) else {
                return nil
            }
            state.books[.weChat]?.fapiaos[place].goOn()
            guard let books = state.books[.weChat] else { return nil }
            return side?.notice(books.fapiaos[place], books, signing)
        }
        guard let notice else { throw Wrong(text: "no invoice \(number)") }
        emit(notice)
    }

    /// Sends the notice of a payment or refund once more, perhaps spoilt.
    @discardableResult package func notifyAgain(
        _ channel: PaymentChannel, _ number: String, _ forgery: Forgery? = nil
    ) throws -> Int {
        let (payment, refund) = state.change { state in
            let books = state.books[channel] ?? Books()
            let refund = books.refund(number)
            return (refund?.payment ?? books.payments[number], refund?.refund)
        }
        guard let payment else { throw Wrong(text: "no payment or refund \(number)") }
        let kind = refund.map(NoticeCause.refund) ?? .paid
        let signing = signing(forgery?.hand ?? .genuine, ageMs: forgery?.ageMs ?? 0)
        guard let notice = sides[channel]?.notice(payment, kind, signing) else {
            throw Wrong(text: "no notice of that")
        }
        return send(forgery?.spoil(notice, payment) ?? notice).status
    }

    /// Holds notices back until they are delivered.
    package func hold() { state.change { $0.isHolding = true } }

    /// Delivers what is held: in order, `reverse`, each `twice`, or never (`lost`).
    package func deliver(_ how: String) {
        var held = state.change { state in
            defer { state.held = [] }
            state.isHolding = false
            return state.held
        }
        if how == "reverse" { held.reverse() }
        if how == "twice" { held = held.flatMap { [$0, $0] } }
        if how != "lost" { for notice in held { send(notice) } }
    }

    private static func describe(_ request: IncomingRequest) -> [String: Any] {
        [
            "method": request.method, "target": request.target, "headers": request.headers,
            "body": String(decoding: request.body, as: UTF8.self),
        ]
    }

    private static func describe(_ sent: SentNotice) -> [String: Any] {
        [
            "url": sent.notice.url, "body": String(decoding: sent.notice.body, as: UTF8.self), "status": sent.status,
            "answer": String(decoding: sent.body, as: UTF8.self),
            "headers": Dictionary(sent.notice.headers.map { ($0.name, $0.value) }) { $1 },
        ]
    }
}
