import Application
import Domain
import Messages
import Threads

/// A gateway in memory: it keeps what it was asked by number, as real ones do, takes money from phones, and fails in every way
/// that a history tells it to.
final class MoneyGateway: Sendable {
    enum Fault: String, CaseIterable {
        /// Nothing is done, and no answer comes.
        case requestLost
        /// It is done, and no answer comes.
        case answerLost
        /// A final refusal of a code.
        case codeRefused
        /// The code can be paid until it expires.
        case unclosable
        case refundSlow, refundAbnormal, refundClosed, refundRefused
        /// Accepted, and then unknown to the gateway.
        case refundForgotten
    }

    struct Refund {
        let amount: Int64
        var state: GatewayOutcome<RefundState>
    }

    struct Payment {
        let amount: Int64
        /// UTC milliseconds.
        let expires: Int64
        var isClosed = false
        var isUnclosable = false
        /// Paid by phones, in order.
        var money: [GatewayPayment] = []
        /// By number.
        var refunds: [String: Refund] = [:]

        var received: Int64 { money.map(\.amountFen).reduce(0, +) }
        /// Back with the payer, in fen.
        var returned: Int64 { refunds.values.filter { $0.state == .done(.paidBack) }.map(\.amount).reduce(0, +) }
    }

    private struct State {
        var payments: [String: Payment] = [:]
        /// Each waits for the next call that it fits.
        var faults: [Fault] = []
        var happened: [Fault: Int] = [:]
        var problems: [String] = []
    }

    let channel: PaymentChannel
    private let clock: Clock
    private let state = Locked(State())
    /// Hears of each payment that is paid back, by the gateway's name for it.
    private let payBack = Locked<@Sendable (String) -> Void>({ _ in })

    /// The events so far, for who reads a history.
    private let trace: Locked<[String]>

    init(_ channel: PaymentChannel, _ clock: Clock, _ trace: Locked<[String]>) {
        self.channel = channel
        self.trace = trace
        self.clock = clock
    }

    var payments: [String: Payment] { state.withLock { $0.payments } }
    var happened: [Fault: Int] { state.withLock { $0.happened } }
    /// Requests that no gateway should get.
    var problems: [String] { state.withLock { $0.problems } }

    func whenPayingBack(_ hear: @escaping @Sendable (String) -> Void) { payBack.withLock { $0 = hear } }
    func arm(_ fault: Fault) { state.withLock { $0.faults.append(fault) } }
    func disarm() { state.withLock { $0.faults = [] } }

    /// A phone pays.
    /// - Parameter amount: nil for the right one.
    /// - Parameter isForced: the gateway takes it although the code was closed or paid.
    /// - Returns: nil where the gateway takes nothing.
    func pay(_ number: String, _ amount: Int64? = nil, isForced: Bool = false) -> GatewayPayment? {
        state.withLock { state in
            guard var payment = state.payments[number] else { return nil }
            let isPayable = !payment.isClosed && payment.money.isEmpty && clock.now < payment.expires
            guard isPayable || isForced else { return nil }
            let paid = GatewayPayment(
                number: number, transaction: "\(channel.word)\(number)-\(payment.money.count)",
                amountFen: amount ?? payment.amount, paidMs: clock.now)
            payment.money.append(paid)
            state.payments[number] = payment
            return paid
        }
    }

    /// Takes money under a number that nobody has asked for: of a payment that its server has lost.
    func takeForeign(_ number: String, _ amount: Int64) {
        state.withLock { state in
            let paid = GatewayPayment(
                number: number, transaction: "\(channel.word)\(number)", amountFen: amount, paidMs: clock.now)
            state.payments[number] = Payment(amount: amount, expires: clock.now, isClosed: true, money: [paid])
        }
    }

    /// Lists the money that it has taken in a time, and all that it has paid back.
    func statement(_ range: Range<Int64>) -> [StatementRow] {
        payments.sorted { $0.key < $1.key }.flatMap { number, payment in
            let paid = payment.money.filter { range.contains($0.paidMs ?? 0) }.map { money in
                StatementRow(
                    kind: .payment, number: number, transaction: money.transaction, fen: UInt64(money.amountFen),
                    atMs: money.paidMs ?? 0)
            }
            let returned = payment.refunds.filter { $0.value.state == .done(.paidBack) }.sorted { $0.key < $1.key }
            return paid
                + returned.map { StatementRow(kind: .refund, number: $0.key, fen: UInt64($0.value.amount)) }
        }
    }

