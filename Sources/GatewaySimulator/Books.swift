/// The payments of one simulated gateway, and their refunds.
struct Books {
    enum State { case waiting, paid, closed }
    enum RefundState: String { case processing, done, abnormal, closed }

    struct Refund {
        let number: String
        let id: String
        let amountFen: Int64
        let noticeURL: String
        /// UnionPay's `txnTime`.
        let time: String
        var state: RefundState
    }

    struct Payment {
        let number: String
        let amountFen: Int64
        let noticeURL: String
        let description: String
        /// UnionPay's `txnTime`.
        let time: String
        var state = State.waiting
        /// Alipay knows a payment once its code has been scanned.
        var isScanned = false
        var transaction = ""
        /// Differs from the order's in a test of those who do not compare.
        var paidFen: Int64
        var paidMs: Int64 = 0
        var refunds: [Refund] = []

        var refundedFen: Int64 { refunds.filter { $0.state != .closed }.reduce(0) { $0 + $1.amountFen } }

        init(number: String, amountFen: Int64, noticeURL: String, description: String, time: String = "") {
            self.number = number
            self.amountFen = amountFen
            self.noticeURL = noticeURL
            self.description = description
            self.time = time
            paidFen = amountFen
        }
    }

    /// An invoice of WeChat Pay's.
    struct Fapiao {
        enum State: String {
            case accepted = "ISSUE_ACCEPTED"
            case issued = "ISSUED"
            case reversing = "REVERSE_ACCEPTED"
            case reversed = "REVERSED"
        }

        let number: String
        let transaction: String
        let buyer: String
        let totalFen: Int64
        /// 20 digits.
        let issuedNumber: String
        /// Of the red letter.
        let redNumber: String
        var state = State.accepted

        /// Goes on as the tax authority would have it.
        mutating func goOn() {
            switch state {
            case .accepted: state = .issued
            case .reversing: state = .reversed
            case .issued, .reversed: break
            }
        }
    }

    var payments: [String: Payment] = [:]
    var fapiaos: [Fapiao] = []
    /// With true, none goes on by being asked about.
    var holdsFapiaos = false
    /// For the next applications and reversals, in order.
    var fapiaoRefusals: [String] = []

    /// Returns the payment that a refund of this number belongs to, and the refund.
    func refund(_ number: String) -> (payment: Payment, refund: Refund)? {
        for payment in payments.values {
            if let refund = payment.refunds.first(where: { $0.number == number }) { return (payment, refund) }
        }
        return nil
    }

    func payment(transaction: String) -> Payment? { payments.values.first { $0.transaction == transaction } }

    enum RefundOutcome {
        case taken(Payment, Refund)
        case noPayment
        case tooMuch
        /// The number stands for another amount.
        case different
    }

    /// Takes a refund once: the same number again is the same refund.
    mutating func refund(_ payment: Payment?, _ new: Refund) -> RefundOutcome {
        guard let payment, payment.state == .paid else { return .noPayment }
        if let known = refund(new.number) {
            guard known.refund.amountFen == new.amountFen, known.payment.number == payment.number else {
                return .different
            }
            return .taken(known.payment, known.refund)
        }
        guard payment.refundedFen + new.amountFen <= payment.paidFen else { return .tooMuch }
        payments[payment.number]?.refunds.append(new)
        return .taken(payments[payment.number] ?? payment, new)
    }

    mutating func setRefund(_ number: String, _ state: RefundState) -> (payment: Payment, refund: Refund)? {
        guard let payment = refund(number)?.payment.number,
            let index = payments[payment]?.refunds.firstIndex(where: { $0.number == number })
        else { return nil }
        payments[payment]?.refunds[index].state = state
        return refund(number)
    }
}
