package enum RefundEvent: CaseIterable, Sendable {
    case decide
    case reject
    case accept
    case finish
    case fail
    case close
    case retry
    case holdForVoid
    case release
}

extension PaymentChannel {
    /// ORD-4f: so many days after a payment its gateway pays it back; of UnionPay's, by QR code.
    package var refundDays: Int64 {
        switch self {
        case .weChat, .alipay: 365
        case .unionPay: 30
        }
    }

    /// - Parameters: UTC milliseconds.
    package func paysBack(paidMs: Int64, now: Int64) -> Bool { now - paidMs < refundDays * 86_400_000 }
}

/// ORD-4: from the request to the payer's account.
package enum RefundLifecycle {
    package static let table = Lifecycle<RefundProgress, RefundEvent>(
        name: "refund", initial: [.requested, .decided], final: [.rejected, .done],
        [
            .init(.requested, .decide, .decided),
            .init(.requested, .reject, .rejected),
            // ORD-4d: nothing is paid back for which an invoice stands.
            .init(.decided, .holdForVoid, .awaitsVoid),
            .init(.awaitsVoid, .release, .decided),
            .init(.decided, .accept, .accepted),
            .init(.decided, .finish, .done),
            .init(.decided, .fail, .abnormal),
            .init(.decided, .close, .closed),
            .init(.accepted, .accept, .accepted),
            .init(.accepted, .finish, .done),
            .init(.accepted, .fail, .abnormal),
            .init(.accepted, .close, .closed),
            // By hand, with a reference, or once more through the gateway.
            .init(.abnormal, .finish, .done),
            .init(.closed, .finish, .done),
            .init(.abnormal, .retry, .decided),
            .init(.closed, .retry, .decided),
        ])
}