    var gateway: PaymentGateway {
        PaymentGateway(
            precreate: { [self] request in
                answer("open", request.number, .codeRefused) { state, fault in
                    let number = request.number.text
                    // A final refusal is one of a payment that was never made.
                    if fault != nil, state.payments[number] == nil { return .refused(code: "RULE_LIMIT") }
                    if let known = state.payments[number], known.amount != request.amountFen {
                        state.problems.append("number \(number) was used for another amount")
                    }
                    if state.payments[number] == nil {
                        state.payments[number] = Payment(amount: request.amountFen, expires: request.expiresMs)
                    }
                    return .done("pay://\(number)")
                }
            },
            query: { [self] number in
                answer("query", number) { state, _ in
                    guard let payment = state.payments[number.text] else { return .done(.absent) }
                    if let paid = payment.money.last { return .done(.paid(paid)) }
                    return payment.isClosed ? .done(.closed) : .accepted
                }
            },
            close: { [self] number in
                answer("close", number, .unclosable) { state, fault in
                    guard var payment = state.payments[number.text] else { return .done(.closed) }
                    if !payment.money.isEmpty { return .done(.paid) }
                    if fault != nil { payment.isUnclosable = true }
                    payment.isClosed = payment.isClosed || !payment.isUnclosable
                    state.payments[number.text] = payment
                    return payment.isClosed ? .done(.closed) : .done(.open)
                }
            },
            refund: { [self] in refund($0) },
            queryRefund: { [self] request in
                answer("query refund", request.number) { state, _ in
                    guard let refund = state.payments[request.payment.text]?.refunds[request.number.text] else {
                        return .done(.absent)
                    }
                    // Slow ones are done when they have been asked about once.
                    if refund.state == .accepted {
                        state.payments[request.payment.text]?.refunds[request.number.text]?.state = .done(.paidBack)
                    }
                    return refund.state
                }
            },
            readNotice: { _ in .failure(NoticeFault("notices come read")) },
            answer: { _ in NoticeHTTPAnswer(status: 200, contentType: "text/plain", body: []) },
            check: { .done(0) }, clock: { nil })
    }

    private func refund(_ request: RefundRequest) -> GatewayOutcome<RefundState> {
        let kinds: [Fault] = [.refundSlow, .refundAbnormal, .refundClosed, .refundRefused, .refundForgotten]
        payBack.withLock { $0 }(request.transaction)
        return answer("refund", request.number, kinds) { state, fault in
            let number = request.number.text
            guard var payment = state.payments[request.payment.text] else { return .refused(code: "NO_PAYMENT") }
            if let known = payment.refunds[number] {
                if known.amount != request.amountFen { state.problems.append("refund \(number) changed its amount") }
                if known.state == .done(.paidBack) || known.state == .accepted { return known.state }
            }
            if !payment.money.contains(where: {
                $0.transaction == request.transaction && $0.amountFen == request.totalFen
            }) {
                state.problems.append("refund \(number) is of \(request.totalFen), which nobody has paid")
            }
            let others = payment.refunds.filter { $0.key != number && $0.value.state != .done(.closed) }
            if others.values.map(\.amount).reduce(0, +) + request.amountFen > payment.received {
                state.problems.append("refund \(number) would give back more than was paid")
                return .refused(code: "TOO_MUCH")
            }
            let outcome: GatewayOutcome<RefundState> =
                switch fault {
                case .refundSlow: .accepted
                case .refundAbnormal: .done(.abnormal)
                case .refundClosed: .done(.closed)
                case .refundRefused: .refused(code: "NOT_ENOUGH")
                case .refundForgotten: .accepted
                default: .done(.paidBack)
                }
            if fault != .refundRefused, fault != .refundForgotten {
                payment.refunds[number] = Refund(amount: request.amountFen, state: outcome)
                state.payments[request.payment.text] = payment
            }
            return outcome
        }
    }

    private func answer<Value>(
        _ act: String, _ number: PaymentNumber, _ kinds: Fault...,
        body: (inout State, Fault?) -> GatewayOutcome<Value>
    ) -> GatewayOutcome<Value> { answer(act, number, kinds, body) }

    /// - Parameter kinds: the faults that this kind of call can have besides lost bytes.
    private func answer<Value>(
        _ act: String, _ number: PaymentNumber, _ kinds: [Fault],
        _ body: (inout State, Fault?) -> GatewayOutcome<Value>
    ) -> GatewayOutcome<Value> {
        let outcome: GatewayOutcome<Value> = state.withLock { state in
            func take(_ kinds: [Fault]) -> Fault? {
                guard let place = state.faults.firstIndex(where: kinds.contains) else { return nil }
                let fault = state.faults.remove(at: place)
                state.happened[fault, default: 0] += 1
                return fault
            }
            let loss = take([.requestLost, .answerLost])
            if loss == .requestLost { return .unknown(reason: "the request was lost") }
            let outcome = body(&state, take(kinds))
            return loss == nil ? outcome : .unknown(reason: "the answer was lost")
        }
        trace.withLock { $0.append("    \(act) \(number.text) → \(outcome)") }
        return outcome
    }
}
