import Application
import Domain
import Threads

/// A gateway of payments in this process, and the phones of those who pay. It remembers what it was asked, answers by number as
/// real ones do, and loses answers where a test says so.
final class PaymentDesk: Sendable {
    struct Payment {
        var amount: Int64
        var paid: GatewayPayment?
        var isClosed = false
        /// By the number of the refund.
        var refunds: [String: Int64] = [:]
        var refunded: Int64 { refunds.values.reduce(0, +) }
    }

    private struct State {
        var payments: [String: Payment] = [:]
        var asked: [String] = []
        /// So many answers get lost: the act is done.
        var lost = 0
        /// Refunds are accepted, and done when asked about.
        var isSlow = false
        var refusesRefunds = false
        var cannotClose = false
        var clock: GatewayClock?
        var names = 0
    }

    private let state = Locked(State())
    let channel: PaymentChannel

    init(_ channel: PaymentChannel) { self.channel = channel }

    var payments: [String: Payment] { state.withLock { $0.payments } }
    /// The calls so far, in order: `open P…`.
    var asked: [String] { state.withLock { $0.asked } }

    func loseAnswers(_ count: Int) { state.withLock { $0.lost = count } }
    /// Its codes can be paid until they expire, like those of UnionPay.
    func refuseToClose() { state.withLock { $0.cannotClose = true } }
    /// Its clock, by its last answer.
    func show(clock: GatewayClock?) { state.withLock { $0.clock = clock } }
    func refuseRefunds() { state.withLock { $0.refusesRefunds = true } }
    func refundSlowly() { state.withLock { $0.isSlow = true } }

    /// Somebody scans the code and pays, as far as the gateway lets them.
    @discardableResult
    func pay(_ number: String, amount: Int64? = nil, at ms: Int64) -> GatewayPayment? {
        state.withLock { state in
            guard var payment = state.payments[number], !payment.isClosed, payment.paid == nil else { return nil }
            state.names += 1
            let paid = GatewayPayment(
                number: number, transaction: "T\(state.names)", amountFen: amount ?? payment.amount, paidMs: ms)
            payment.paid = paid
            state.payments[number] = payment
            return paid
        }
    }

    /// A payment that the gateway took although it had been told to close.
    func force(_ paid: GatewayPayment) {
        state.withLock { state in
            var payment = state.payments[paid.number] ?? Payment(amount: paid.amountFen)
            payment.paid = paid
            state.payments[paid.number] = payment
        }
    }

    var gateway: PaymentGateway {
        PaymentGateway(
            precreate: { [self] request in
                answer("open", request.number) { state in
                    let number = request.number.text
                    state.payments[number] = state.payments[number] ?? Payment(amount: request.amountFen)
                    return .done("pay://\(number)")
                }
            },
            query: { [self] number in
                answer("query", number) { state in
                    guard let payment = state.payments[number.text] else { return .done(.absent) }
                    if let paid = payment.paid { return .done(.paid(paid)) }
                    return payment.isClosed ? .done(.closed) : .accepted
                }
            },
            close: { [self] number in
                answer("close", number) { state in
                    guard var payment = state.payments[number.text] else { return .done(.closed) }
                    guard payment.paid == nil else { return .done(.paid) }
                    guard !state.cannotClose else { return .done(.open) }
                    payment.isClosed = true
                    state.payments[number.text] = payment
                    return .done(.closed)
                }
            },
            refund: { [self] request in
                answer("refund", request.number) { state in
                    guard !state.refusesRefunds else { return .refused(code: "NOT_ENOUGH") }
                    guard var payment = state.payments[request.payment.text], let paid = payment.paid else {
                        return .refused(code: "NO_PAYMENT")
                    }
                    guard request.totalFen == paid.amountFen else { return .refused(code: "PARAM_ERROR") }
                    let others = payment.refunds.filter { $0.key != request.number.text }.values.reduce(0, +)
                    guard others + request.amountFen <= paid.amountFen else { return .refused(code: "TOO_MUCH") }
                    payment.refunds[request.number.text] = request.amountFen
                    state.payments[request.payment.text] = payment
                    return state.isSlow ? .accepted : .done(.paidBack)
                }
            },
            queryRefund: { [self] request in
                answer("queryRefund", request.number) { state in
                    state.payments[request.payment.text]?.refunds[request.number.text] == nil
                        ? .done(.absent) : .done(.paidBack)
                }
            },
            readNotice: { _ in .failure(NoticeFault("none")) },
            answer: { _ in NoticeHTTPAnswer(status: 200, contentType: "text/plain", body: []) },
            check: { [self] in .done(state.withLock { $0.clock?.offsetMs ?? 0 }) },
            clock: { [self] in state.withLock { $0.clock } })
    }

    private func answer<Value>(
        _ act: String, _ number: PaymentNumber, _ body: (inout State) -> GatewayOutcome<Value>
    ) -> GatewayOutcome<Value> {
        state.withLock { state in
            state.asked.append("\(act) \(number.text)")
            let outcome = body(&state)
            guard state.lost > 0 else { return outcome }
            state.lost -= 1
            return .unknown(reason: "the answer was lost")
        }
    }
}
