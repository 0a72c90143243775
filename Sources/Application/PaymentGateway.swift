package import Domain

/// ORD-2: a gateway that takes payments by QR code. One value an adapter; the adapters of `Gateways` speak to WeChat Pay,
/// Alipay and UnionPay. A call blocks until the answer arrives, at most some seconds, and never throws; calls about the same
/// number may be repeated at any time. Reading a notice does not block.
package struct PaymentGateway: Sendable {
    /// Returns the text of the QR code that the payer scans. `accepted` is no outcome of it. The same number and amount
    /// again give a code for the same payment.
    package let precreate: @Sendable (PaymentRequest) -> GatewayOutcome<String>
    package let query: @Sendable (PaymentNumber) -> GatewayOutcome<PaymentState>
    /// Ends the time in which a payment can be made. A query afterwards tells whether it was made before.
    package let close: @Sendable (PaymentNumber) -> GatewayOutcome<ClosingState>
    package let refund: @Sendable (RefundRequest) -> GatewayOutcome<RefundState>
    package let queryRefund: @Sendable (RefundRequest) -> GatewayOutcome<RefundState>
    /// Verifies and decodes a notice.
    package let readNotice: @Sendable (ReceivedNotice) -> Result<GatewayNotice, NoticeFault>
    package let answer: @Sendable (NoticeAnswer) -> NoticeHTTPAnswer
    /// Proves keys in both directions, without money. Returns how many milliseconds the gateway's clock is ahead of ours.
    package let check: @Sendable () -> GatewayOutcome<Int64>
    /// Its clock, by its last answer to any of these; nil before the first.
    package let clock: @Sendable () -> GatewayClock?

    package init(
        precreate: @escaping @Sendable (PaymentRequest) -> GatewayOutcome<String>,
        query: @escaping @Sendable (PaymentNumber) -> GatewayOutcome<PaymentState>,
        close: @escaping @Sendable (PaymentNumber) -> GatewayOutcome<ClosingState>,
        refund: @escaping @Sendable (RefundRequest) -> GatewayOutcome<RefundState>,
        queryRefund: @escaping @Sendable (RefundRequest) -> GatewayOutcome<RefundState>,
        readNotice: @escaping @Sendable (ReceivedNotice) -> Result<GatewayNotice, NoticeFault>,
        answer: @escaping @Sendable (NoticeAnswer) -> NoticeHTTPAnswer,
        check: @escaping @Sendable () -> GatewayOutcome<Int64>,
        clock: @escaping @Sendable () -> GatewayClock?
    ) {
        self.precreate = precreate
        self.query = query
        self.close = close
        self.refund = refund
        self.queryRefund = queryRefund
        self.readNotice = readNotice
        self.answer = answer
        self.check = check
        self.clock = clock
    }
}

/// A notice as it came over HTTP, of anybody.
package struct ReceivedNotice: Sendable {
    /// By lower-case name; of a header that came twice, neither.
    package let headers: [String: String]
    package let body: [UInt8]

    package init(headers: [String: String], body: [UInt8]) {
        self.headers = headers
        self.body = body
    }
}

/// The HTTP answer to a notice.
package struct NoticeHTTPAnswer: Equatable, Sendable {
    package let status: Int
    package let contentType: String
    package let body: [UInt8]

    package init(status: Int, contentType: String, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }
}
